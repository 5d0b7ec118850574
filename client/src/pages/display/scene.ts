import type { Box, Size } from '@talkoot/board';
import type { RoundView, SessionView } from '@talkoot/protocol';

/** What fills a room screen below title and clock. */
export type Scene = 'join' | 'rest' | 'turns' | 'groups' | 'results' | 'board';

/** So long stays what a vote came to when the next step has begun, ms: going on is how most votes are closed. */
const RESULT_STAYS_MS = 60_000;

/** What the room is to see now. What facilitators point at comes before all. */
export function sceneOf(view: SessionView, now: number): Scene {
  const { step, turns, groups, spotlight, counts } = view;
  if (spotlight !== null) return 'board';
  if (step?.todo === 'rest') return 'rest';
  if (turns && turns.order.length > 0) return 'turns';
  if (counts || shownRound(view, now)) return 'results';
  if (groups.length > 0) return 'groups';
  return step ? 'board' : 'join';
}

/** The last round of what runs, when its result may be seen; without one, the round that has just been closed. */
export function shownRound({ rounds, step }: SessionView, now: number): RoundView | null {
  const last = rounds.findLast(({ stepId }) => stepId === (step?.id ?? null));
  if (!last) return rounds.findLast(({ closedAt }) => closedAt !== null && now - closedAt < RESULT_STAYS_MS) ?? null;
  return last.closedAt !== null || last.results !== null ? last : null;
}

/** Is the way in to be seen: while nobody begins, and until everybody who is expected is there. */
export function showsWayIn({ step, state }: SessionView, joined: number, expected: number | null): boolean {
  if (state === 'closed') return false;
  return step === null || (expected !== null && joined < expected);
}

/** Room below what stands in a frame, board units. */
const BELOW = 24;

/**
 * The part of some frames that is worth the screen: frames are high so that much fits in, and what nobody has filled
 * yet at their foot would make all words small.
 */
export function withoutEmptyFoot(whole: Box, inside: Box | null, { width, height }: Size): Box {
  const filled = inside ? inside.y + inside.height + BELOW - whole.y : 0;
  const fits = width > 0 ? (whole.width * height) / width : whole.height;
  return { ...whole, height: Math.min(whole.height, Math.max(filled, fits)) };
}
