import { defineMessages } from '@talkoot/i18n';

export const discussionMessages = defineMessages({
  en: {
    'step.discussion.name': 'Discussion',
    'step.discussion.about': 'Everybody talks together; a raised hand asks for the floor.',
    'step.discussion.todo': 'Raise your hand when you want to speak.',
    'step.discussion.set.topicMinutes': 'Time for a topic',
    'step.discussion.set.extendByThumbs': 'The group decides by thumbs whether to go on',
  },
  fi: {
    'step.discussion.name': 'Keskustelu',
    'step.discussion.about': 'Keskustellaan yhdessä; puheenvuoroa pyydetään nostamalla käsi.',
    'step.discussion.todo': 'Nosta käsi, kun haluat puhua.',
    'step.discussion.set.topicMinutes': 'Aika yhdelle aiheelle',
    'step.discussion.set.extendByThumbs': 'Ryhmä päättää peukuilla, jatketaanko',
  },
  sv: {
    'step.discussion.name': 'Diskussion',
    'step.discussion.about': 'Gemensam diskussion; ordet begärs genom att räcka upp handen.',
    'step.discussion.todo': 'Räck upp handen när du vill tala.',
    'step.discussion.set.topicMinutes': 'Tid för ett ämne',
    'step.discussion.set.extendByThumbs': 'Gruppen avgör med tummar om man fortsätter',
  },
});
