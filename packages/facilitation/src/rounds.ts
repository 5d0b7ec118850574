import {
  type Ballot,
  isFacilitating,
  isHosting,
  isMember,
  type ItemResult,
  LIMITS,
  type RoundCommand,
  type RoundRules,
} from '@talkoot/protocol';
import { framesAndCopies } from './copies.ts';
import { control, type Handlers } from './handlers.ts';
import { markable } from './rounds/method.ts';
import { METHODS } from './rounds/methods.ts';
import { shuffled } from './shuffle.ts';
import {
  done,
  type Effect,
  type Given,
  type Outcome,
  refuse,
  type Round,
  type SessionState,
  withRun,
} from './state.ts';
import { stepOf } from './agenda.ts';
import { isOnPaper } from './paper.ts';

/** Commands of rounds. Whoever is entitled answers with a ballot of their own, however many windows they have. */
export const ROUND_COMMANDS: Handlers<RoundCommand['type']> = {
  openRound: control((state, { id, rules, items }, given) => {
    if (state.state !== 'open') return refuse('conflict', 'the workshop is not open');
    const step = stepOf(state.agenda, state.run.stepId);
    const judged = items ?? given.board.itemsIn(framesAndCopies(step?.frames ?? [], state.run.copies), false);
    const opened = beginRound(state, { id, rules, items: judged }, given);
    return done(opened.state, opened.effects);
  }),
  closeRound: control((state, { roundId }, { now }) => {
    const round = roundOf(state, roundId);
    if (!round) return refuse('not-found', 'no such round');
    if (round.closedAt !== null) return done(state);
    const closed = closeRound(state, round, now);
    return done(closed.state, closed.effects);
  }),
  ballot: {
    may: (role) => isMember(role) || isFacilitating(role),
    run: (state, { roundId, ballot, participantId }, { by, role }) => {
      if (participantId === undefined || participantId === by) return giveBallot(state, roundId, ballot, by);
      const answers = isHosting(role) && isOnPaper(state, participantId);
      return answers
        ? giveBallot(state, roundId, ballot, participantId)
        : refuse('not-allowed', 'only one’s own answer');
    },
  },
  letVote: control((state, { roundId, participantId }) => {
    const round = roundOf(state, roundId);
    const person = state.people[participantId];
    if (!round || person?.status !== 'in' || person.role === 'display')
      return refuse('not-found', 'no such round or person');
    if (round.closedAt !== null) return refuse('round-closed', 'closed');
    if (round.entitled.includes(participantId)) return done(state);
    return done(withRound(state, { ...round, entitled: [...round.entitled, participantId] }));
  }),
  paperBallots: {
    may: isHosting,
    run: (state, { roundId, people, marks }) => {
      const round = roundOf(state, roundId);
      if (!round) return refuse('not-found', 'no such round');
      if (round.closedAt !== null) return refuse('round-closed', 'closed');
      const { each, perItem } = round.rules;
      const items = new Set(markable(round));
      const entries = Object.entries(marks);
      const total = entries.reduce((all, [, mark]) => all + mark, 0);
      const fits = entries.every(([item, mark]) => items.has(item) && mark <= perItem * people);
      if (round.rules.method !== 'dots' || !fits || total > each * people)
        return refuse('invalid-input', 'more than so many people can give');
      return done(withRound(state, { ...round, paper: { people, marks } }));
    },
  },
};

function giveBallot(state: SessionState, roundId: string, ballot: Ballot, by: string): Outcome {
  const round = roundOf(state, roundId);
  if (!round) return refuse('not-found', 'no such round');
  if (round.closedAt !== null) return refuse('round-closed', 'closed');
  if (!round.entitled.includes(by)) return refuse('not-entitled', 'came after it opened');
  const method = METHODS[round.rules.method];
  const kept: Ballot = method.words ? ballot : { marks: ballot.marks };
  if (!method.allows(kept, round)) return refuse('invalid-input', 'not what the rules of the round allow');
  const next = { ...round, ballots: { ...round.ballots, [by]: kept } };
  return done(withRound(state, next), [{ type: 'saveBallot', roundId, participantId: by, ballot: kept }]);
}

/** Opens a round for all who are in; the one before it in the same step closes. */
export function beginRound(
  state: SessionState,
  { id, rules, items }: { id: string; rules: RoundRules; items: readonly string[] },
  { now }: Given,
): { state: SessionState; effects: Effect[] } {
  const before = closeRounds(state, state.run.stepId, now);
  const entitled = Object.entries(state.people)
    .filter(([, { status, role }]) => status === 'in' && isMember(role))
    .map(([personId]) => personId);
  const round: Round = {
    ...{ id, stepId: state.run.stepId, rules, items, openedAt: now, closedAt: null, entitled },
    ...{ ballots: {}, paper: null, outcome: null },
  };
  const rounds = [...before.state.run.rounds, round];
  const gone = rounds.slice(0, Math.max(0, rounds.length - LIMITS.rounds)).filter(({ closedAt }) => closedAt !== null);
  const kept = rounds.filter((one) => !gone.includes(one));
  const effects: Effect[] = gone.map(({ id: roundId }) => ({ type: 'eraseBallots', roundId }));
  return { state: withRun(before.state, { rounds: kept }), effects: [...before.effects, ...effects] };
}

