import { type AgendaStep, type Command, isMember, LIMITS, type StepRights } from '@talkoot/protocol';
import { nextStep, stepOf } from './agenda.ts';
import { framesAndCopies, giveCopies } from './copies.ts';
import { beginGroups } from './groups.ts';
import { control, type Handlers } from './handlers.ts';
import { beginRound, closeRounds } from './rounds.ts';
import { done, type Effect, type Given, type Outcome, refuse, type SessionState, withRun } from './state.ts';
import { beginStage, goToStage, leaveGroups, stageAdvancesAt, stageNow } from './stages.ts';
import { settingsOf, typeOf } from './steps.ts';
import { anonymityOf, countsOf } from './reveals.ts';
import { beginTurns } from './turns.ts';

/** Commands that lead through the agenda and its clock. */
export const RUNNING_COMMANDS: Handlers<'goTo' | 'nextStage' | 'pause' | 'addTime' | 'askTime' | 'reveal'> = {
  goTo: control((state, { stepId }, given) => {
    if (state.state === 'closed') return refuse('workshop-closed', 'closed');
    if (stepId === state.run.stepId) return done(state);
    const step = stepOf(state.agenda, stepId);
    if (stepId !== null && !step) return refuse('not-found', 'no such step');
    return goTo(state, step, given);
  }),
  nextStage: control((state, { at }, given) => {
    const now = stageNow(state);
    if (state.state === 'closed') return refuse('workshop-closed', 'closed');
    if (!now) return refuse('conflict', 'the step has no stages');
    // The clock may have been quicker, or another facilitator.
    if (at === now.at) return done(state);
    if (at !== now.at + 1 || now.after.length === 0) return refuse('conflict', 'not the next stage');
    return goToStage(state, at, given);
  }),
  pause: control((state, { paused }, { now }) => {
    if (state.run.paused === paused) return done(state);
    const { clock } = state.run;
    if (!clock) return done(withRun(state, { paused }));
    // The clock rests with the people, and goes on with what was left.
    const moved = clock.pausedAt === null ? 0 : now - clock.pausedAt;
    const next = paused ? { ...clock, pausedAt: now } : { ...clock, endsAt: clock.endsAt + moved, pausedAt: null };
    return done(withRun(state, { paused, clock: next }));
  }),
  addTime: control((state, { ms }, { now }) => {
    const { clock } = state.run;
    if (!clock) return refuse('conflict', 'no step runs');
    // Time given after the end counts from now on; none is taken from what is past.
    const at = clock.pausedAt ?? now;
    const from = ms > 0 ? Math.max(clock.endsAt, at) : clock.endsAt;
    const endsAt = Math.max(at, Math.min(from + ms, at + LIMITS.stepMs));
    return done(withRun(state, { clock: { ...clock, endsAt }, asks: ms > 0 ? [] : state.run.asks }));
  }),
  askTime: {
    may: isMember,
    run: (state, _command, { by }) => {
      if (!state.run.clock) return refuse('conflict', 'no step runs');
      return done(state.run.asks.includes(by) ? state : withRun(state, { asks: [...state.run.asks, by] }));
    },
  },
  reveal: control((state, { frames, authors }, { now }) => {
    if (state.state === 'closed') return refuse('workshop-closed', 'closed');
    if (state.run.reveal) return done(state);
    // What is written alone was promised to go to one's group.
    if (stageNow(state)?.stage.writing) return refuse('conflict', 'it is carried into groups');
    // One author's notes alone would tell whose they are.
    if (authors && anonymityOf(state, frames) === 'nobody') return refuse('conflict', 'nobody may know who wrote');
    return done(withRun(state, { reveal: { at: now + LIMITS.revealMs, frames, authors } }));
  }),
};

/** Leaves the step that runs and begins another; without one the session ends. */
function goTo(state: SessionState, step: AgendaStep | undefined, given: Given): Outcome {
  const left = endStep(state, given);
  const run = {
    ...left.state.run,
    override: false,
    paused: false,
    spotlight: null,
    leads: null,
    asks: [],
    turns: null,
    stage: null,
    copying: [],
    counts: null,
  };
  if (!step) {
    const ended = { ...run, stepId: null, clock: null, bring: null };
    return done({ ...left.state, run: ended }, left.effects);
  }
  const { now } = given;
  const begun: SessionState = {
    ...left.state,
    run: {
      ...run,
      stepId: step.id,
      clock: { startedAt: now, endsAt: now + step.minutes * 60_000, pausedAt: null },
      times: { ...run.times, [step.id]: { startedAt: now, endedAt: null } },
    },
  };
  return beginStep(begun, step, left.effects, given);
}

