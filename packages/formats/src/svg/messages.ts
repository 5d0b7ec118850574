import { defineMessages } from '@talkoot/i18n';

export const svgMessages = defineMessages({
  en: {
    'format.svg.name': 'Drawing (SVG)',
    'format.svg.hint': 'Sharp at every size, with words that drawing programs can edit.',
    'format.svg.transparent': 'Transparent background',
  },
  fi: {
    'format.svg.name': 'Piirros (SVG)',
    'format.svg.hint': 'Terävä minkä kokoisena tahansa. Sanoja voi muokata piirto-ohjelmassa.',
    'format.svg.transparent': 'Läpinäkyvä tausta',
  },
  sv: {
    'format.svg.name': 'Ritning (SVG)',
    'format.svg.hint': 'Skarp i alla storlekar. Orden kan redigeras i ett ritprogram.',
    'format.svg.transparent': 'Genomskinlig bakgrund',
  },
});
