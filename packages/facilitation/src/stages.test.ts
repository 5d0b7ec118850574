import { type AgendaStep, type Command, DEFAULT_RULES, EMPTY_AGENDA, LIMITS } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { mixedTables } from './grouping.ts';
import { apply, elapse } from './machine.ts';
import { dueAt } from './running.ts';
import { keptState, keptText } from './saved.ts';
import { type Effect, type Outcome, QUIET_RUN, type SessionState } from './state.ts';
import { ownView, sessionView } from './view.ts';

const START = 1_000_000;
const NO_WORDS = { fi: '', sv: '', en: '' };
const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eva', 'fia'];

function step(type: string, settings: AgendaStep['settings'], frames: string[] = ['f1']): AgendaStep {
  return {
    ...{
      id: type,
      type,
      phase: 'emergence',
      minutes: 18,
      title: NO_WORDS,
      prompt: NO_WORDS,
      cue: '',
      frames,
      settings,
    },
    ...{ optional: false, skipped: false, autoAdvance: false },
  };
}

/** A session that goes on command by command. */
class Session {
  state: SessionState;
  now = START;
  online = new Set(['fac', ...PEOPLE]);
  effects: Effect[] = [];

  constructor(...steps: AgendaStep[]) {
    const people = Object.fromEntries(
      ['fac', ...PEOPLE].map((id) => [
        id,
        {
          role: id === 'fac' ? ('facilitator' as const) : ('participant' as const),
          status: 'in' as const,
          name: id,
          mode: null,
          tag: '',
        },
      ]),
    );
    this.state = {
      ...{ state: 'open', rules: DEFAULT_RULES, rightsChangedAt: 0, closesAt: null, people, run: QUIET_RUN },
      agenda: { ...EMPTY_AGENDA, steps: [...steps, { ...step('discussion', {}), id: 'after' }] },
    };
  }

  get #around() {
    return {
      now: this.now,
      online: this.online,
      board: { itemsIn: () => [], repeated: () => [], topLevel: () => [], waiting: () => [] },
    };
  }

  #take(outcome: Outcome): Outcome {
    if (!outcome.ok) return outcome;
    this.state = { ...outcome.state, ...keptState(keptText(outcome.state), [], 0) };
    this.effects = outcome.effects;
    return outcome;
  }

  give(command: Record<string, unknown>, by = 'fac'): Outcome {
    const given = { id: `c${this.now}${by}${String(command.type)}`, ...command } as Command;
    return this.#take(apply(this.state, given, { participantId: by }, this.#around));
  }

  /** Time goes on to what it brings next. */
  wait(): void {
    this.now = dueAt(this.state) ?? this.now;
    this.#take(elapse(this.state, this.#around));
  }

  get stage() {
    return sessionView(this.state).stage;
  }

  get groups(): string[][] {
    return sessionView(this.state).groups.map(({ members }) => [...members]);
  }

  effect<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }> | undefined {
    return this.effects.find((effect): effect is Extract<Effect, { type: Type }> => effect.type === type);
  }
}

test('1-2-4-All goes by its clock from one to pairs, fours and all, and carries what was made', () => {
  const session = new Session(step('one-two-four-all', { secondsPerRound: '60,120' }, ['f1', 'f2', 'f3', 'f4']));
  session.give({ type: 'goTo', stepId: 'one-two-four-all' });
  expect(session.stage).toEqual({
    name: 'alone',
    at: 0,
    count: 4,
    next: 'pairs',
    chosen: null,
    later: (120 + 450 + 450) * 1_000,
  });
  expect(sessionView(session.state).step?.writing).toMatchObject({ frames: ['f1'], anonymity: 'named' });
  expect(sessionView(session.state)).toMatchObject({
    groups: [],
    hidden: { cursors: true },
    rights: { create: false },
  });
  expect(session.give({ type: 'reveal', frames: null, authors: null })).toMatchObject({ ok: false });
  session.wait();
  expect(session.now).toBe(START + 60_000 + LIMITS.finishMs);
  expect(session.stage).toMatchObject({ name: 'pairs', at: 1 });
  expect(sessionView(session.state)).toMatchObject({
    step: { writing: null, frames: ['f2'] },
    hidden: { cursors: false },
  });
  expect(session.groups.map((group) => group.length)).toEqual([2, 2, 2]);
  const pairs = session.groups;
  const opened = session.effect('openGroups');
  expect(opened?.written).toEqual({ frames: ['f1', 'f2', 'f3', 'f4'], since: START, mixed: false });
  expect(opened?.groups.map(({ notesOf, frames }) => [notesOf, frames])).toEqual(pairs.map((pair) => [pair, ['f2']]));
  const pairIds = opened?.groups.map(({ id }) => id) ?? [];
  // Whose line is away for a moment goes on with the others.
  session.online.delete('ann');
  session.wait();
  expect(session.stage).toMatchObject({ name: 'fours', at: 2, chosen: 0 });
  // The odd pair joins a four.
  expect(session.groups.map((group) => group.length)).toEqual([6]);
  const fours = session.effect('openGroups');
  expect(fours?.groups.map(({ workOf, notesOf }) => [workOf, notesOf])).toEqual([[pairIds, []]]);
  expect(session.give({ type: 'chooseNote', elementId: 'best' }, 'cid')).toMatchObject({ ok: true });
  expect(ownView(session.state, 'dan').chosen).toBe('best');
  session.wait();
  expect(session.stage).toEqual({ name: 'all', at: 3, count: 4, next: null, chosen: null, later: 0 });
  expect(session.groups).toEqual([]);
  const [four] = fours?.groups ?? [];
  expect(session.effect('gatherGroups')).toMatchObject({ into: 'f4', chosen: { [four?.id ?? '']: 'best' } });
  expect(sessionView(session.state).rights).toMatchObject({ create: true, frames: ['f4'] });
  // The last stage waits for whoever leads.
  expect(dueAt(session.state)).toBeNull();
});

