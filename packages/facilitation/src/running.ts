import { type AgendaStep, type Command, isMember, LIMITS } from '@talkoot/protocol';
import { nextStep, stepOf } from './agenda.ts';
import { beginGroups, endGroups } from './groups.ts';
import { control, type Handlers } from './handlers.ts';
import { beginRound, closeRounds } from './rounds.ts';
import { done, type Effect, type Given, type Outcome, refuse, type SessionState, withRun } from './state.ts';
import { settingsOf, typeOf } from './steps.ts';
import { beginTurns } from './turns.ts';

/** Commands that lead through the agenda and its clock. */
export const RUNNING_COMMANDS: Handlers<'goTo' | 'pause' | 'addTime' | 'askTime' | 'reveal'> = {
  goTo: control((state, { stepId }, given) => {
    if (state.state === 'closed') return refuse('workshop-closed', 'closed');
    if (stepId === state.run.stepId) return done(state);
    const step = stepOf(state.agenda, stepId);
    if (stepId !== null && !step) return refuse('not-found', 'no such step');
    return goTo(state, step, given);
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
    return done(withRun(state, { reveal: { at: now + LIMITS.revealMs, frames, authors } }));
  }),
};

/** Leaves the step that runs and begins another; without one the session ends. */
function goTo(state: SessionState, step: AgendaStep | undefined, given: Given): Outcome {
  const left = endStep(state, given);
  const run = { ...left.state.run, override: false, paused: false, spotlight: null, asks: [], turns: null };
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
  const grouped = type.groups?.(settings);
  const all = [...effects];
  if (grouped) {
    const begun = beginGroups(next, { ...grouped, frames: step.frames, setId: step.id }, given);
    next = begun.state;
    all.push(...begun.effects);
  }
  const round = type.round?.(settings);
  if (round) {
    const items = type.asksItself ? [] : given.board.itemsIn(step.frames);
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
  const grouped = type?.groups?.(settings);
  if (grouped && next.run.groups) {
    const ended = endGroups(next, grouped.keepPrivate);
    next = ended.state;
    effects.push(...ended.effects);
  }
  if (type?.writing?.(settings)?.revealAtEnd && !next.run.reveal)
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

/** A step that goes on by itself does so when its time is over and people have finished their sentences. */
export function advancesAt(state: SessionState): number | null {
  const { clock, paused } = state.run;
  const step = stepOf(state.agenda, state.run.stepId);
  if (!clock || paused || !step?.autoAdvance || !nextStep(state.agenda, step.id)) return null;
  return clock.endsAt + LIMITS.finishMs;
}

/** Goes on to the next step when the time for it has come. */
export function advance(state: SessionState, given: Given): Outcome {
  const next = nextStep(state.agenda, state.run.stepId);
  return next ? goTo(state, next, given) : done(state);
}

/** The private notes that were to come to the board now. Who writes anonymously, the step says in which they wrote. */
export function revealNow(state: SessionState): Outcome {
  const { reveal } = state.run;
  if (!reveal) return done(state);
  const authors = reveal.authors ?? Object.keys(state.people);
  const effect: Effect = {
    type: 'reveal',
    frames: reveal.frames,
    authors,
    anonymity: anonymityOf(state, reveal.frames),
    tray: trayFrame(state, reveal.frames),
  };
  return done(withRun(state, { reveal: null }), [effect]);
}

/** Where notes come that were written in no frame: the first that is revealed, of the step, or of the last writing. */
function trayFrame(state: SessionState, frames: readonly string[] | null): string | null {
  const { agenda, run } = state;
  const written = agenda.steps.filter((step) => run.times[step.id] && typeOf(step)?.writing?.(settingsOf(step)));
  const running = stepOf(agenda, run.stepId);
  const last = written.sort((a, b) => (run.times[a.id]?.startedAt ?? 0) - (run.times[b.id]?.startedAt ?? 0)).at(-1);
  return frames?.[0] ?? running?.frames[0] ?? last?.frames[0] ?? null;
}

/**
 * The strictest of the writing steps whose frames are revealed: nobody learns of a note more than was promised when it
 * was written.
 */
function anonymityOf(state: SessionState, frames: readonly string[] | null) {
  const promised = state.agenda.steps.flatMap((step) => {
    const writing = typeOf(step)?.writing?.(settingsOf(step));
    const concerns = frames === null || step.frames.length === 0 || step.frames.some((frame) => frames.includes(frame));
    return writing && concerns && state.run.times[step.id] ? [writing.anonymity] : [];
  });
  return promised.includes('nobody') ? 'nobody' : promised.includes('facilitator') ? 'facilitator' : 'named';
}

/** Commands that may be taken back. */
export const CONTROLS: ReadonlySet<Command['type']> = new Set([
  'goTo',
  'pause',
  'addTime',
  'bring',
  'spotlight',
  'hide',
  'turn',
]);
