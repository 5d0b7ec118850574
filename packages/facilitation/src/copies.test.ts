import { type AgendaStep, type Command, DEFAULT_RULES, EMPTY_AGENDA, LIMITS, type Role } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { apply, elapse } from './machine.ts';
import { keptState, keptText } from './saved.ts';
import { type Effect, type Outcome, type Person, QUIET_RUN, type SessionState } from './state.ts';
import { lacksCopies } from './copies.ts';
import { ownView, sessionView } from './view.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };

function step(id: string, type: string, frames: string[], settings: AgendaStep['settings'] = {}): AgendaStep {
  return {
    ...{ id, type, phase: 'divergence', title: NO_WORDS, prompt: NO_WORDS, cue: '', minutes: 5 },
    ...{ optional: false, skipped: false, autoAdvance: false, frames, settings },
  };
}

function person(role: Role, mode: Person['mode'] = null): Person {
  return { role, status: 'in', name: `${role} ${mode}`, mode, tag: '' };
}

/** A session on a board where `own` is to be copied for everybody. */
function sessionOf(...steps: AgendaStep[]) {
  let state: SessionState = {
    ...{ state: 'open', rules: DEFAULT_RULES, rightsChangedAt: 0, closesAt: null, run: QUIET_RUN },
    people: { fac: person('facilitator'), ann: person('participant'), pen: person('participant', 'paper') },
    agenda: { ...EMPTY_AGENDA, steps },
  };
  let now = 1_000;
  const online = new Set(['fac', 'ann']);
  const board = {
    itemsIn: (frames: readonly string[]) => [...frames],
    repeated: (frames: readonly string[]) => frames.filter((id) => id === 'own'),
    topLevel: () => [],
    waiting: () => [['own'], ['inner', 'own'], ['all'], []],
  };
  let effects: Effect[] = [];
  const take = (outcome: Outcome): Effect[] => {
    if (!outcome.ok) throw new Error(outcome.detail);
    // As after a restart.
    state = { ...outcome.state, ...keptState(keptText(outcome.state), [], 0) };
    effects = outcome.effects.filter(({ type }) => type === 'copyFrames' || type === 'reveal' || type === 'noteFor');
    return effects;
  };
  return {
    online,
    state: () => state,
    give: (input: object): Effect[] => {
      now += 1_000;
      const command = { id: `c${now}`, ...input } as Command;
      return take(apply(state, command, { participantId: 'fac' }, { now, online, board }));
    },
    wait: (ms: number): Effect[] => {
      now += ms;
      return take(elapse(state, { now, online, board }));
    },
    come: (id: string): void => {
      state = { ...state, people: { ...state.people, [id]: person('participant') } };
      online.add(id);
    },
  };
}

const copiesIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.type === 'copyFrames' ? effect.sets : []));

test('everybody who is there or has no device gets own copies once, latecomers when they come', () => {
  const session = sessionOf(step('a', 'open-writing', ['own', 'all']), step('b', 'open-writing', ['own']));
  const sets = copiesIn(session.give({ type: 'goTo', stepId: 'a' }));
  expect(sets.map(({ name, copies }) => [name, Object.keys(copies)])).toEqual([
    ['participant null', ['own']],
    ['participant paper', ['own']],
  ]);
  const ann = ownView(session.state(), 'ann').copies.own ?? '';
  expect(sessionView(session.state()).rights?.frames).toEqual(['own', ann, sets[1]?.copies.own, 'all']);
  expect(sessionView(session.state()).step?.frames).toEqual(['own', 'all']);
  expect(lacksCopies(session.state(), session.online)).toBe(false);
  session.come('late');
  expect(lacksCopies(session.state(), session.online)).toBe(true);
  expect(copiesIn(session.wait(1_000))).toHaveLength(1);
  expect(ownView(session.state(), 'late').copies.own).not.toBe(ann);
  expect(copiesIn(session.wait(1_000))).toEqual([]);
  // Another step, and the first once more: they have them.
  expect(copiesIn(session.give({ type: 'goTo', stepId: 'b' }))).toEqual([]);
  expect(copiesIn(session.give({ type: 'goTo', stepId: 'a' }))).toEqual([]);
  expect(ownView(session.state(), 'ann').copies).toEqual({ own: ann });
  expect(session.give({ type: 'noteFor', participantId: 'pen', frame: 'own', words: 'kynällä' })).toMatchObject([
    { type: 'noteFor', frame: ownView(session.state(), 'pen').copies.own },
  ]);
});

test('steps in which nothing is written on the board copy nothing, but votes reach what stands in copies', () => {
  const session = sessionOf(
    ...['private-writing', 'clustering', 'breakout', 'linking'].map((type) => step(type, type, ['own'])),
    ...[step('write', 'build', ['own']), step('vote', 'voting', ['own'])],
  );
  for (const stepId of ['private-writing', 'clustering', 'breakout', 'linking'])
    expect(copiesIn(session.give({ type: 'goTo', stepId }))).toEqual([]);
  expect(copiesIn(session.give({ type: 'goTo', stepId: 'write' }))).toHaveLength(2);
  expect(copiesIn(session.give({ type: 'goTo', stepId: 'vote' }))).toEqual([]);
  expect(sessionView(session.state()).rounds.at(-1)?.items).toHaveLength(3);
});

test.each(['named', 'nobody'])('notes that were private come into own copies only where %s is told', (anonymity) => {
  const session = sessionOf(step('write', 'private-writing', ['own'], { anonymity }), step('talk', 'build', ['own']));
  session.give({ type: 'goTo', stepId: 'write' });
  session.give({ type: 'reveal', frames: null, authors: null });
  const effects = session.wait(LIMITS.revealMs);
  const named = anonymity === 'named';
  expect(effects.map(({ type }) => type)).toEqual(named ? ['copyFrames', 'reveal'] : ['reveal']);
  const own = ownView(session.state(), 'ann').copies.own;
  expect(effects.at(-1)).toMatchObject({ copies: named ? { own: { ann: own } } : {} });
  const later = copiesIn(session.give({ type: 'goTo', stepId: 'talk' }));
  // Who wrote what was to stay unknown: no names stand over what they write on.
  expect(later.map(({ name }) => name)).toEqual(named ? [] : [null, null]);
});

test('a reveal as a distribution shows numbers to all first, until the words come', () => {
  const settings = { revealMode: 'distribution' };
  const session = sessionOf(
    ...[step('write', 'private-writing', ['own', 'all']), step('numbers', 'reveal', [], settings)],
    ...[step('one', 'reveal', ['all'], settings), step('words', 'reveal', ['own'])],
  );
  const counts = () => sessionView(session.state()).counts;
  session.give({ type: 'goTo', stepId: 'write' });
  expect(counts()).toBeNull();
  session.give({ type: 'goTo', stepId: 'numbers' });
  const [own, all] = [
    { id: 'own', notes: 2 },
    { id: 'all', notes: 1 },
  ];
  expect(counts()).toEqual({ frames: [own, all], elsewhere: 1 });
  session.give({ type: 'goTo', stepId: 'one' });
  expect(counts()?.frames).toEqual([all]);
  session.give({ type: 'reveal', frames: null, authors: null });
  expect(counts()?.frames).toEqual([all]);
  session.wait(LIMITS.revealMs);
  expect(counts()).toBeNull();
  session.give({ type: 'goTo', stepId: 'words' });
  expect(counts()).toBeNull();
});
