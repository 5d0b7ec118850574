import { DEFAULT_RULES, type Role } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { apply } from './machine.ts';
import { newStep } from './agenda.ts';
import { type Outcome, QUIET_RUN, type SessionState } from './state.ts';
import type { StepType } from './step-type.ts';
import { typeOf } from './steps.ts';
import { beginTurns } from './turns.ts';

const person = (role: Role, mode: 'room' | 'remote' | 'paper' | null = null) =>
  ({ role, mode, status: 'in', name: role, tag: '' }) as const;

function session(): SessionState {
  return {
    ...{ state: 'open', rules: DEFAULT_RULES, rightsChangedAt: 0, closesAt: null, run: QUIET_RUN },
    agenda: { steps: [], startsAt: null, bookedMinutes: null, expectedPeople: null },
    people: {
      ...{
        fac: person('facilitator'),
        host: person('roomHost'),
        ann: person('participant'),
        bob: person('participant'),
      },
      paper: person('participant', 'paper'),
    },
  } as SessionState;
}

const AROUND = {
  now: 5,
  board: { itemsIn: () => [], repeated: () => [], topLevel: () => [], waiting: () => [] },
  online: new Set(['fac', 'host', 'ann', 'bob']),
};

function give(state: SessionState, by: string, command: object): Outcome {
  return apply(state, { id: `${Math.random()}`, ...command } as never, { participantId: by }, AROUND);
}

const answerOf = (outcome: Outcome): string => (outcome.ok ? 'yes' : outcome.problem);

test('everybody says from where they take part; only who hosts says it of others', () => {
  const says = (by: string, participantId: string, mode: string | null): string =>
    answerOf(give(session(), by, { type: 'describe', participantId, mode, tag: 'Kela' }));
  expect(says('ann', 'ann', 'remote')).toBe('yes');
  expect(says('ann', 'bob', 'remote')).toBe('not-allowed');
  expect(says('ann', 'ann', 'paper')).toBe('not-allowed');
  expect(says('host', 'ann', 'paper')).toBe('yes');
  expect(says('fac', 'nobody', 'room')).toBe('not-found');
});

test('a host writes and answers for who has no device, and for nobody else', () => {
  const note = (by: string, participantId: string): string =>
    answerOf(give(session(), by, { type: 'noteFor', participantId, frame: null, words: 'Kahvia' }));
  expect(note('host', 'paper')).toBe('yes');
  expect(note('fac', 'paper')).toBe('yes');
  expect(note('host', 'ann')).toBe('not-found');
  expect(note('ann', 'paper')).toBe('not-allowed');

  const axes = { x: ['', ''], y: ['', ''] };
  const rules = {
    method: 'dots',
    question: '',
    each: 2,
    perItem: 1,
    scale: 1,
    axes,
    secret: true,
    live: false,
    least: 0,
  };
  const opened = give(session(), 'fac', { type: 'openRound', rules, items: ['i1', 'i2'] });
  if (!opened.ok) throw new Error(opened.detail);
  const roundId = opened.state.run.rounds[0]?.id;
  const answers = (by: string, participantId: string, marks: object): string =>
    answerOf(give(opened.state, by, { type: 'ballot', roundId, participantId, ballot: { marks } }));
  expect(answers('host', 'paper', { i1: 1, i2: 1 })).toBe('yes');
  expect(answers('host', 'paper', { i1: 2 })).toBe('invalid-input');
  expect(answers('host', 'ann', { i1: 1 })).toBe('not-allowed');
  expect(answers('ann', 'paper', { i1: 1 })).toBe('not-allowed');
});

test('while notes are written privately, those for others wait among them too', () => {
  const step = {
    ...newStep(typeOf({ type: 'private-writing' }) as StepType, 's1', { fi: 'Kirjoitus', sv: '', en: '' }),
    frames: [],
  };
  const planned = { ...session(), agenda: { ...session().agenda, steps: [step] } };
  const begun = give(planned, 'fac', { type: 'goTo', stepId: 's1' });
  if (!begun.ok) throw new Error(begun.detail);
  const noted = give(begun.state, 'host', { type: 'noteFor', participantId: 'paper', frame: null, words: 'Kahvia' });
  expect(noted.ok && noted.effects[0]).toMatchObject({ type: 'noteFor', to: 'mine' });
});

test('marks are told apart by place only where four or more answered from each', () => {
  const axes = { x: ['', ''], y: ['', ''] };
  const rules = {
    method: 'form',
    question: '',
    each: 1,
    perItem: 1,
    scale: 5,
    axes,
    secret: true,
    live: false,
    least: 4,
  };
  const closedWith = (room: number, remote: number): unknown => {
    const marks = [...Array<number>(room).fill(5), ...Array<number>(remote).fill(2)];
    const people = Object.fromEntries(
      marks.map((mark, at) => [`p${at}`, person('participant', mark === 2 ? 'remote' : null)]),
    );
    const start = { ...session(), people: { ...session().people, ...people } };
    let state = start;
    const next = (by: string, command: object): void => {
      const outcome = give(state, by, command);
      if (!outcome.ok) throw new Error(outcome.detail);
      state = outcome.state;
    };
    next('fac', { type: 'openRound', rules, items: [] });
    const roundId = state.run.rounds[0]?.id;
    for (const [at, mark] of marks.entries())
      next(`p${at}`, { type: 'ballot', roundId, ballot: { marks: { self: mark } } });
    next('fac', { type: 'closeRound', roundId });
    return state.run.rounds[0]?.outcome?.results[0]?.byMode;
  };
  expect(closedWith(4, 4)).toEqual({ room: 5, remote: 2 });
  expect(closedWith(5, 3)).toBeUndefined();
  expect(closedWith(3, 9)).toBeUndefined();
});

test('turns go by turns between elsewhere and the room, the first to elsewhere; paper takes part', () => {
  const state = session();
  const people = { ...state.people, ann: person('participant', 'remote'), bob: person('participant', 'remote') };
  const given = { ...AROUND, by: 'fac', role: 'facilitator' as const };
  const turns = { seconds: 60, pass: true, groups: false, onlySpeakerWrites: false };
  const { order } = beginTurns({ ...state, people }, turns, 'x', given).run.turns ?? { order: [] };
  const modes = order.map((id) => people[id as keyof typeof people].mode === 'remote');
  expect(modes).toEqual([true, false, true, false]);
  expect(order).toContain('paper');
});
