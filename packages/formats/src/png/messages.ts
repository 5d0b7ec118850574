import { defineMessages } from '@talkoot/i18n';

export const pngMessages = defineMessages({
  en: {
    'format.png.name': 'Picture (PNG)',
    'format.png.hint': 'For slides, documents and messages.',
    'format.png.scale': 'Size',
    'format.png.scale.1': 'As on the screen',
    'format.png.scale.2': 'Double',
    'format.png.transparent': 'Transparent background',
    'format.png.pixels': '{{width}} × {{height}} pixels',
    'format.png.reduced': 'The board is large. The picture is made smaller: {{width}} × {{height}} pixels.',
  },
  fi: {
    'format.png.name': 'Kuva (PNG)',
    'format.png.hint': 'Dioihin, asiakirjoihin ja viesteihin.',
    'format.png.scale': 'Koko',
    'format.png.scale.1': 'Kuten näytöllä',
    'format.png.scale.2': 'Kaksinkertainen',
    'format.png.transparent': 'Läpinäkyvä tausta',
    'format.png.pixels': '{{width}} × {{height}} kuvapistettä',
    'format.png.reduced': 'Taulu on suuri, joten kuva pienennetään: {{width}} × {{height}} kuvapistettä.',
  },
  sv: {
    'format.png.name': 'Bild (PNG)',
    'format.png.hint': 'För presentationer, dokument och meddelanden.',
    'format.png.scale': 'Storlek',
    'format.png.scale.1': 'Som på skärmen',
    'format.png.scale.2': 'Dubbel',
    'format.png.transparent': 'Genomskinlig bakgrund',
    'format.png.pixels': '{{width}} × {{height}} bildpunkter',
    'format.png.reduced': 'Tavlan är stor, så bilden görs mindre: {{width}} × {{height}} bildpunkter.',
  },
});
