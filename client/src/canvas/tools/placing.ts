import type { ElementType } from '@talkoot/elements';
import { boxOf } from './marquee.ts';
import { movedFar, type Pointer, type ToolContext, type ToolState } from './state.ts';

/** Putting down a new element: where the click was, or as the box that is drawn. */
export function placing(context: ToolContext, type: ElementType, start: Pointer): ToolState {
  const { canvas } = context;
  const draws = type.placing === 'box';

  function end(): ToolState {
    canvas.marquee = null;
    canvas.scene.refreshActive();
    return context.idle();
  }

  return {
    name: 'placing',
    pansAtEdge: true,
    move: (pointer) => {
      if (!draws || !movedFar(start, pointer)) return undefined;
      canvas.marquee = boxOf(start, pointer);
      canvas.scene.refreshActive();
      return undefined;
    },
    up: (pointer) => {
      canvas.marquee = null;
      canvas.tool = 'select';
      if (draws && movedFar(start, pointer)) {
        const { x, y, width, height } = boxOf(start, pointer);
        const min = type.resizing?.min ?? { width: 20, height: 20 };
        const size = { width: Math.max(min.width, width), height: Math.max(min.height, height) };
        canvas.add({ type, at: { x, y, size } });
      } else canvas.add({ type, at: start.board });
      return end();
    },
    cancel: end,
  };
}