test('the facilitator goes on to the next stage once, however often it is asked, and what was before it is not taken back', () => {
  const session = new Session(step('one-two-four-all', { rounds: 3 }));
  session.give({ type: 'goTo', stepId: 'one-two-four-all' });
  session.give({ type: 'addTime', ms: 60_000, id: 'more' });
  expect(session.give({ type: 'nextStage', at: 2 })).toMatchObject({ ok: false, problem: 'conflict' });
  expect(session.give({ type: 'nextStage', at: 1 }, 'ann')).toMatchObject({ ok: false, problem: 'not-allowed' });
  session.give({ type: 'nextStage', at: 1 });
  const { groups } = session;
  session.give({ type: 'nextStage', at: 1, id: 'again' });
  expect([session.stage?.name, session.groups]).toEqual(['pairs', groups]);
  expect(session.give({ type: 'takeBack', commandId: 'more' })).toMatchObject({ ok: false });
  session.give({ type: 'pause', paused: true });
  session.now += 3_600_000;
  expect(dueAt(session.state)).toBeNull();
  session.give({ type: 'nextStage', at: 2 });
  expect(session.stage).toMatchObject({ name: 'all', at: 2, count: 3 });
  expect(session.give({ type: 'nextStage', at: 3 })).toMatchObject({ ok: false });
});

test('a step that is left while groups work ends them as its last stage would; taken back, its stage is there again', () => {
  const session = new Session(step('one-two-four-all', {}));
  session.give({ type: 'goTo', stepId: 'one-two-four-all' });
  session.give({ type: 'nextStage', at: 1 });
  const [first] = sessionView(session.state).groups;
  session.give({ type: 'chooseNote', elementId: 'ours' }, first?.members[0]);
  session.give({ type: 'goTo', stepId: 'after', id: 'left' });
  expect(session.effect('gatherGroups')).toMatchObject({ into: 'f1', chosen: { [first?.id ?? '']: 'ours' } });
  expect(session.stage).toBeNull();
  session.give({ type: 'takeBack', commandId: 'left' });
  expect(session.stage).toMatchObject({ name: 'pairs' });
  // What came to the board is not carried once more.
  session.give({ type: 'nextStage', at: 2 });
  expect(session.effect('openGroups')?.groups.flatMap(({ workOf }) => workOf)).toEqual([]);
});

test('notes of an earlier private writing in the same frames are not carried into pairs', () => {
  const session = new Session(
    { ...step('private-writing', { anonymity: 'nobody' }), id: 'before' },
    step('one-two-four-all', {}),
  );
  session.give({ type: 'goTo', stepId: 'before' });
  session.now += 5_000;
  session.give({ type: 'goTo', stepId: 'one-two-four-all' });
  session.give({ type: 'nextStage', at: 1 });
  expect(session.effect('openGroups')?.written).toEqual({ frames: ['f1'], since: START + 5_000, mixed: true });
});

test('in a world café each table has its frame, a host stays and the others go where they were not', () => {
  const cafe = step('breakout', { groupSize: 2, rotations: 3, secondsPerRotation: 600, hostStays: true }, [
    't1',
    't2',
    't3',
    't4',
  ]);
  const session = new Session(cafe);
  session.give({ type: 'goTo', stepId: 'breakout' });
  expect(session.effect('openGroups')?.groups.map(({ frames }) => frames)).toEqual([['t1'], ['t2'], ['t3']]);
  expect(session.stage).toEqual({ name: 'round', at: 0, count: 3, next: 'round', chosen: null, later: 1_200_000 });
  const ids = sessionView(session.state).groups.map(({ id }) => id);
  const before = session.groups;
  session.wait();
  const after = sessionView(session.state).groups;
  expect(after.map(({ id }) => id)).toEqual(ids);
  expect(session.effect('openGroups')).toBeUndefined();
  for (const [at, { host, members }] of after.entries()) {
    expect(before[at]).toContain(host);
    expect(members.filter((member) => before[at]?.includes(member))).toEqual([host]);
  }
  expect(session.groups.flat().sort()).toEqual(PEOPLE);
  session.wait();
  expect(sessionView(session.state).groups.map(({ host }) => host)).toEqual(after.map(({ host }) => host));
});

