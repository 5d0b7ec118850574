import { defineMessages } from '@talkoot/i18n';

export const linkingMessages = defineMessages({
  en: {
    'step.linking.name': 'Linking',
    'step.linking.about': 'Lines between the notes tell what leads to what.',
    'step.linking.todo': 'Connect the notes that lead to one another.',
    'step.linking.set.buildDirection': 'Direction of work',
    'step.linking.set.buildDirection.any': 'In any order',
    'step.linking.set.buildDirection.right-to-left': 'From right to left',
  },
  fi: {
    'step.linking.name': 'Yhteydet',
    'step.linking.about': 'Lappujen välille piirretään, mikä vaikuttaa mihinkin.',
    'step.linking.todo': 'Yhdistä laput, jotka vaikuttavat toisiinsa.',
    'step.linking.set.buildDirection': 'Etenemissuunta',
    'step.linking.set.buildDirection.any': 'Missä järjestyksessä vain',
    'step.linking.set.buildDirection.right-to-left': 'Oikealta vasemmalle',
  },
  sv: {
    'step.linking.name': 'Samband',
    'step.linking.about': 'Mellan lapparna ritas vad som påverkar vad.',
    'step.linking.todo': 'Förbind lappar som påverkar varandra.',
    'step.linking.set.buildDirection': 'Riktning',
    'step.linking.set.buildDirection.any': 'I valfri ordning',
    'step.linking.set.buildDirection.right-to-left': 'Från höger till vänster',
  },
});
