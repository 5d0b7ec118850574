import { defineMessages } from '@talkoot/i18n';

export const imageMessages = defineMessages({
  en: {
    'kind.image.name': 'Image',
    'kind.image.count_one': '{{count}} image',
    'kind.image.count_other': '{{count}} images',
    'kind.image.alt': 'What the image shows',
  },
  fi: {
    'kind.image.name': 'Kuva',
    'kind.image.count_one': '{{count}} kuva',
    'kind.image.count_other': '{{count}} kuvaa',
    'kind.image.alt': 'Mitä kuvassa on',
  },
  sv: {
    'kind.image.name': 'Bild',
    'kind.image.count_one': '{{count}} bild',
    'kind.image.count_other': '{{count}} bilder',
    'kind.image.alt': 'Vad bilden visar',
  },
});