test('without a host groups go from table to table as they are', () => {
  const session = new Session(step('breakout', { groupSize: 2, rotations: 2 }, ['t1', 't2', 't3']));
  session.give({ type: 'goTo', stepId: 'breakout' });
  const before = session.groups;
  session.give({ type: 'nextStage', at: 1 });
  expect(session.groups).toEqual([before[2], before[0], before[1]]);
});

test('travellers meet as few as they can a second time, and sit at a table once', () => {
  const tables = ['a', 'b', 'c'].map((id) => ({ id, members: [1, 2, 3, 4].map((at) => `${id}${at}`), host: `${id}1` }));
  const seen = Object.fromEntries(tables.flatMap(({ id, members }) => members.map((member) => [member, [id]])));
  const mixed = mixedTables({ tables, met: {}, seen, seed: 'x' });
  expect(mixed.map((members) => members[0])).toEqual(['a1', 'b1', 'c1']);
  for (const [at, members] of mixed.entries())
    for (const member of members.slice(1)) expect(seen[member]).not.toContain(tables[at]?.id);
  expect(mixed.flat().sort()).toEqual(tables.flatMap(({ members }) => members).sort());
});

test('on-turn notes come to the board as their author’s turn comes, where everybody may know who wrote them', () => {
  for (const anonymity of ['named', 'nobody']) {
    const writing = { ...step('private-writing', { revealMode: 'on-turn', anonymity }), id: 'writing' };
    const session = new Session(writing, step('round-robin', {}));
    session.give({ type: 'goTo', stepId: 'writing' });
    session.give({ type: 'goTo', stepId: 'round-robin' });
    const [first, second] = session.state.run.turns?.order ?? [];
    if (anonymity === 'nobody') {
      expect(session.state.run.reveal).toBeNull();
      // Nor does anybody else open one person's notes.
      expect(session.give({ type: 'reveal', frames: null, authors: ['ann'] })).toMatchObject({ ok: false });
      continue;
    }
    expect(session.state.run.reveal).toMatchObject({ frames: ['f1'], authors: [first] });
    session.wait();
    expect(session.effect('reveal')).toMatchObject({ frames: ['f1'], authors: [first], anonymity: 'named' });
    session.give({ type: 'turn', to: 'next' });
    session.give({ type: 'addTime', ms: 60_000 });
    expect(session.state.run.reveal?.authors).toEqual([second]);
  }
});

test('what was written for its author alone is in no reveal', () => {
  const own = { ...step('private-writing', { revealMode: 'author-choice' }), id: 'own' };
  const tray = { ...step('private-writing', { visibility: 'author-only', landIn: 'tray' }, ['f2']), id: 'tray' };
  const session = new Session(own, tray);
  session.give({ type: 'goTo', stepId: 'own' });
  session.give({ type: 'reveal', frames: null, authors: null });
  session.wait();
  const running = { startedAt: START, endedAt: null };
  expect(session.effect('reveal')?.kept).toEqual({ frames: ['f1'], spans: [running] });
  const { now } = session;
  session.give({ type: 'goTo', stepId: 'tray' });
  session.give({ type: 'reveal', frames: ['f1'], authors: null });
  session.wait();
  expect(session.effect('reveal')?.kept).toEqual({
    frames: ['f1'],
    spans: [
      { startedAt: START, endedAt: now },
      { startedAt: now, endedAt: null },
    ],
  });
});

test('the owner of a topic speaks alone, and listens while the others speak', () => {
  const tells = { ...step('round-robin', { speaker: 'owner' }), id: 'tells' };
  const others = { ...step('round-robin', { ownerListens: true }), id: 'others' };
  const sums = { ...step('round-robin', { speaker: 'owner' }), id: 'sums' };
  const session = new Session(tells, others, sums);
  const order = (): string[] => [...(session.state.run.turns?.order ?? [])].sort();
  session.give({ type: 'goTo', stepId: 'tells' });
  // Nobody is known yet: whoever leads gives the turn.
  expect(order()).toEqual(PEOPLE);
  session.give({ type: 'turn', to: 'next', participantId: 'cid' });
  expect(sessionView(session.state).rights?.who).toEqual(['cid']);
  session.give({ type: 'goTo', stepId: 'others' });
  expect(order()).toEqual(PEOPLE.filter((id) => id !== 'cid'));
  session.give({ type: 'goTo', stepId: 'sums' });
  expect(order()).toEqual(['cid']);
});

test('a round in pairs has no turns: each speaks with one they have not met, in what stays theirs', () => {
  const session = new Session(step('round-robin', { pairing: true }));
  session.give({ type: 'goTo', stepId: 'round-robin' });
  expect(sessionView(session.state)).toMatchObject({ turns: null });
  expect(session.groups.map((group) => group.length)).toEqual([2, 2, 2]);
  session.give({ type: 'goTo', stepId: 'after' });
  expect(session.effect('gatherGroups')).toBeUndefined();
  expect(session.groups).toEqual([]);
});
