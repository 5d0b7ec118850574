import type { CanvasController } from '../controller.ts';
import type { Pointer } from './state.ts';

/** From so near to an edge the view goes along, CSS pixels. */
const NEAR = 36;
/** The most it goes in one frame, CSS pixels. */
const FASTEST = 14;

/** Moves the view while something is held near an edge of the canvas, faster the nearer it is. */
export class EdgePan {
  readonly #canvas: CanvasController;
  readonly #again: (pointer: Pointer) => void;
  #pointer: Pointer | null = null;
  #frame: number | null = null;

  /** `again` hears the pointer anew after the view moved under it. */
  constructor(canvas: CanvasController, again: (pointer: Pointer) => void) {
    this.#canvas = canvas;
    this.#again = again;
  }

  /** The pointer is here now; null: nothing is held any more. */
  follow(pointer: Pointer | null): void {
    this.#pointer = pointer;
    if (pointer && this.#speed(pointer)) this.#frame ??= requestAnimationFrame(() => this.#step());
  }

  #step(): void {
    this.#frame = null;
    const pointer = this.#pointer;
    const speed = pointer && this.#speed(pointer);
    if (!pointer || !speed) return;
    const { camera } = this.#canvas;
    camera.panBy(-speed.x, -speed.y);
    this.#again({ ...pointer, board: camera.toBoard(pointer.screen) });
  }

  /** How far the view goes in the next frame; null in the middle of the canvas. */
  #speed({ screen }: Pointer): { x: number; y: number } | null {
    const { width, height } = this.#canvas.camera.viewport;
    const speed = { x: pull(screen.x, width), y: pull(screen.y, height) };
    return speed.x === 0 && speed.y === 0 ? null : speed;
  }
}

function pull(at: number, length: number): number {
  if (at < NEAR) return -Math.min(1, (NEAR - at) / NEAR) * FASTEST;
  if (at > length - NEAR) return Math.min(1, (at - length + NEAR) / NEAR) * FASTEST;
  return 0;
}
