import type { CanvasController } from '../controller.ts';
import { EdgePan } from './edge-pan.ts';
import { idle } from './idle.ts';
import { pinching } from './pinch.ts';
import type { Pinch, Pointer, ToolContext, ToolState } from './state.ts';

/** Runs the pointer's states: hands each event to the present one and follows where it leads. */
export class ToolMachine implements ToolContext {
  readonly canvas: CanvasController;
  spaceHeld = false;
  laserHeld = false;
  #state: ToolState;
  readonly #edge: EdgePan;

  constructor(canvas: CanvasController) {
    this.canvas = canvas;
    this.#state = this.idle();
    this.#edge = new EdgePan(canvas, (pointer) => this.move(pointer));
  }

  get state(): string {
    return this.#state.name;
  }

  idle(): ToolState {
    return idle(this);
  }

  down(pointer: Pointer): void {
    this.#go(this.#state.down?.(pointer));
  }

  move(pointer: Pointer): void {
    this.#go(this.#state.move?.(pointer));
    this.#edge.follow(this.#state.pansAtEdge ? pointer : null);
  }

  up(pointer: Pointer): void {
    this.#go(this.#state.up?.(pointer));
  }

  /** A second finger came down: whatever the first was doing is undone. */
  pinchStart(pinch: Pinch): void {
    this.#state.cancel?.();
    this.#go(pinching(this, pinch));
  }

  pinchMove(pinch: Pinch): void {
    this.#state.pinch?.(pinch);
  }

  /** Back to idle with nothing done; answers whether there was anything to stop. */
  cancel(): boolean {
    if (this.#state.name === 'idle') return false;
    this.#state.cancel?.();
    this.#go(this.idle());
    return true;
  }

  #go(next: ToolState | undefined): void {
    if (!next) return;
    this.#edge.follow(null);
    this.#state = next;
    // Nothing is drawn or dragged on a board that slides away under it.
    if (!next.leavesView) this.canvas.people.following?.stop();
    next.enter?.();
    this.canvas.acting = next.name !== 'idle' && next.name !== 'pointing';
  }
}
