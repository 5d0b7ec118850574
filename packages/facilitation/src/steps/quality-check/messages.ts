import { defineMessages } from '@talkoot/i18n';

export const qualityCheckMessages = defineMessages({
  en: {
    'step.quality-check.name': 'Quality check',
    'step.quality-check.about': 'The group looks whether the result holds, and mends what does not.',
    'step.quality-check.todo': 'Read, comment and mend what is missing.',
  },
  fi: {
    'step.quality-check.name': 'Laadun tarkistus',
    'step.quality-check.about': 'Käydään yhdessä läpi, onko tulos ehjä, ja korjataan puutteet.',
    'step.quality-check.todo': 'Lue, kommentoi ja korjaa, mitä puuttuu.',
  },
  sv: {
    'step.quality-check.name': 'Kvalitetskontroll',
    'step.quality-check.about': 'Gruppen går igenom om resultatet håller och rättar det som brister.',
    'step.quality-check.todo': 'Läs, kommentera och rätta det som saknas.',
  },
});
