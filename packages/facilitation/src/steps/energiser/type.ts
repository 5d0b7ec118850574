import { words } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { energiserMessages } from './messages.ts';

export const energiserStep = stepType({
  type: 'energiser',
  phase: 'emergence',
  minutes: 4,
  settings: { seated: words(500) },
  todo: 'rest',
  brings: false,
  wholeBoard: true,
  rights: () => RIGHTS.read,
  messages: energiserMessages,
});
