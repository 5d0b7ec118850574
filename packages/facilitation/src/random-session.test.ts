import {
  type AgendaStep,
  type Ballot,
  type Command,
  DEFAULT_RULES,
  EMPTY_AGENDA,
  GROUPINGS,
  LIMITS,
  ROUND_METHODS,
  type Role,
  type RoundMethod,
} from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { apply, elapse } from './machine.ts';
import { METHODS } from './rounds/methods.ts';
import { keptState, type KeptBallot, keptText } from './saved.ts';
import { randomOf } from './shuffle.ts';
import { type Effect, QUIET_RUN, type SessionState } from './state.ts';
import { STEP_TYPES } from './steps.ts';
import { consoleView, ownView, sessionView } from './view.ts';

const SEQUENCES = Number(process.env.TALKOOT_SEEDS ?? 10_000);
const FIRST = Number(process.env.TALKOOT_SEED ?? 1);
const LENGTH = 20;

const PEOPLE = ['fac', 'co', 'host', 'ann', 'bob', 'cid', 'dan', 'obs', 'screen', 'out'];
const ROLES: Record<string, Role> = {
  ...{ fac: 'facilitator', co: 'cofacilitator', host: 'roomHost', ann: 'participant', bob: 'participant' },
  ...{ cid: 'participant', dan: 'participant', obs: 'observer', screen: 'display', out: 'participant' },
};
const ITEMS = ['i1', 'i2', 'i3'];
/** What only facilitators may give. */
const LED = new Set<Command['type']>(
  [
    'addSteps',
    'changeStep',
    'moveStep',
    'removeStep',
    'skipStep',
    'setPlan',
    'goTo',
    'nextStage',
    'pause',
    'addTime',
  ].concat(
    ['bring', 'spotlight', 'hide', 'tell', 'reveal', 'takeBack', 'openRound', 'closeRound', 'letVote'],
    ['formGroups', 'moveToGroup', 'visit', 'gather', 'setRules', 'lock', 'lockAll', 'open'],
  ) as Command['type'][],
);

class Chance {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = randomOf(`session ${seed}`);
  }
  below(most: number): number {
    return Math.floor(this.#random() * most);
  }
  of<Item>(list: readonly Item[]): Item {
    return list[this.below(list.length)] as Item;
  }
  often(part: number): boolean {
    return this.#random() < part;
  }
}

function newSession(chance: Chance): SessionState {
  const people: SessionState['people'] = Object.fromEntries(
    PEOPLE.map((id) => [
      id,
      {
        ...{ role: ROLES[id] ?? 'participant', status: id === 'out' ? 'lobby' : 'in', name: id },
        ...{ mode: chance.of([null, 'room', 'remote', 'paper']), tag: chance.of(['', 'Kela']) },
      },
    ]),
  );
  return {
    ...{ state: 'open', rules: DEFAULT_RULES, rightsChangedAt: 0, closesAt: null, people },
    ...{ agenda: { ...EMPTY_AGENDA, steps: [0, 1, 2, 3].map((at) => anyStep(chance, 1_000 + at)) }, run: QUIET_RUN },
  };
}

function anyStep(chance: Chance, number: number): AgendaStep {
  const type = chance.of([...STEP_TYPES.values()]);
  return {
    ...{ id: `s${number}`, type: type.type, phase: type.phase, minutes: chance.below(20), settings: {} },
    ...{ title: { fi: 'otsikko', sv: '', en: '' }, prompt: { fi: '', sv: '', en: '' }, cue: `CUE-${number}` },
    ...{ optional: chance.often(0.3), skipped: false, autoAdvance: chance.often(0.3) },
    frames: chance.often(0.7) ? ['f1'] : [],
  };
}

/** Often an answer as the round wants it, sometimes one that breaks its rules. */
function anyBallot(chance: Chance, method: RoundMethod | undefined): Ballot {
  const marks: Ballot['marks'] = {};
  if (chance.often(0.7)) {
    if (method === 'placement') marks.i2 = [chance.below(3) / 2, 1];
    else marks[method === 'form' ? 'self' : 'i1'] = 1 + chance.below(2);
    return chance.often(0.5) ? { marks } : { marks, words: `WORDS-${chance.below(1_000)}` };
  }
  for (const item of [...ITEMS, 'self', 'stranger']) {
    if (chance.often(0.3)) marks[item] = chance.often(0.2) ? [chance.below(3) / 2, 0.5] : chance.below(5);
  }
  return chance.often(0.5) ? { marks } : { marks, words: `WORDS-${chance.below(1_000)}` };
}

