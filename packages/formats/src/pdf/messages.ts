import { defineMessages } from '@talkoot/i18n';

export const pdfMessages = defineMessages({
  en: {
    'format.pdf.name': 'Document (PDF)',
    'format.pdf.hint': 'A page for each frame, to print and to read. The words can be searched and copied.',
    'format.pdf.paper': 'Page size',
    'format.pdf.paper.a4': 'A4',
    'format.pdf.paper.a3': 'A3',
    'format.pdf.paper.own': 'As the frame',
    'format.pdf.pages_one': '{{count}} page',
    'format.pdf.pages_other': '{{count}} pages',
  },
  fi: {
    'format.pdf.name': 'Asiakirja (PDF)',
    'format.pdf.hint': 'Sivu jokaisesta alueesta, tulostettavaksi ja luettavaksi. Sanoja voi hakea ja kopioida.',
    'format.pdf.paper': 'Sivun koko',
    'format.pdf.paper.a4': 'A4',
    'format.pdf.paper.a3': 'A3',
    'format.pdf.paper.own': 'Alueen mukaan',
    'format.pdf.pages_one': '{{count}} sivu',
    'format.pdf.pages_other': '{{count}} sivua',
  },
  sv: {
    'format.pdf.name': 'Dokument (PDF)',
    'format.pdf.hint': 'En sida för varje ruta, att skriva ut och läsa. Orden går att söka och kopiera.',
    'format.pdf.paper': 'Sidstorlek',
    'format.pdf.paper.a4': 'A4',
    'format.pdf.paper.a3': 'A3',
    'format.pdf.paper.own': 'Som rutan',
    'format.pdf.pages_one': '{{count}} sida',
    'format.pdf.pages_other': '{{count}} sidor',
  },
});
