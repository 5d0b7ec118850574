import { isFacilitating, isHosting, isMember, LIMITS, type WorkshopState } from '@talkoot/protocol';
import { control, type Handlers, type Of } from './handlers.ts';
import {
  type BoardFacts,
  done,
  type Effect,
  type Outcome,
  type Person,
  refuse,
  type SessionState,
  withRun,
} from './state.ts';

type WorkshopCommand =
  | 'open'
  | 'close'
  | 'lock'
  | 'lockAll'
  | 'setRules'
  | 'renewCode'
  | 'publish'
  | 'handIn'
  | 'saveVersion'
  | PersonCommand;
type PersonCommand = 'setRole' | 'rename' | 'remove' | 'admit';

/** Commands about the workshop as a whole and its people. */
export const WORKSHOP_COMMANDS: Handlers<WorkshopCommand> = {
  open: control((state) => (state.closesAt === null ? setState(state, 'open') : closeAt(state, null))),
  close: {
    // Ending a workshop is the facilitator's alone.
    may: (role) => role === 'facilitator',
    run: (state, command, { now }) => close(state, command.now === true, now),
  },
  lock: control((state, { elementIds, locked }) =>
    whileNotClosed(withKept(state, elementIds, locked), { type: 'lock', elementIds, locked }),
  ),
  lockAll: control((state, { locked }, { board }) => lockAll(state, locked, board.topLevel())),
  // While a step runs they stand in for its rights, until the next one.
  setRules: control((state, { rules }) =>
    done(withRun({ ...state, rules }, { override: state.run.stepId !== null }), [{ type: 'saveWorkshop', rules }]),
  ),
  // Whoever photographed the code off a room screen may have its link too.
  renewCode: control((state) => {
    if (state.state === 'closed') return refuse('workshop-closed', 'closed');
    const ended = endScreens(state);
    return done(ended.state, [{ type: 'saveWorkshop', newCode: 'make' }, ...ended.effects]);
  }),
  publish: {
    may: (role, { from }) => isFacilitating(role) || (from === 'mine' && isMember(role)),
    run: (state, { from, elementIds }, { by }) => {
      const effect: Effect = { type: 'publish', from, elementIds, by };
      // From backstage also onto a closed board: late words that facilitators found worth it.
      return from === 'backstage' ? done(state, [effect]) : whileNotClosed(state, effect);
    },
  },
  handIn: {
    may: (role) => role !== 'observer' && role !== 'display',
    run: (state, { texts }) => done(state, [{ type: 'handIn', texts }]),
  },
  saveVersion: control((state, { name }) =>
    done(state, [{ type: 'saveVersion', reason: name === null ? 'restore' : 'named', name }]),
  ),
  setRole: control((state, command, { by }) => changePerson(state, command, by)),
  rename: control((state, command, { by }) => changePerson(state, command, by)),
  remove: control((state, command, { by }) => changePerson(state, command, by)),
  admit: {
    may: isHosting,
    run: (state, command, { by }) => changePerson(state, command, by),
  },
};

/** Unlocking leaves what was locked by itself, unless there is nothing else. */
function lockAll(state: SessionState, locked: boolean, standing: ReturnType<BoardFacts['topLevel']>): Outcome {
  const already = standing.filter((element) => element.locked).map(({ id }) => id);
  const before = state.run.keptLocked;
  if (locked) {
    const elementIds = standing.filter((element) => !element.locked).map(({ id }) => id);
    return whileNotClosed(withRun(state, { keptLocked: before ?? already }), { type: 'lock', elementIds, locked });
  }
  const others = already.filter((id) => !before?.includes(id));
  const elementIds = others.length > 0 ? others : already;
  return whileNotClosed(withRun(state, { keptLocked: null }), { type: 'lock', elementIds, locked });
}

/** What is locked or unlocked by itself while all is locked is so on purpose. */
function withKept(state: SessionState, elementIds: readonly string[], locked: boolean): SessionState {
  const { keptLocked } = state.run;
  if (keptLocked === null) return state;
  const others = keptLocked.filter((id) => !elementIds.includes(id));
  return withRun(state, { keptLocked: locked ? [...others, ...elementIds] : others });
}

