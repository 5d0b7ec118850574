import {
  type Command,
  type CommentCommand,
  isComment,
  isFacilitating,
  LIMITS,
  type ParticipationRules,
  type ProblemCode,
  type Role,
  type SessionView,
  type VersionReason,
  type WorkshopState,
} from '@talkoot/protocol';
import { mayComment } from '@talkoot/rights';

/** A person as the machine knows them. */
export interface Person {
  role: Role;
  status: 'in' | 'lobby' | 'removed';
  name: string;
}

/** The running state of a workshop. */
export interface SessionState {
  state: WorkshopState;
  rules: ParticipationRules;
  /** Server time (ms) of the last change of rights. */
  rightsChangedAt: number;
  /** Server time (ms) at which it closes; null while nobody wants that. */
  closesAt: number | null;
  people: Readonly<Record<string, Person>>;
}

/** What the server carries out after a command: data, never functions. */
export type Effect =
  | { type: 'tellSession'; view: SessionView }
  | {
      type: 'saveWorkshop';
      state?: WorkshopState;
      rules?: ParticipationRules;
      newCode?: 'make' | 'drop';
      closesAt?: number | null;
    }
  | { type: 'savePerson'; participantId: string; person: Person }
  | { type: 'closeSockets'; participantId: string }
  | { type: 'lock'; elementIds: readonly string[]; locked: boolean }
  | { type: 'publish'; from: 'mine' | 'backstage'; elementIds: readonly string[]; by: string }
  | { type: 'handIn'; texts: readonly string[] }
  /** The board as it is after the effects before this one is kept. */
  | { type: 'saveVersion'; reason: VersionReason; name: string | null }
  /** Who gives it may comment; whether this comment is theirs, the document tells. */
  | { type: 'comment'; command: CommentCommand; role: Role };

export type Outcome =
  | { ok: true; state: SessionState; effects: Effect[] }
  | { ok: false; problem: ProblemCode; detail: string };

/** Who gives a command: a person of the workshop. */
export interface Sender {
  participantId: string;
}

/** Who may give which command: a role check per type; `publish` of one's own notes is everybody's. Who may comment, `rights` says. */
const MAY: Record<Exclude<Command['type'], CommentCommand['type']>, (role: Role, command: Command) => boolean> = {
  open: isFacilitating,
  // Ending a workshop is the facilitator's alone.
  close: (role) => role === 'facilitator',
  lock: isFacilitating,
  setRules: isFacilitating,
  setRole: isFacilitating,
  rename: isFacilitating,
  remove: isFacilitating,
  admit: (role) => isFacilitating(role) || role === 'roomHost',
  renewCode: isFacilitating,
  saveVersion: isFacilitating,
  handIn: (role) => role !== 'observer' && role !== 'display',
  publish: (role, command) =>
    isFacilitating(role) ||
    (command.type === 'publish' && command.from === 'mine' && (role === 'participant' || role === 'roomHost')),
};

/**
 * Carries a command out on paper: the new state and what the server has to do. Pure; time comes only as `now`.
 */
export function apply(state: SessionState, command: Command, sender: Sender, now: number): Outcome {
  const person = state.people[sender.participantId];
  if (person?.status !== 'in') return refuse('not-allowed', 'not in the workshop');
  if (isComment(command)) return comment(state, command, person.role);
  if (!MAY[command.type](person.role, command)) return refuse('not-allowed', `${person.role} may not ${command.type}`);
  switch (command.type) {
    case 'open':
      return state.closesAt === null ? setState(state, 'open', now) : closeAt(state, null);
    case 'close':
      return close(state, command.now === true, now);
    case 'setRules':
      return changeRights({ ...state, rules: command.rules }, now, { type: 'saveWorkshop', rules: command.rules });
    case 'lock':
      return whileNotClosed(state, { type: 'lock', elementIds: command.elementIds, locked: command.locked });
    case 'publish':
      return publish(state, command, sender);
    case 'handIn':
      return done(state, [{ type: 'handIn', texts: command.texts }]);
    case 'saveVersion':
      return done(state, [
        { type: 'saveVersion', reason: command.name === null ? 'restore' : 'named', name: command.name },
      ]);
    case 'renewCode':
      return whileNotClosed(state, { type: 'saveWorkshop', newCode: 'make' });
    default:
      return changePerson(state, command, sender);
  }
}

function refuse(problem: ProblemCode, detail: string): Outcome {
  return { ok: false, problem, detail };
}

