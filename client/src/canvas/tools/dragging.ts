import { boxAround, centreOf, type Point } from '@talkoot/board';
import { dropBy, frameAt, mayMove, withoutPassengers } from '../../sync/actions.ts';
import type { CanvasController } from '../controller.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** Ids that fit into one presence message. */
const SHOWN_MOVING = 40;

/**
 * Moving what is selected. Others see it by presence meanwhile; the document is written once, at the drop, and
 * what was dropped over a frame then stands in it.
 */
export function dragging(context: ToolContext, start: Pointer, first: Pointer): ToolState {
  const { canvas } = context;
  const roots = movable(canvas);
  const moving = new Set(roots.flatMap((id) => [id, ...canvas.model.descendantsOf(id)]));

  function offset(pointer: Pointer): Point {
    const dx = pointer.board.x - start.board.x;
    const dy = pointer.board.y - start.board.y;
    if (!pointer.shift) return { x: dx, y: dy };
    return Math.abs(dx) > Math.abs(dy) ? { x: dx, y: 0 } : { x: 0, y: dy };
  }

  function update(pointer: Pointer): void {
    const { x, y } = offset(pointer);
    canvas.scene.hold([...moving].map((id) => [id, { dx: x, dy: y }] as const));
    canvas.session.presence.set({ moving: { ids: roots.slice(0, SHOWN_MOVING), dx: x, dy: y } });
    canvas.dropFrame = targetFrame(canvas, roots);
  }

  function end(): void {
    canvas.dropFrame = null;
    canvas.session.presence.set({ moving: null });
    canvas.scene.settle(moving);
    canvas.changed();
  }

  return {
    name: 'dragging',
    enter: () => {
      canvas.setCursor('grabbing');
      update(first);
    },
    move: (pointer) => {
      update(pointer);
      return undefined;
    },
    up: (pointer) => {
      const { x, y } = offset(pointer);
      if (roots.length > 0) canvas.tell(dropBy(canvas.session, roots, x, y));
      end();
      return context.idle();
    },
    cancel: end,
  };
}

/** What of the selection may be moved; says why when something may not. */
function movable(canvas: CanvasController): string[] {
  const roots = withoutPassengers(canvas.model, canvas.selection.ids);
  const allowed = roots.filter((id) => mayMove(canvas.session, id).allowed);
  const refused = roots.find((id) => !mayMove(canvas.session, id).allowed);
  if (refused) canvas.tell(mayMove(canvas.session, refused));
  return allowed;
}

/** The frame under the middle of what is dragged, if dropping would bring something into it. */
function targetFrame(canvas: CanvasController, roots: readonly string[]): string | null {
  const boxes = roots.map((id) => canvas.scene.shownBox(id)).filter((box) => box !== undefined);
  const around = boxAround(boxes);
  if (!around) return null;
  const frame = frameAt(canvas.model, centreOf(around), new Set(roots));
  return frame && roots.some((id) => canvas.model.get(id)?.place.frame !== frame) ? frame : null;
}
