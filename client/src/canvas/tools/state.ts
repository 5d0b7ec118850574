import type { Point } from '@talkoot/board';
import type { CanvasController } from '../controller.ts';

/** A press, move or release as tools see it. */
export interface Pointer {
  /** On the canvas, CSS pixels. */
  screen: Point;
  /** On the board. */
  board: Point;
  shift: boolean;
  /** Ctrl or Cmd. */
  ctrl: boolean;
  alt: boolean;
  touch: boolean;
  /** Where it has been on the board since the last, itself at the end; left out where the device tells no more. */
  trail?: readonly Point[];
  /** 0 main, 1 middle, 2 other, 5 the eraser of a stylus. */
  button: number;
  /** How many presses in quick succession this is. */
  clicks: number;
}

/** Two fingers on the canvas: their middle and distance, CSS pixels. */
export interface Pinch {
  middle: Point;
  distance: number;
}

/**
 * One state of the pointer's work. Handlers answer the next state, or nothing to stay. A state that is left by
 * `cancel` leaves nothing behind.
 */
export interface ToolState {
  readonly name: string;
  /** Held near an edge of the canvas, the view goes along. */
  readonly pansAtEdge?: boolean;
  /** While this goes on the view may go along with somebody else's. */
  readonly leavesView?: boolean;
  enter?(): void;
  down?(pointer: Pointer): ToolState | undefined;
  move?(pointer: Pointer): ToolState | undefined;
  up?(pointer: Pointer): ToolState | undefined;
  pinch?(pinch: Pinch): void;
  /** Escape, a second finger, or the browser took the pointer away. */
  cancel?(): void;
}

/** What every state works on. */
export interface ToolContext {
  canvas: CanvasController;
  /** Space is held: the main button moves the view. */
  spaceHeld: boolean;
  /** The laser's key is held: it shines without a press. */
  laserHeld: boolean;
  idle(): ToolState;
}

/** Movement below this is still a click. CSS pixels. */
export const CLICK_SLACK = 4;
export const TOUCH_SLACK = 9;

export function movedFar(from: Pointer, to: Pointer): boolean {
  return Math.hypot(to.screen.x - from.screen.x, to.screen.y - from.screen.y) > (to.touch ? TOUCH_SLACK : CLICK_SLACK);
}
