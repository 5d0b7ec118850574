import { defineMessages } from '@talkoot/i18n';

export const imageMessages = defineMessages({
  en: { 'kind.image.name': 'Image', 'kind.image.alt': 'What the image shows' },
  fi: { 'kind.image.name': 'Kuva', 'kind.image.alt': 'Mitä kuvassa on' },
  sv: { 'kind.image.name': 'Bild', 'kind.image.alt': 'Vad bilden visar' },
});
