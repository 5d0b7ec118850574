import type { Point } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import { verdictOf } from '../../sync/actions.ts';
import { deleteElements } from '../../sync/actions-delete.ts';
import { isOn } from '../hit.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** Half the width of the eraser, CSS pixels. */
const REACH_PX = 8;
const REACH_TOUCH_PX = 14;

/** Wiping away what was drawn by hand: every line that is touched fades, and all of them go at the end, in one step. */
export function erasing(context: ToolContext, start: Pointer): ToolState {
  const { canvas } = context;
  const { fading } = canvas.painter;
  const reach = (start.touch ? REACH_TOUCH_PX : REACH_PX) / canvas.camera.zoom;
  let last = start.board;
  let refused: Verdict | null = null;

  function touch(point: Point): void {
    for (const id of canvas.scene.index.at(point, reach)) {
      const element = canvas.model.get(id);
      if (!element || fading.has(id) || !canvas.typeOf(id)?.strokes || !isOn(canvas, id, point, reach)) continue;
      const verdict = verdictOf(canvas.session, [[{ type: 'delete', id }, element.scope]]);
      if (!verdict.allowed) refused = verdict;
      else {
        fading.add(id);
        canvas.scene.repaint(id);
      }
    }
  }

  /** Nothing between here and there is jumped over. */
  function wipe(pointer: Pointer): void {
    for (const to of pointer.trail ?? [pointer.board]) {
      const steps = Math.ceil(Math.hypot(to.x - last.x, to.y - last.y) / reach);
      for (let step = 1; step <= steps; step++) {
        touch({ x: last.x + ((to.x - last.x) * step) / steps, y: last.y + ((to.y - last.y) * step) / steps });
      }
      last = to;
    }
  }

  function end(): void {
    const ids = [...fading];
    fading.clear();
    for (const id of ids) canvas.scene.repaint(id);
  }

  return {
    name: 'erasing',
    enter: () => touch(start.board),
    move: (pointer) => {
      wipe(pointer);
      return undefined;
    },
    up: (pointer) => {
      wipe(pointer);
      if (fading.size > 0) canvas.tell(deleteElements(canvas.session, fading));
      else if (refused) canvas.tell(refused);
      end();
      return context.idle();
    },
    cancel: end,
  };
}