function anyCommand(chance: Chance, state: SessionState, number: number): Command {
  const id = `c${number}`;
  const stepId = chance.often(0.05) ? 'nowhere' : chance.of(['nowhere', ...state.agenda.steps.map((step) => step.id)]);
  const round = chance.often(0.1) ? undefined : chance.of(state.run.rounds.slice(-2));
  const roundId = round?.id ?? 'nothing';
  const groupId = chance.of(['none', ...(state.run.groups?.groups.map((group) => group.id) ?? [])]);
  const participantId = chance.of(PEOPLE);
  const axes: { x: [string, string]; y: [string, string] } = { x: ['', ''], y: ['', ''] };
  const makers: (() => Command)[] = [
    () => ({ id, type: 'addSteps', steps: [anyStep(chance, number)], before: chance.often(0.5) ? stepId : null }),
    () => ({ id, type: 'goTo', stepId }),
    () => ({ id, type: 'goTo', stepId }),
    () => ({ id, type: 'goTo', stepId }),
    () => ({ id, type: 'goTo', stepId }),
    () => ({ id, type: 'goTo', stepId: chance.often(0.3) ? null : stepId }),
    () => ({ id, type: 'nextStage', at: (state.run.stage ?? 0) + 1 }),
    () => ({ id, type: 'nextStage', at: 1 + chance.below(4) }),
    () => ({ id, type: 'chooseNote', elementId: chance.of([null, `CHOSEN-${chance.below(9)}`]) }),
    () => ({ id, type: 'moveStep', stepId, before: chance.of([null, 'nowhere', stepId]) }),
    () => ({ id, type: 'removeStep', stepId }),
    () => ({ id, type: 'skipStep', stepId, skipped: chance.often(0.5) }),
    () => ({ id, type: 'changeStep', stepId, change: { minutes: chance.below(30) } }),
    () => ({ id, type: 'changeStep', stepId, change: { settings: { rotations: 1 + chance.below(4) } } }),
    () => ({ id, type: 'changeStep', stepId, change: { settings: { votesPerPerson: 'many' } } }),
    () => ({ id, type: 'pause', paused: chance.often(0.5) }),
    () => ({ id, type: 'addTime', ms: (chance.below(7) - 3) * 60_000 }),
    () => ({ id, type: 'askTime' }),
    () => ({ id, type: 'bring', frames: chance.often(0.5) ? ['f1'] : null, groupId: null }),
    () => ({ id, type: 'spotlight', elementId: chance.of([null, 'i1']) }),
    () => ({ id, type: 'lead', on: chance.often(0.6) }),
    () => ({ id, type: 'hide', cursors: chance.often(0.5) }),
    () => ({ id, type: 'hand', up: chance.often(0.6) }),
    () => ({ id, type: 'hand', up: false, participantId }),
    () => ({ id, type: 'turn', to: chance.of(['next', 'pass', 'back']) }),
    () => ({ id, type: 'turn', to: chance.of(['next', 'pass']) }),
    () => ({ id, type: 'turn', to: 'next', participantId }),
    () => ({ id, type: 'tell', participantId, text: `TOLD-${participantId}-${number}` }),
    () => ({ id, type: 'reveal', frames: chance.of([null, ['f1']]), authors: null }),
    () => ({ id, type: 'takeBack', commandId: state.run.undoable.at(-1)?.commandId ?? 'none' }),
    () => ({
      ...{ id, type: 'openRound', items: chance.of([null, ITEMS, []]) },
      rules: {
        ...{ method: chance.of(ROUND_METHODS), question: '', each: 3, perItem: 2, scale: 5, axes },
        ...{ secret: chance.often(0.6), live: chance.often(0.3), least: chance.of([0, 4]) },
      },
    }),
    () => ({ id, type: 'closeRound', roundId }),
    () => ({ id, type: 'ballot', roundId, ballot: anyBallot(chance, round?.rules.method) }),
    () => ({ id, type: 'ballot', roundId, ballot: anyBallot(chance, round?.rules.method) }),
    () => ({ id, type: 'ballot', roundId, ballot: anyBallot(chance, round?.rules.method) }),
    () => ({ id, type: 'ballot', roundId, ballot: anyBallot(chance, round?.rules.method), participantId }),
    () => ({ id, type: 'letVote', roundId, participantId }),
    () => ({ id, type: 'describe', participantId, mode: chance.of([null, 'remote', 'paper']), tag: '' }),
    () => ({ id, type: 'noteFor', participantId, frame: null, words: `WORDS-${chance.below(1_000)}` }),
    () => ({ id, type: 'paperBallots', roundId, people: chance.below(3), marks: { i1: chance.below(4) } }),
    () => ({
      id,
      type: 'formGroups',
      by: chance.of(GROUPINGS),
      size: 2,
      visits: chance.of(['never', 'called']),
      frames: [],
    }),
    () => ({ id, type: 'moveToGroup', participantId, groupId }),
    () => ({ id, type: 'renameGroup', groupId, name: 'Kuikat' }),
    () => ({ id, type: 'callFacilitator', calls: chance.often(0.6) }),
    () => ({ id, type: 'visit', groupId: chance.of([null, groupId]) }),
    () => ({ id, type: 'gather', keepPrivate: chance.often(0.5) }),
    () => ({ id, type: 'admit', participantId }),
    () => ({ id, type: chance.often(0.3) ? 'remove' : 'admit', participantId }),
    () => ({ id, type: 'setRole', participantId, role: chance.of(['participant', 'observer', 'cofacilitator']) }),
    () => ({ id, type: 'setRules', rules: { ...DEFAULT_RULES, edit: chance.of(['none', 'all']) } }),
    () => (chance.often(0.1) ? { id, type: 'close' } : { id, type: 'open' }),
    () => ({ id, type: 'open' }),
  ];
  return chance.of(makers)();
}

