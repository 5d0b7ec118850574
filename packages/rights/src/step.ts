import { framesAround, type KindModel, type Place, standsIn } from '@talkoot/board';
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

/**
 * Has this person as many notes as there may be, where this one is to stand? `from` is where it stands already. Private
 * ones may wait in no frame; on a bare board nothing tells which notes are of the step.
 */
export function notesAreFull(
  place: Place | undefined,
  actor: Actor,
  context: RightsContext,
  board: BoardView,
  from?: Place,
): boolean {
  const alone = context.scope === 'mine';
  const limit = alone ? context.writing : rulesApply(actor, context) ? context.step : null;
  const { frames, most } = limit ?? {};
  if (!place || !frames || typeof most !== 'number') return false;
  // What is gathered under a name counts where that stands.
  const lookup = (id: string): Place | undefined => board.element(id)?.place ?? board.coming?.(id);
  const counts = (at: Place): boolean => (frames.length > 0 ? standsIn(at, frames, lookup) : at.frame === null);
  if (!counts(place) || (from && counts(from))) return false;
  return (board.countIn?.(frames, alone ? undefined : actor.participantId) ?? 0) >= most;
}