/** What a type begins: where people look, turns, a round, groups. */
function beginStep(state: SessionState, step: AgendaStep, effects: Effect[], given: Given): Outcome {
  const type = typeOf(step);
  if (!type) return done(state, effects);
  const settings = settingsOf(step);
  let next = type.brings && step.frames.length > 0 ? bringTo(state, step.frames) : state;
  const turns = type.turns?.(settings);
  if (turns) next = beginTurns(next, turns, step.id, given);
  const all = [...effects];
  const begins = beginStage(next, step, 0, given);
  if (!begins.ok) return begins;
  next = begins.state;
  all.push(...begins.effects);
  const grouped = next.run.stage === null ? type.groups?.(settings) : null;
  if (grouped) {
    const begun = beginGroups(next, { ...grouped, frames: step.frames, setId: step.id }, given);
    next = begun.state;
    all.push(...begun.effects);
  }
  if (type.showsCounts?.(settings)) next = withRun(next, { counts: countsOf(next, step.frames, given) });
  const writesOpenly = !type.writing?.(settings) && !grouped && next.run.stage === null;
  if (writesOpenly && writesAnew(type.rights(settings))) {
    next = withRun(next, { copying: given.board.repeated(step.frames) });
    const copied = copiesForAll(next, given);
    if (!copied.ok) return copied;
    next = copied.state;
    all.push(...copied.effects);
  }
  const round = type.round?.(settings);
  if (round) {
    const frames = framesAndCopies(step.frames, next.run.copies);
    const items = type.asksItself ? [] : given.board.itemsIn(frames, type.judgesClusters?.(settings) ?? false);
    const opened = beginRound(
      next,
      { id: `${step.id}-${given.now.toString(36)}`, rules: { ...round, question: '' }, items },
      given,
    );
    next = opened.state;
    all.push(...opened.effects);
  }
  return done(next, all);
}

/** Do people write, and not only arrange what is there? Only then they need frames of their own. */
function writesAnew({ create, edit, move, kinds }: Pick<StepRights, 'create' | 'edit' | 'move' | 'kinds'>): boolean {
  return create && kinds === null && edit === move;
}

/** Everybody who is there and lacks one gets their own copy of what is copied for everybody in the step. */
export function copiesForAll(state: SessionState, given: Given): Outcome {
  const { copying, hidden } = state.run;
  const named = !hidden.names && anonymityOf(state, copying) === 'named';
  const copied = giveCopies(state, copying, named, given);
  return done(copied.state, copied.effects);
}

/** What ends with the step that runs; its board is kept as a version. */
function endStep(state: SessionState, given: Given): { state: SessionState; effects: Effect[] } {
  const step = stepOf(state.agenda, state.run.stepId);
  const times = state.run.stepId === null ? undefined : state.run.times[state.run.stepId];
  if (!step || !times) return { state, effects: [] };
  const { now } = given;
  let next = withRun(state, { times: { ...state.run.times, [step.id]: { ...times, endedAt: now } } });
  const effects: Effect[] = [{ type: 'saveVersion', reason: 'step', name: null }];
  const closed = closeRounds(next, step.id, now);
  next = closed.state;
  effects.push(...closed.effects);
  const type = typeOf(step);
  const settings = settingsOf(step);
  if (type?.groups?.(settings) || type?.stages) {
    const ended = leaveGroups(next, step);
    next = ended.state;
    effects.push(...ended.effects);
  }
  const writing = type?.writing?.(settings);
  if (writing?.revealAtEnd && !writing.own && !next.run.reveal)
    next = withRun(next, { reveal: { at: now + LIMITS.revealMs, frames: step.frames, authors: null } });
  return { state: next, effects };
}

/** Everybody is brought to these frames; another number is another call. */
export function bringTo(
  state: SessionState,
  frames: readonly string[] | null,
  groupId: string | null = null,
): SessionState {
  const number = (state.run.bring?.number ?? 0) + 1;
  return withRun(state, { bring: { number, frames: frames && [...frames], groupId } });
}

/** When time alone changes something next, server time (ms); null when it never does. */
export function dueAt(state: SessionState): number | null {
  const due = [state.closesAt, state.run.reveal?.at ?? null, advancesAt(state)].filter((at) => at !== null);
  return due.length > 0 ? Math.min(...due) : null;
}

/**
 * A stage goes on to the next when its time is over and people have finished their sentences, and so does a step that
 * goes on by itself.
 */
export function advancesAt(state: SessionState): number | null {
  const byStage = stageAdvancesAt(state);
  if (byStage !== null) return byStage;
  const { clock, paused } = state.run;
  const step = stepOf(state.agenda, state.run.stepId);
  if (!clock || paused || !step?.autoAdvance || !nextStep(state.agenda, step.id)) return null;
  return clock.endsAt + LIMITS.finishMs;
}

/** Goes on to the next stage or step when the time for it has come. */
export function advance(state: SessionState, given: Given): Outcome {
  const now = stageNow(state);
  if (now && now.after.length > 0) return goToStage(state, now.at + 1, given);
  const next = nextStep(state.agenda, state.run.stepId);
  return next ? goTo(state, next, given) : done(state);
}

/** Commands that may be taken back. */
export const CONTROLS: ReadonlySet<Command['type']> = new Set([
  'goTo',
  'pause',
  'addTime',
  'bring',
  'lead',
  'spotlight',
  'hide',
  'turn',
]);
