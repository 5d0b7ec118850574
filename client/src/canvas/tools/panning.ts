import type { Pointer, ToolContext, ToolState } from './state.ts';

/** Moving the view. */
export function panning(context: ToolContext, start: Pointer): ToolState {
  const { canvas } = context;
  let last = start.screen;
  const state: ToolState = {
    name: 'panning',
    enter: () => canvas.setCursor('grabbing'),
    move: (pointer) => {
      canvas.camera.panBy(pointer.screen.x - last.x, pointer.screen.y - last.y);
      last = pointer.screen;
      return undefined;
    },
    up: () => context.idle(),
  };
  return state;
}
