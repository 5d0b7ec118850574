import { isHosting, isMember, type PeopleCommand } from '@talkoot/protocol';
import { stepOf } from './agenda.ts';
import type { Handlers } from './handlers.ts';
import { done, type Outcome, refuse, type SessionState } from './state.ts';
import { settingsOf, typeOf } from './steps.ts';

/** Is this somebody without a device, for whom others write? */
export function isOnPaper(state: SessionState, participantId: string): boolean {
  const person = state.people[participantId];
  return person?.status === 'in' && isMember(person.role) && person.mode === 'paper';
}

/** Commands about from where people take part, and for those who came without a device. */
export const PEOPLE_COMMANDS: Handlers<PeopleCommand['type']> = {
  describe: {
    may: (role) => isHosting(role) || isMember(role),
    run: (state, { participantId, mode, tag }, { by, role }) => {
      const person = state.people[participantId];
      if (!person || person.role === 'display') return refuse('not-found', 'no such person');
      // Who is on paper gives their pen away: that is not said by a device.
      const own = participantId === by && mode !== 'paper';
      if (!own && !isHosting(role)) return refuse('not-allowed', 'only for oneself');
      const next = { ...person, mode, tag };
      return done({ ...state, people: { ...state.people, [participantId]: next } }, [
        { type: 'savePerson', participantId, person: next },
      ]);
    },
  },
  noteFor: {
    may: isHosting,
    run: (state, { participantId, frame, words }) =>
      onPaper(state, participantId, () =>
        done(state, [{ type: 'noteFor', participantId, ...placeOf(state, participantId, frame), words }]),
      ),
  },
  dropNoteFor: {
    may: isHosting,
    run: (state, { participantId, elementId }) =>
      onPaper(state, participantId, () =>
        done(state, [{ type: 'dropNoteFor', participantId, from: whereNotesGo(state), elementId }]),
      ),
  },
};

function onPaper(state: SessionState, participantId: string, run: () => Outcome): Outcome {
  if (state.state === 'closed') return refuse('workshop-closed', 'closed');
  return isOnPaper(state, participantId) ? run() : refuse('not-found', 'nobody without a device');
}

/** On the board it comes into their own copy of the frame, if they have one. */
function placeOf(state: SessionState, participantId: string, frame: string | null) {
  const to = whereNotesGo(state);
  const own = to === 'board' && frame !== null ? state.run.copies[frame]?.[participantId] : undefined;
  return { to, frame: own ?? frame };
}

/** While all write privately, these notes wait among them until they are revealed. */
function whereNotesGo(state: SessionState): 'mine' | 'board' {
  const step = stepOf(state.agenda, state.run.stepId);
  return step && typeOf(step)?.writing?.(settingsOf(step)) ? 'mine' : 'board';
}
