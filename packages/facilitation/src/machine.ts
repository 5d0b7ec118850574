import { type Command, LIMITS } from '@talkoot/protocol';
import { AGENDA_COMMANDS } from './agenda.ts';
import { COMMENT_COMMANDS } from './comments.ts';
import { lacksCopies } from './copies.ts';
import { FOCUS_COMMANDS } from './focus.ts';
import { GROUP_COMMANDS } from './groups.ts';
import type { Handler, Handlers } from './handlers.ts';
import { PEOPLE_COMMANDS } from './paper.ts';
import { ROUND_COMMANDS } from './rounds.ts';
import { advance, advancesAt, CONTROLS, copiesForAll, RUNNING_COMMANDS } from './running.ts';
import { revealNow, revealOnTurn } from './reveals.ts';
import {
  type BoardFacts,
  type Controls,
  done,
  type Effect,
  type Given,
  type Outcome,
  refuse,
  type Sender,
  type SessionState,
  withRun,
} from './state.ts';
import { TURN_COMMANDS } from './turns.ts';
import { sessionView } from './view.ts';
import { setState, WORKSHOP_COMMANDS } from './workshop.ts';

/** Every command there is, by type. */
const HANDLERS: Handlers<Command['type']> = {
  ...WORKSHOP_COMMANDS,
  ...COMMENT_COMMANDS,
  ...AGENDA_COMMANDS,
  ...RUNNING_COMMANDS,
  ...TURN_COMMANDS,
  ...FOCUS_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...ROUND_COMMANDS,
  ...GROUP_COMMANDS,
};

/** The world around a command: time, the board, and who is connected. Nothing else reaches the machine. */
export interface Around {
  now: number;
  board: BoardFacts;
  online: ReadonlySet<string>;
}

/**
 * Carries a command out on paper: the new state and what the server has to do. Pure: time comes only as `now`, chance
 * only from ids and times.
 */
export function apply(state: SessionState, command: Command, sender: Sender, around: Around): Outcome {
  const person = state.people[sender.participantId];
  if (person?.status !== 'in') return refuse('not-allowed', 'not in the workshop');
  // Its type names the handler of just that type, which the compiler cannot follow through a table.
  const handler = HANDLERS[command.type] as Handler<Command['type']>;
  if (!handler.may(person.role, command)) return refuse('not-allowed', `${person.role} may not ${command.type}`);
  const given: Given = { ...around, by: sender.participantId, role: person.role };
  // One click begins: a draft opens with its first step.
  const begins = command.type === 'goTo' && command.stepId !== null && state.state === 'draft';
  const opened = begins ? setState(state, 'open') : done(state);
  if (!opened.ok) return opened;
  const outcome = handler.run(opened.state, command, given);
  if (!outcome.ok) return outcome;
  const noted = CONTROLS.has(command.type) ? noteControl(state, outcome.state, command, given) : outcome.state;
  return told(state, noted, [...opened.effects, ...outcome.effects], given.now);
}

/** What time alone brings: the close, a reveal, the next step. Without effects when there is nothing to do yet. */
export function elapse(state: SessionState, around: Around): Outcome {
  const { now } = around;
  const outcome = dueOutcome(state, { ...around, by: TIME, role: 'facilitator' });
  return outcome.ok ? told(state, outcome.state, outcome.effects, now) : outcome;
}

/** Stands for who gives what nobody commands. */
const TIME = 'time';

function dueOutcome(state: SessionState, given: Given): Outcome {
  const { now } = given;
  if (state.closesAt !== null && now >= state.closesAt) return setState(state, 'closed');
  if (state.run.reveal && now >= state.run.reveal.at) return revealNow(state, given);
  if (lacksCopies(state, given.online)) return copiesForAll(state, given);
  const advances = advancesAt(state);
  return advances !== null && now >= advances ? advance(state, given) : done(state);
}

/** Everybody is told what they may know of a change, and when the rights changed. */
function told(before: SessionState, changed: SessionState, effects: Effect[], now: number): Outcome {
  const after = revealOnTurn(before, changed, now);
  const [was, is] = [sessionView(before), sessionView(after)];
  const rightsOf = ({ state, rules, rights, paused }: typeof is): string =>
    JSON.stringify([state, rules, rights, paused]);
  const next = rightsOf(was) !== rightsOf(is) ? { ...after, rightsChangedAt: now } : after;
  if (JSON.stringify(was) === JSON.stringify(is)) return done(next, effects);
  return done(next, [...effects, { type: 'tellSession', view: sessionView(next) }]);
}

const CONTROL_KEYS = [
  'stepId',
  'stage',
  'clock',
  'turns',
  'bring',
  'spotlight',
  'leads',
  'hidden',
  'paused',
  'override',
  'copying',
  'counts',
] as const;

/** Remembers what a control changed, so that it can be taken back. */
function noteControl(before: SessionState, after: SessionState, command: Command, { by, now }: Given): SessionState {
  const changed = CONTROL_KEYS.filter((key) => before.run[key] !== after.run[key]);
  if (changed.length === 0) return after;
  const entry = {
    ...{ commandId: command.id, type: command.type, at: now, by },
    before: Object.fromEntries(changed.map((key) => [key, before.run[key]])) as Partial<Controls>,
  };
  return withRun(after, { undoable: [...after.run.undoable, entry].slice(-LIMITS.takeBacks) });
}
