import { limit, toggle } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { discussionMessages } from './messages.ts';

export const discussionStep = stepType({
  type: 'discussion',
  phase: 'emergence',
  minutes: 10,
  settings: { topicMinutes: limit(1, 120, 'minutes'), extendByThumbs: toggle(false) },
  todo: 'talk',
  brings: true,
  rights: () => RIGHTS.own,
  messages: discussionMessages,
});