function done(state: SessionState, effects: Effect[]): Outcome {
  return { ok: true, state, effects };
}

function whileNotClosed(state: SessionState, effect: Effect): Outcome {
  return state.state === 'closed' ? refuse('workshop-closed', 'closed') : done(state, [effect]);
}

function comment(state: SessionState, command: CommentCommand, role: Role): Outcome {
  const refused = mayComment(role, state.state);
  if (refused === 'closed') return refuse('workshop-closed', 'closed');
  if (refused) return refuse('not-allowed', `${role} may not comment now`);
  if (!('mentions' in command)) return done(state, [{ type: 'comment', command, role }]);
  // Who has left the workshop meanwhile is only named, not told.
  const mentions = [...new Set(command.mentions)].filter((id) => state.people[id]?.status === 'in');
  return done(state, [{ type: 'comment', command: { ...command, mentions }, role }]);
}

/** From backstage also onto a closed board: late words that facilitators found worth it. */
function publish(state: SessionState, command: Extract<Command, { type: 'publish' }>, sender: Sender): Outcome {
  const { from, elementIds } = command;
  const effect: Effect = { type: 'publish', from, elementIds, by: sender.participantId };
  return from === 'backstage' ? done(state, [effect]) : whileNotClosed(state, effect);
}

/** An open workshop closes after a while, so that people end what they are writing; another one at once. */
function close(state: SessionState, atOnce: boolean, now: number): Outcome {
  if (atOnce || state.state !== 'open') return setState(state, 'closed', now);
  return state.closesAt === null ? closeAt(state, now + LIMITS.closingMs) : done(state, []);
}

function closeAt(state: SessionState, closesAt: number | null): Outcome {
  const next = { ...state, closesAt };
  return done(next, [
    { type: 'saveWorkshop', closesAt },
    { type: 'tellSession', view: sessionView(next) },
  ]);
}

/** What time alone brings: the close, once it is due. Without effects when there is nothing to do yet. */
export function elapse(state: SessionState, now: number): Outcome {
  return state.closesAt !== null && now >= state.closesAt ? setState(state, 'closed', now) : done(state, []);
}

/** The part of the state that every participant may know. */
export function sessionView(state: SessionState): SessionView {
  const { rules, rightsChangedAt, closesAt } = state;
  return { state: state.state, rules, rightsChangedAt, closesAt };
}

function changeRights(state: SessionState, now: number, save: Effect): Outcome {
  const next = { ...state, rightsChangedAt: now };
  return done(next, [save, { type: 'tellSession', view: sessionView(next) }]);
}

function setState(state: SessionState, to: WorkshopState, now: number): Outcome {
  if (state.state === to) return done(state, []);
  const newCode = to === 'closed' ? 'drop' : state.state === 'closed' ? 'make' : undefined;
  const save: Effect = {
    type: 'saveWorkshop',
    state: to,
    ...(newCode && { newCode }),
    ...(state.closesAt !== null && { closesAt: null }),
  };
  const opened = to === 'open' ? admitAll(state) : { state, effects: [] };
  const outcome = changeRights({ ...opened.state, state: to, closesAt: null }, now, save);
  return outcome.ok ? done(outcome.state, [...outcome.effects, ...opened.effects]) : outcome;
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

function changePerson(
  state: SessionState,
  command: Extract<Command, { type: 'setRole' | 'rename' | 'remove' | 'admit' }>,
  sender: Sender,
): Outcome {
  const { participantId } = command;
  const person = state.people[participantId];
  if (!person) return refuse('not-found', 'no such person');
  const next = changedPerson(person, command);
  const losesFacilitator =
    person.role === 'facilitator' && person.status === 'in' && (next.role !== 'facilitator' || next.status !== 'in');
  if (losesFacilitator) {
    if (state.people[sender.participantId]?.role !== 'facilitator')
      return refuse('not-allowed', 'not over a facilitator');
    if (countFacilitators(state) < 2) return refuse('conflict', 'the last facilitator stays');
  }
  const effects: Effect[] = [{ type: 'savePerson', participantId, person: next }];
  if (next.status === 'removed') effects.push({ type: 'closeSockets', participantId });
  return done({ ...state, people: { ...state.people, [participantId]: next } }, effects);
}

function changedPerson(
  person: Person,
  command: Extract<Command, { type: 'setRole' | 'rename' | 'remove' | 'admit' }>,
): Person {
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
