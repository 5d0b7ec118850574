import type { Box } from '@talkoot/board';
import { movable } from '../../sync/actions-move.ts';
import { fitHeight } from '../../sync/controls.ts';
import { scale, scaledBoxes } from '../../sync/scaling.ts';
import { cursorOf, groupBox, type Handle, pulled } from '../handles.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** No group is made smaller than this, board units. */
const SMALLEST = { width: 24, height: 24 };

/** Pulling a corner of several selected elements: all grow or shrink together, in proportion. */
export function scaling(context: ToolContext, start: Pointer, handle: Handle): ToolState {
  const { canvas } = context;
  const before = groupBox(canvas) as Box;
  const { ids } = movable(canvas.session, canvas.selection.ids);

  function boxFor(pointer: Pointer): Box {
    const by = { x: pointer.board.x - start.board.x, y: pointer.board.y - start.board.y };
    return pulled(before, handle, by, SMALLEST, true);
  }

  function end(): void {
    canvas.scene.settle(ids);
  }

  return {
    name: 'scaling',
    pansAtEdge: true,
    enter: () => canvas.setCursor(cursorOf(handle)),
    move: (pointer) => {
      const lifts = [...scaledBoxes(canvas.session, ids, before, boxFor(pointer))].map(([id, { x, y, size }]) => {
        const box = canvas.model.box(id) as Box;
        return [id, { dx: x - box.x, dy: y - box.y, size }] as const;
      });
      // Lines follow what they hang on.
      canvas.scene.hold(lifts.filter(([id]) => !canvas.model.kindOf(id)?.connects));
      return undefined;
    },
    up: (pointer) => {
      const after = boxFor(pointer);
      if (after.width !== before.width) {
        canvas.tell(scale(canvas.session, ids, before, after));
        for (const id of ids) fitHeight(canvas.session, id);
      }
      end();
      return context.idle();
    },
    cancel: end,
  };
}
