import { limit } from '../../settings.ts';
import { RIGHTS, stepType } from '../../step-type.ts';
import { openWritingMessages } from './messages.ts';

export const openWritingStep = stepType({
  type: 'open-writing',
  phase: 'divergence',
  minutes: 8,
  settings: { maxNotesPerPerson: limit(1, 100, 'notes') },
  todo: 'write',
  brings: true,
  rights: () => RIGHTS.own,
  most: ({ maxNotesPerPerson }) => maxNotesPerPerson,
  messages: openWritingMessages,
});