/** Closes the open rounds of a step. */
export function closeRounds(
  state: SessionState,
  stepId: string | null,
  now: number,
): { state: SessionState; effects: Effect[] } {
  let next = state;
  const effects: Effect[] = [];
  for (const round of state.run.rounds) {
    if (round.closedAt !== null || round.stepId !== stepId) continue;
    const closed = closeRound(next, round, now);
    next = closed.state;
    effects.push(...closed.effects);
  }
  return { state: next, effects };
}

/** Counts a round. Of a secret one only the sums stay. */
function closeRound(state: SessionState, round: Round, now: number): { state: SessionState; effects: Effect[] } {
  const isRemote = (id: string): boolean => state.people[id]?.mode === 'remote';
  const closed: Round = { ...round, closedAt: now, outcome: splitByMode(outcomeOf(round), round, isRemote) };
  if (!round.rules.secret) return { state: withRound(state, closed), effects: [] };
  return {
    state: withRound(state, { ...closed, ballots: {}, entitled: [] }),
    effects: [{ type: 'eraseBallots', roundId: round.id }],
  };
}

/** How many answered, the results with the best first, and free words in an order that tells nothing. */
export function outcomeOf(round: Round): NonNullable<Round['outcome']> {
  const ballots = Object.values(round.ballots);
  const answered = ballots.length + (round.paper?.people ?? 0);
  if (answered < round.rules.least) return { answered, results: [], words: [] };
  const words = ballots.flatMap((ballot) => (ballot.words?.trim() ? [ballot.words.trim()] : [])).sort();
  return { answered, results: marked(sorted(resultsOf(round, ballots))), words: shuffled(words, round.id) };
}

function resultsOf(round: Round, ballots: readonly Ballot[]): ItemResult[] {
  const method = METHODS[round.rules.method];
  return markable(round).map((item) => {
    const marks = ballots.flatMap((ballot) => {
      const mark = Object.hasOwn(ballot.marks, item) ? ballot.marks[item] : undefined;
      return mark === undefined ? [] : [mark];
    });
    const paper = round.paper && Object.hasOwn(round.paper.marks, item) ? (round.paper.marks[item] ?? 0) : 0;
    return method.result(item, marks, paper, round);
  });
}

/** So few from one place would be told apart. */
const FEWEST_OF_A_PLACE = 4;

/** Could people take part as well from elsewhere as in the room? Marks are told apart by it where enough answered. */
function splitByMode(
  outcome: NonNullable<Round['outcome']>,
  round: Round,
  isRemote: (id: string) => boolean,
): NonNullable<Round['outcome']> {
  if (!METHODS[round.rules.method].means) return outcome;
  const fewest = Math.max(FEWEST_OF_A_PLACE, round.rules.least);
  const meansOf = (remote: boolean): Map<string, number> => {
    const ballots = Object.entries(round.ballots).flatMap(([id, ballot]) => (isRemote(id) === remote ? [ballot] : []));
    const enough = resultsOf(round, ballots).filter(({ answers }) => answers >= fewest);
    return new Map(enough.map(({ item, score }) => [item, score]));
  };
  const [room, remote] = [meansOf(false), meansOf(true)];
  const results = outcome.results.map((result) => {
    const [here, there] = [room.get(result.item), remote.get(result.item)];
    return here === undefined || there === undefined ? result : { ...result, byMode: { room: here, remote: there } };
  });
  return { ...outcome, results };
}

function sorted(results: ItemResult[]): ItemResult[] {
  return results.sort((a, b) => b.score - a.score);
}

/** Who shares a place is told: order among them means nothing. */
function marked(results: ItemResult[]): ItemResult[] {
  return results.map((result, at) => {
    const shares = [results[at - 1], results[at + 1]].some((other) => other?.score === result.score);
    return shares && result.answers > 0 ? { ...result, tied: true } : result;
  });
}

export function roundOf(state: SessionState, roundId: string): Round | undefined {
  return state.run.rounds.find(({ id }) => id === roundId);
}

function withRound(state: SessionState, round: Round): SessionState {
  return withRun(state, { rounds: state.run.rounds.map((one) => (one.id === round.id ? round : one)) });
}
