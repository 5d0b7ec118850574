import { boxAround, centreOf, type Point } from '@talkoot/board';
import { frameAt } from '../../sync/actions.ts';
import { dropBy, mayMove, movable, withoutPassengers } from '../../sync/actions-move.ts';
import { copyBy } from '../../sync/copies.ts';
import type { CanvasController } from '../controller.ts';
import { snap, SNAP_REACH, standing } from './snapping.ts';
import { Joining, joinWith } from './joining.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** Ids that fit into one presence message. */
const SHOWN_MOVING = 40;

/**
 * Moving what is selected. Others see it by presence meanwhile; the document is written once, at the drop, and
 * what was dropped over a frame then stands in it. Held over another thing, both are to be a cluster.
 */
export function dragging(context: ToolContext, start: Pointer, first: Pointer): ToolState {
  const { canvas } = context;
  const roots = liftable(canvas);
  const moving = new Set(roots.flatMap((id) => [id, ...canvas.model.descendantsOf(id)]));

  let last = first;
  const joining = new Joining(canvas, roots, moving, () => update(last));
  const around = boxAround(roots.map((id) => canvas.model.box(id)).filter((box) => box !== undefined));
  const others = standing(canvas, moving);

  function offset(pointer: Pointer): Point {
    const dx = pointer.board.x - start.board.x;
    const dy = pointer.board.y - start.board.y;
    const straight = Math.abs(dx) > Math.abs(dy) ? { x: dx, y: 0 } : { x: 0, y: dy };
    const free = pointer.shift ? straight : { x: dx, y: dy };
    canvas.guides = [];
    // Ctrl keeps from snapping; in a straight line nothing may push aside.
    if (pointer.ctrl || pointer.shift || !around) return free;
    const snapped = snap({ ...around, x: around.x + dx, y: around.y + dy }, others, SNAP_REACH / canvas.camera.zoom);
    canvas.guides = snapped.guides;
    return { x: dx + snapped.x, y: dy + snapped.y };
  }

  function update(pointer: Pointer): void {
    last = pointer;
    const { x, y } = offset(pointer);
    canvas.scene.hold([...moving].map((id) => [id, { dx: x, dy: y }] as const));
    canvas.session.presence.set({ moving: { ids: roots.slice(0, SHOWN_MOVING), dx: x, dy: y } });
    joining.over(pointer.board);
    canvas.dropFrame = joining.target ?? targetFrame(canvas, roots);
    canvas.setCursor(pointer.alt ? 'copy' : 'grabbing');
  }

  function end(): void {
    joining.stop();
    canvas.dropFrame = null;
    canvas.guides = [];
    canvas.session.presence.set({ moving: null });
    canvas.scene.settle(moving);
    canvas.changed();
  }

  return {
    name: 'dragging',
    pansAtEdge: true,
    enter: () => update(first),
    move: (pointer) => {
      update(pointer);
      return undefined;
    },
    up: (pointer) => {
      const { x, y } = offset(pointer);
      if (pointer.alt) putDownCopies(canvas, { x, y });
      else if (joining.target !== null) joinWith(canvas, joining.target, roots);
      else if (roots.length > 0) canvas.tell(dropBy(canvas.session, roots, x, y));
      end();
      return context.idle();
    },
    cancel: end,
  };
}

/** With Alt what was dragged stays where it was, and copies are put down. */
function putDownCopies(canvas: CanvasController, by: Point): void {
  const result = copyBy(canvas.session, canvas.selection.ids, by);
  if (canvas.tell(result) && result.allowed) canvas.selection.set(result.ids);
}

/** What of the selection may be moved; says why when something may not. */
function liftable(canvas: CanvasController): string[] {
  const { ids, refused } = movable(canvas.session, withoutPassengers(canvas.model, canvas.selection.ids));
  if (refused !== undefined) canvas.tell(mayMove(canvas.session, refused));
  return ids;
}

/** The frame under the middle of what is dragged, if dropping would bring something into it. */
function targetFrame(canvas: CanvasController, roots: readonly string[]): string | null {
  const boxes = roots.map((id) => canvas.scene.shownBox(id)).filter((box) => box !== undefined);
  const around = boxAround(boxes);
  if (!around) return null;
  const scope = canvas.model.get(roots[0] ?? '')?.scope;
  const frame = frameAt(canvas.model, centreOf(around), new Set(roots), scope);
  return frame && roots.some((id) => canvas.model.get(id)?.place.frame !== frame) ? frame : null;
}
