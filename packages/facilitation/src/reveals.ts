import { type AgendaStep, type Anonymity, type CountsView, LIMITS } from '@talkoot/protocol';
import { stepOf } from './agenda.ts';
import { giveCopies } from './copies.ts';
import { done, type Effect, type Given, type KeptNotes, type Outcome, type SessionState, withRun } from './state.ts';
import { settingsOf, typeOf } from './steps.ts';

/** The private notes that were to come to the board now. Who writes anonymously, the step says in which they wrote. */
export function revealNow(state: SessionState, given: Given): Outcome {
  const { reveal } = state.run;
  if (!reveal) return done(state);
  const authors = reveal.authors ?? Object.keys(state.people);
  const anonymity = anonymityOf(state, reveal.frames);
  // What each wrote comes into their own copy where they have one; where nobody is named all comes together.
  const written = reveal.frames ?? writingSteps(state).flatMap(({ frames }) => frames);
  const own = anonymity === 'named' ? given.board.repeated([...new Set(written)]) : [];
  const copied = giveCopies(state, own, true, given);
  const effect: Effect = {
    type: 'reveal',
    frames: reveal.frames,
    authors,
    anonymity,
    tray: trayFrame(state, reveal.frames),
    kept: keptNotes(state),
    copies: Object.fromEntries(own.map((frame) => [frame, copied.state.run.copies[frame] ?? {}])),
  };
  return done(withRun(copied.state, { reveal: null, counts: null }), [...copied.effects, effect]);
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
export function anonymityOf(state: SessionState, frames: readonly string[] | null): Anonymity {
  const promised = state.agenda.steps.flatMap((step) => {
    const writing = typeOf(step)?.writing?.(settingsOf(step));
    const concerns = frames === null || step.frames.length === 0 || step.frames.some((frame) => frames.includes(frame));
    return writing && concerns && state.run.times[step.id] ? [writing.anonymity] : [];
  });
  return promised.includes('nobody') ? 'nobody' : promised.includes('facilitator') ? 'facilitator' : 'named';
}

/** How many notes a reveal would bring, by frame: those of the step, or all in which people wrote. */
export function countsOf(state: SessionState, frames: readonly string[], { board }: Given): CountsView {
  const asked = frames.length > 0 ? frames : null;
  const notes = board.waiting({ frames: asked, authors: Object.keys(state.people), kept: keptNotes(state) });
  const shown = [...new Set(asked ?? writingSteps(state).flatMap((step) => step.frames))];
  const places = notes.map((around) => around.find((frame) => shown.includes(frame)) ?? null);
  const count = (frame: string | null): number => places.filter((place) => place === frame).length;
  return { frames: shown.map((id) => ({ id, notes: count(id) })), elsewhere: count(null) };
}

/** Does this step begin with numbers, for which private notes must be at hand? */
export function showsCounts(step: AgendaStep | undefined): boolean {
  return step !== undefined && (typeOf(step)?.showsCounts?.(settingsOf(step)) ?? false);
}

/** What was written in steps that ran for nobody's eyes but the author's, whatever is revealed. */
function keptNotes(state: SessionState): KeptNotes {
  const own = writingSteps(state).filter(({ writing }) => writing.own);
  return {
    frames: [...new Set(own.flatMap(({ frames, writing }) => (writing.tray ? [] : frames)))],
    spans: own.map(({ times }) => times),
  };
}

/** The steps that ran in which notes were written privately. */
function writingSteps({ agenda, run }: SessionState) {
  return agenda.steps.flatMap((step) => {
    const times = run.times[step.id];
    const writing = typeOf(step)?.writing?.(settingsOf(step));
    return times && writing ? [{ frames: step.frames, times, writing }] : [];
  });
}

/** Whose turn has come shows what they wrote for it; only where everybody may know who wrote what. */
export function revealOnTurn(before: SessionState, state: SessionState, now: number): SessionState {
  const { turns, reveal } = state.run;
  const speaker = turns?.order[turns.at];
  if (!turns || turns.groups || speaker === undefined) return state;
  if (before.run.turns === turns || before.run.turns?.order[before.run.turns.at] === speaker) return state;
  const steps = writingSteps(state).filter(({ writing }) => writing.revealOnTurn && !writing.own);
  const frames = [...new Set(steps.flatMap((step) => step.frames))];
  if (steps.length === 0 || anonymityOf(state, frames) !== 'named') return state;
  // Turns that go by quickly are shown together; everybody's are shown anyway where all was to be revealed.
  if (reveal && (reveal.authors === null || reveal.frames === null)) return state;
  return withRun(state, {
    reveal: {
      at: now + LIMITS.revealMs,
      frames: [...new Set([...(reveal?.frames ?? []), ...frames])],
      authors: [...new Set([...(reveal?.authors ?? []), speaker])],
    },
  });
}
