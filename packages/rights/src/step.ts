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

/** Is it a kind that only gathers, and may participants arrange what is everybody's? */
export function mayArrange(kind: KindModel, context: RightsContext): boolean {
  return kind.gathers !== undefined && reachOf('move', context) === 'all';
}

/** May participants add this kind now? The rules may always forbid one. */
export function mayAddKind(kind: KindModel, context: RightsContext): boolean {
  // What only gathers is a way of arranging: it comes with the right to move what is everybody's.
  if (kind.gathers) return mayArrange(kind, context);
  const { step, rules } = context;
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
  const around = framesAround(place, (id) => board.element(id)?.place ?? board.coming?.(id));
  return around.some((id) => step.frames?.includes(id)) ? null : 'step';
}

/** Has this person as many private notes as there may be, where this one is to stand? */
export function notesAreFull(place: Place | undefined, context: RightsContext, board: BoardView): boolean {
  const { writing, scope } = context;
  if (scope !== 'mine' || !writing || writing.most === null || !place) return false;
  const counts = writing.frames.length === 0 ? place.frame === null : writing.frames.includes(place.frame ?? '');
  return counts && (board.countIn?.(writing.frames) ?? 0) >= writing.most;
}
