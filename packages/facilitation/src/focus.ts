import { isFacilitating, LIMITS } from '@talkoot/protocol';
import { control, type Handlers } from './handlers.ts';
import { stepOf } from './agenda.ts';
import { bringTo } from './running.ts';
import { done, refuse, type Told, withRun } from './state.ts';

/** Commands about where people look and what they hear. */
export const FOCUS_COMMANDS: Handlers<'bring' | 'lead' | 'spotlight' | 'hide' | 'tell' | 'takeBack'> = {
  bring: control((state, { frames, groupId }) => done(bringTo(state, frames, groupId))),
  lead: control((state, { on }, { by }) => done(withRun(state, { leads: on ? by : null }))),
  spotlight: control((state, { elementId }) => done(withRun(state, { spotlight: elementId }))),
  hide: control((state, { names, cursors }) => {
    const { hidden } = state.run;
    return done(withRun(state, { hidden: { names: names ?? hidden.names, cursors: cursors ?? hidden.cursors } }));
  }),
  tell: control((state, { id, participantId, text }, { by, now }) => {
    const person = state.people[participantId];
    if (person?.status !== 'in' || person.role === 'display') return refuse('not-found', 'no such person');
    const note: Told = { id, by, text, at: now };
    const notes = [...(state.run.told[participantId] ?? []), note].slice(-LIMITS.toldNotes);
    return done(withRun(state, { told: { ...state.run.told, [participantId]: notes } }));
  }),
  takeBack: {
    may: isFacilitating,
    run: (state, { commandId }, { now }) => {
      const last = state.run.undoable.at(-1);
      if (last?.commandId !== commandId || now - last.at > LIMITS.takeBackMs)
        return refuse('too-late', 'not the last one');
      const { clock, stepId } = last.before;
      if (stepId && !stepOf(state.agenda, stepId)) return refuse('too-late', 'the step is gone');
      // The time that passed meanwhile is given back.
      const passed = clock && clock.pausedAt === null ? now - last.at : 0;
      const shifted = clock && { ...clock, startedAt: clock.startedAt + passed, endsAt: clock.endsAt + passed };
      const before = { ...last.before, ...(clock ? { clock: shifted ?? null } : {}) };
      return done(withRun(state, { ...before, undoable: state.run.undoable.slice(0, -1) }));
    },
  },
};