/** The rows in which answers are kept, as the server keeps them. */
class Rows {
  #rows: KeptBallot[] = [];

  take(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'eraseBallots') this.#rows = this.#rows.filter(({ roundId }) => roundId !== effect.roundId);
      if (effect.type !== 'saveBallot') continue;
      const { roundId, participantId, ballot } = effect;
      this.#rows = this.#rows.filter((row) => row.roundId !== roundId || row.participantId !== participantId);
      this.#rows.push({ roundId, participantId, ballot });
    }
  }

  get all(): readonly KeptBallot[] {
    return this.#rows;
  }
}

function checkShape({ run, agenda, people }: SessionState): void {
  const running = agenda.steps.some((step) => step.id === run.stepId);
  expect(run.stepId === null || running).toBe(true);
  expect(run.clock === null).toBe(run.stepId === null);
  if (run.stage !== null) expect(run.stepId).not.toBeNull();
  // Nobody but members and those who lead knows what a group chose, and only what it chose comes up.
  const groupIds = new Set(run.groups?.groups.map(({ id }) => id));
  for (const id of Object.keys(run.groups?.chosen ?? {})) expect(groupIds).toContain(id);
  if (run.clock) expect(run.clock.endsAt).toBeGreaterThanOrEqual(run.clock.startedAt);
  if (run.turns) expect(run.turns.at).toBeLessThanOrEqual(run.turns.order.length);
  expect(new Set(run.hands).size).toBe(run.hands.length);
  expect(run.undoable.length).toBeLessThanOrEqual(LIMITS.takeBacks);
  const members = run.groups?.groups.flatMap((group) => group.members) ?? [];
  expect(new Set(members).size).toBe(members.length);
  for (const round of run.rounds) {
    for (const [voter, ballot] of Object.entries(round.ballots)) {
      expect(round.entitled).toContain(voter);
      expect(METHODS[round.rules.method].allows(ballot, round)).toBe(true);
    }
    if (round.closedAt !== null && round.rules.secret) expect([round.ballots, round.entitled]).toEqual([{}, []]);
  }
  expect(Object.values(people).some(({ role, status }) => role === 'facilitator' && status === 'in')).toBe(true);
}

