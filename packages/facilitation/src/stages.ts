import { type AgendaStep, LIMITS } from '@talkoot/protocol';
import { stepOf } from './agenda.ts';
import { beginGroups, endGroups, moveTables, working } from './groups.ts';
import { done, type Effect, type Given, type Outcome, type SessionState, withRun, type WrittenAlone } from './state.ts';
import type { Stage } from './step-type.ts';
import { settingsOf, typeOf } from './steps.ts';

const SECOND = 1_000;

/** The stages of a step; empty for one that is a whole. */
export function stagesOf(step: AgendaStep): readonly Stage[] {
  return typeOf(step)?.stages?.(settingsOf(step), step) ?? [];
}

/** The stage that runs, and those after it. */
export function stageNow({ agenda, run }: SessionState): { stage: Stage; at: number; after: readonly Stage[] } | null {
  const step = stepOf(agenda, run.stepId);
  if (!step || run.stage === null) return null;
  const stages = stagesOf(step);
  // The plan may have lost some of them meanwhile.
  const at = Math.min(run.stage, stages.length - 1);
  const stage = stages[at];
  return stage ? { stage, at, after: stages.slice(at + 1) } : null;
}

/** How long these stages take together, ms. */
export function lengthOf(stages: readonly Stage[]): number {
  return stages.reduce((sum, { seconds }) => sum + seconds * SECOND, 0);
}

/** The stage with this number begins, with its clock and what it brings. */
export function beginStage(state: SessionState, step: AgendaStep, at: number, given: Given): Outcome {
  const stage = stagesOf(step)[at];
  if (!stage) return done(state);
  const { now } = given;
  const clock = { startedAt: now, endsAt: now + stage.seconds * SECOND, pausedAt: null };
  let next = withRun(state, { stage: at, clock, paused: false, asks: [] });
  const effects: Effect[] = [];
  const take = (part: { state: SessionState; effects: Effect[] }): void => {
    next = part.state;
    effects.push(...part.effects);
  };
  const { groups, moves, raises } = stage;
  if (raises) take(endGroups(next, false, raises));
  if (groups)
    take(
      beginGroups(
        next,
        { ...groups, frames: stage.frames, setId: `${step.id}-${at}`, written: writtenAlone(state, step, at) },
        given,
      ),
    );
  if (moves) take(moveTables(next, moves, given));
  return done(next, effects);
}

/** Goes on to another stage. What controls did before belongs to the former one, and is not taken back any more. */
export function goToStage(state: SessionState, at: number, given: Given): Outcome {
  const step = stepOf(state.agenda, state.run.stepId);
  return step ? beginStage(withRun(state, { undoable: [] }), step, at, given) : done(state);
}

/** When the stage that runs goes on by itself: when its time is over and people have finished their sentences. */
export function stageAdvancesAt(state: SessionState): number | null {
  const now = stageNow(state);
  const { clock, paused } = state.run;
  if (!clock || paused || !now || now.after.length === 0) return null;
  return clock.endsAt + LIMITS.finishMs;
}

/** Groups that work when the step is left end as they would have in its last stage. */
export function leaveGroups(state: SessionState, step: AgendaStep): { state: SessionState; effects: Effect[] } {
  if (!working(state)) return { state, effects: [] };
  const settings = settingsOf(step);
  const keepPrivate = typeOf(step)?.groups?.(settings)?.keepPrivate ?? false;
  return endGroups(state, keepPrivate, stagesOf(step).at(-1)?.raises);
}

/**
 * What was written in the stage before, to be carried. Where something else may have been written privately in the same
 * place, only what is younger counts: other notes were promised otherwise.
 */
function writtenAlone({ agenda, run }: SessionState, step: AgendaStep, at: number): WrittenAlone | null {
  if (!stagesOf(step)[at - 1]?.writing) return null;
  // The frames of the other stages are in view, too: nobody's note is left behind for standing in one of them.
  const { frames } = step;
  const mixed = agenda.steps.some((other) => {
    const writing = other.id === step.id || !run.times[other.id] ? null : typeOf(other)?.writing?.(settingsOf(other));
    if (!writing) return false;
    return other.frames.some((frame) => frames.includes(frame));
  });
  return { frames, since: run.times[step.id]?.startedAt ?? 0, mixed };
}
