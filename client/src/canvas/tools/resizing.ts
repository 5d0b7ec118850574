import type { Box } from '@talkoot/board';
import { resize, verdictOf } from '../../sync/actions.ts';
import { fitHeight } from '../../sync/controls.ts';
import { cursorOf, type Handle, pulledTurned } from '../handles.ts';
import { edgeGuides, SNAP_REACH, snapEdges, standing } from './snapping.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/**
 * Pulling a handle of the one selected element. What stands in a container stays where it is. The edges that are pulled
 * snap to others'; Ctrl keeps from it.
 */
export function resizing(context: ToolContext, start: Pointer, id: string, handle: Handle): ToolState {
  const { canvas } = context;
  const before = canvas.model.box(id) as Box;
  const min = canvas.typeOf(id)?.resizing?.min ?? { width: 20, height: 20 };
  const keepsShape = canvas.typeOf(id)?.resizing?.keepsShape === true;
  const element = canvas.model.get(id);
  const rotation = element?.rotation ?? 0;
  const verdict = element
    ? verdictOf(canvas.session, [[{ type: 'set', id, field: 'size', value: element.size }, element.scope]])
    : ({ allowed: false, reason: 'schema' } as const);

  const others = standing(canvas, new Set([id]));

  function boxFor(pointer: Pointer): Box {
    const by = { x: pointer.board.x - start.board.x, y: pointer.board.y - start.board.y };
    const square = pointer.shift !== keepsShape;
    const free = pulledTurned(before, rotation, { handle, by, min, square });
    canvas.guides = [];
    if (pointer.ctrl || square || rotation !== 0) return free;
    const { x, y } = snapEdges(free, handle, others, SNAP_REACH / canvas.camera.zoom);
    const box = pulledTurned(before, 0, { handle, by: { x: by.x + x, y: by.y + y }, min, square });
    canvas.guides = edgeGuides(box, handle, others);
    return box;
  }

  function end(): void {
    canvas.guides = [];
    canvas.scene.settle([id]);
  }

  return {
    name: 'resizing',
    pansAtEdge: true,
    enter: () => {
      canvas.setCursor(cursorOf(handle));
      canvas.tell(verdict);
    },
    move: (pointer) => {
      if (!verdict.allowed) return undefined;
      const box = boxFor(pointer);
      const size = { width: box.width, height: box.height };
      canvas.scene.hold([[id, { dx: box.x - before.x, dy: box.y - before.y, size }]]);
      return undefined;
    },
    up: (pointer) => {
      const box = boxFor(pointer);
      if (verdict.allowed && (box.width !== before.width || box.height !== before.height)) {
        canvas.tell(resize(canvas.session, id, box));
        fitHeight(canvas.session, id);
      }
      end();
      return context.idle();
    },
    cancel: end,
  };
}