/** Nobody's data holds what is another's, or the facilitators'. */
function checkSecrets(state: SessionState, now: number): void {
  const open = state.run.rounds.filter(({ closedAt }) => closedAt === null);
  const words = open.flatMap((round) => Object.values(round.ballots).flatMap((ballot) => ballot.words ?? []));
  const forAll = JSON.stringify(sessionView(state));
  expect(forAll).not.toMatch(/CUE-|TOLD-|CHOSEN-/);
  const forFacilitators = JSON.stringify(consoleView(state, now));
  expect(forFacilitators).not.toMatch(/TOLD-|CHOSEN-/);
  for (const said of words) {
    expect(forAll.includes(said)).toBe(false);
    expect(forFacilitators.includes(said)).toBe(false);
  }
  for (const round of open) {
    if (round.rules.live) continue;
    expect(sessionView(state).rounds.find(({ id }) => id === round.id)).toMatchObject({ results: null, answered: 0 });
  }
  for (const person of PEOPLE) {
    const own = JSON.stringify(ownView(state, person));
    expect(own).not.toContain('CUE-');
    const group = state.run.groups?.groups.find(({ members }) => members.includes(person));
    const chosen = state.run.groups?.gathered ? undefined : state.run.groups?.chosen[group?.id ?? ''];
    expect(ownView(state, person).chosen).toBe(chosen ?? null);
    for (const other of PEOPLE) if (other !== person) expect(own.includes(`TOLD-${other}-`)).toBe(false);
    for (const { id, ballots } of open) expect(ownView(state, person).ballots[id]).toEqual(ballots[person]);
  }
}

const LONG = { timeout: 600_000 };

test(
  'whatever is commanded in whatever order, the session holds together, keeps its secrets and survives a restart',
  LONG,
  () => {
    const done: Record<string, number> = {};
    for (let seed = FIRST; seed < FIRST + SEQUENCES; seed++) {
      const chance = new Chance(seed);
      const rows = new Rows();
      let state = newSession(chance);
      let now = 1_000_000;
      try {
        for (let number = 0; number < LENGTH; number++) {
          now += chance.below(90_000);
          const around = {
            now,
            board: {
              itemsIn: (frames: readonly string[]) => (frames.length > 0 ? ITEMS : []),
              repeated: (frames: readonly string[]) => frames.slice(0, 1),
              topLevel: () => ITEMS.map((id) => ({ id, locked: false })),
              waiting: () => [['f1'], []],
            },
            online: new Set(PEOPLE.filter(() => chance.often(0.8))),
          };
          const command = chance.often(0.1) ? null : anyCommand(chance, state, number);
          const participantId = chance.often(0.55) ? chance.of(['fac', 'co']) : chance.of(PEOPLE);
          const before = number % 6 === 0 ? JSON.stringify(state) : null;
          const give = () => (command ? apply(state, command, { participantId }, around) : elapse(state, around));
          const outcome = give();
          if (before !== null) {
            expect(JSON.stringify(state)).toBe(before);
            expect(JSON.stringify(give())).toBe(JSON.stringify(outcome));
          }
          if (!outcome.ok) continue;
          const role = state.people[participantId]?.role;
          if (command && LED.has(command.type)) expect(['facilitator', 'cofacilitator']).toContain(role);
          rows.take(outcome.effects);
          state = outcome.state;
          checkShape(state);
          if (number % 6 === 0) {
            const { agenda, run, rightsChangedAt } = state;
            const kept = keptState(keptText(state), rows.all, 0);
            expect(kept).toEqual(JSON.parse(JSON.stringify({ agenda, run, rightsChangedAt })));
          }
          if (number % 5 === 0) checkSecrets(state, now);
          const type = command?.type ?? 'time';
          done[type] = (done[type] ?? 0) + 1;
        }
        checkSecrets(state, now);
      } catch (error) {
        console.error(`seed ${seed}: TALKOOT_SEED=${seed} TALKOOT_SEEDS=1`);
        throw error;
      }
    }
    console.log('sessions', { sequences: SEQUENCES, first: FIRST, done });
    if (SEQUENCES >= 500)
      for (const type of ['goTo', 'nextStage', 'chooseNote', 'ballot', 'turn', 'visit', 'takeBack', 'time'])
        expect(done[type]).toBeGreaterThan(0);
  },
);
