import { defineMessages } from '@talkoot/i18n';

export const linkingMessages = defineMessages({
  en: {
    'step.linking.name': 'Linking',
    'step.linking.about': 'Lines between the notes tell what leads to what.',
    'step.linking.todo': 'Connect the notes that lead to one another.',
  },
  fi: {
    'step.linking.name': 'Yhteydet',
    'step.linking.about': 'Lappujen välille piirretään, mikä vaikuttaa mihinkin.',
    'step.linking.todo': 'Yhdistä laput, jotka vaikuttavat toisiinsa.',
  },
  sv: {
    'step.linking.name': 'Samband',
    'step.linking.about': 'Mellan lapparna ritas vad som påverkar vad.',
    'step.linking.todo': 'Förbind lappar som påverkar varandra.',
  },
});
