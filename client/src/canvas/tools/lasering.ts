import type { Pointer, ToolContext, ToolState } from './state.ts';

/** A laser that is held still shines on. */
const STILL_MS = 200;

/** Pointing with the laser: others see where it was for a moment, and nothing on the board changes. */
export function lasering(context: ToolContext, start: Pointer): ToolState {
  const { people } = context.canvas;
  let last = start;
  let timer: ReturnType<typeof setInterval> | undefined;

  function shine(pointer: Pointer): void {
    last = pointer;
    people.lasers?.point(pointer.board);
  }

  return {
    name: 'lasering',
    leavesView: true,
    enter: () => {
      shine(start);
      timer = setInterval(() => people.lasers?.point(last.board), STILL_MS);
    },
    move: (pointer) => {
      shine(pointer);
      return undefined;
    },
    up: () => {
      clearInterval(timer);
      return context.idle();
    },
    cancel: () => clearInterval(timer),
  };
}
