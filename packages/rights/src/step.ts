import { framesAround, type KindModel, type Place } from '@talkoot/board';
import { isFacilitating, type Reach, type Refusal } from '@talkoot/protocol';
import type { Actor, BoardView, RightsContext } from './types.ts';

/** A person's own document and a group's own are free of what holds on the board. */
export function rulesApply(actor: Actor, context: Pick<RightsContext, 'scope'>): boolean {
  return context.scope === 'board' && !isFacilitating(actor.role);
}

/** Whose elements may be edited, moved or deleted: by the step that runs, or by the participation rules. */
export function reachOf(act: 'edit' | 'move' | 'delete', { step, rules }: RightsContext): Reach {
  return step ? step[act] : rules[act];
}

/** May participants add this kind now? The rules may always forbid one. */
export function mayAddKind(kind: KindModel, { step, rules }: RightsContext): boolean {
  const byRules = rules.kinds === null ? kind.participantsMayAdd : rules.kinds.includes(kind.kind);
  return step?.kinds ? step.kinds.includes(kind.kind) : byRules;
}

/** Why the step that runs lets this person change nothing at this place; null when it does. */
export function stepRefuses(
  place: Place | undefined,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
): Refusal | null {
  const { step } = context;
  if (!step || !rulesApply(actor, context)) return null;
  if (step.who && !step.who.includes(actor.participantId)) return 'step';
  if (!step.frames || !place) return null;
  const around = framesAround(place, (id) => board.element(id)?.place);
  return around.some((id) => step.frames?.includes(id)) ? null : 'step';
}

/** Has this person as many notes as there may be, where this one is to stand? `from` is where it stands already. */
export function notesAreFull(
  place: Place | undefined,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
  from?: Place,
): boolean {
  const limit = limitOf(actor, context);
  if (!limit || !place || (from && counts(from, limit))) return false;
  return counts(place, limit) && (board.countIn?.(limit.frames, limit.author) ?? 0) >= limit.most;
}

/** So many notes at most in these frames, or in none; of one author where others' stand beside them. */
interface Limit {
  most: number;
  frames: readonly string[];
  author?: string;
}

function limitOf(actor: Actor, context: RightsContext): Limit | null {
  const { writing, scope, step } = context;
  if (scope === 'mine' && writing && writing.most !== null) return { most: writing.most, frames: writing.frames };
  // On a bare board nothing tells which notes are of the step.
  if (!step?.frames || step.most === null || !rulesApply(actor, context)) return null;
  return { most: step.most, frames: step.frames, author: actor.participantId };
}

function counts({ frame }: Place, { frames }: Limit): boolean {
  return frames.length === 0 ? frame === null : frames.includes(frame ?? '');
}