function whileNotClosed(state: SessionState, effect: Effect): Outcome {
  return state.state === 'closed' ? refuse('workshop-closed', 'closed') : done(state, [effect]);
}

/** An open workshop closes after a while, so that people end what they are writing; another one at once. */
function close(state: SessionState, atOnce: boolean, now: number): Outcome {
  if (atOnce || state.state !== 'open') return setState(state, 'closed');
  return state.closesAt === null ? closeAt(state, now + LIMITS.closingMs) : done(state);
}

function closeAt(state: SessionState, closesAt: number | null): Outcome {
  return done({ ...state, closesAt }, [{ type: 'saveWorkshop', closesAt }]);
}

/** Opens or closes it; who waited in the lobby of a draft comes in. */
export function setState(state: SessionState, to: WorkshopState): Outcome {
  if (state.state === to) return done(state);
  const newCode = to === 'closed' ? 'drop' : state.state === 'closed' ? 'make' : undefined;
  const save: Effect = {
    type: 'saveWorkshop',
    state: to,
    ...(newCode && { newCode }),
    ...(state.closesAt !== null && { closesAt: null }),
  };
  const opened = to === 'open' ? admitAll(state) : { state, effects: [] };
  return done({ ...opened.state, state: to, closesAt: null }, [save, ...opened.effects]);
}

/** Whoever waited in a draft's lobby comes in when it opens; who was removed before waits on. */
function admitAll(state: SessionState): { state: SessionState; effects: Effect[] } {
  if (state.state !== 'draft') return { state, effects: [] };
  const people = { ...state.people };
  const effects: Effect[] = [];
  for (const [participantId, person] of Object.entries(people)) {
    if (person.status !== 'lobby') continue;
    const admitted: Person = { ...person, status: 'in' };
    people[participantId] = admitted;
    effects.push({ type: 'savePerson', participantId, person: admitted });
  }
  return { state: { ...state, people }, effects };
}

/** Room screens hang on the code: another code, other links. */
function endScreens(state: SessionState): { state: SessionState; effects: Effect[] } {
  const people = { ...state.people };
  const effects: Effect[] = [];
  for (const [participantId, person] of Object.entries(people)) {
    if (person.role !== 'display' || person.status !== 'in') continue;
    const removed: Person = { ...person, status: 'removed' };
    people[participantId] = removed;
    effects.push({ type: 'savePerson', participantId, person: removed }, { type: 'closeSockets', participantId });
  }
  return { state: { ...state, people }, effects };
}

function changePerson(state: SessionState, command: Of<PersonCommand>, by: string): Outcome {
  const { participantId } = command;
  const person = state.people[participantId];
  if (!person) return refuse('not-found', 'no such person');
  // A screen on a wall never becomes somebody, nor comes back.
  if (person.role === 'display' && command.type !== 'rename' && command.type !== 'remove')
    return refuse('not-found', 'no such person');
  const next = changedPerson(person, command);
  const losesFacilitator =
    person.role === 'facilitator' && person.status === 'in' && (next.role !== 'facilitator' || next.status !== 'in');
  if (losesFacilitator) {
    if (state.people[by]?.role !== 'facilitator') return refuse('not-allowed', 'not over a facilitator');
    if (countFacilitators(state) < 2) return refuse('conflict', 'the last facilitator stays');
  }
  const effects: Effect[] = [{ type: 'savePerson', participantId, person: next }];
  if (next.status === 'removed') effects.push({ type: 'closeSockets', participantId });
  return done({ ...state, people: { ...state.people, [participantId]: next } }, effects);
}

function changedPerson(person: Person, command: Of<PersonCommand>): Person {
  switch (command.type) {
    case 'setRole':
      return { ...person, role: command.role };
    case 'rename':
      return { ...person, name: command.name };
    case 'remove':
      return { ...person, status: 'removed' };
    case 'admit':
      return person.status === 'lobby' ? { ...person, status: 'in' } : person;
  }
}

function countFacilitators(state: SessionState): number {
  return Object.values(state.people).filter((person) => person.role === 'facilitator' && person.status === 'in').length;
}
