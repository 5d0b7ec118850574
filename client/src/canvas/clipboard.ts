import type { Point } from '@talkoot/board';
import type { CanvasController } from './controller.ts';
import { type ClipboardPlace, ElementClipboard } from './element-clipboard.ts';
import { isOurs } from './key-target.ts';

/**
 * Copy, cut and paste by the browser's own events: they work without a secure context, as on a local network, where
 * scripts may not reach the clipboard. Answers how to stop.
 */
export function listenToClipboard(host: HTMLElement, canvas: CanvasController): () => void {
  const place = new PlaceOnCanvas(host, canvas);
  const stop = new AbortController();
  const options = { signal: stop.signal };
  canvas.clipboard = new ElementClipboard(canvas, place);
  canvas.clipboard.listen(host.ownerDocument, stop.signal);
  host.addEventListener('pointermove', (event) => place.pointAt(event), options);
  host.addEventListener('pointerleave', () => place.pointAt(null), options);
  return () => stop.abort();
}

class PlaceOnCanvas implements ClipboardPlace {
  readonly #host: HTMLElement;
  readonly #canvas: CanvasController;
  #pointer: Point | null = null;

  constructor(host: HTMLElement, canvas: CanvasController) {
    this.#host = host;
    this.#canvas = canvas;
  }

  isOurs(event: Event): boolean {
    return isOurs(event, this.#host) && !this.#canvas.editing;
  }

  /** Where the mouse is over the canvas; null when it left, and for fingers, which are nowhere in between. */
  pointAt(event: PointerEvent | null): void {
    const { left = 0, top = 0 } = event ? this.#host.getBoundingClientRect() : {};
    this.#pointer = event?.pointerType === 'mouse' ? { x: event.clientX - left, y: event.clientY - top } : null;
  }

  /** Under the mouse, else in the middle of the view. */
  spot(): Point {
    const { camera } = this.#canvas;
    const { width, height } = camera.viewport;
    return camera.toBoard(this.#pointer ?? { x: width / 2, y: height / 2 });
  }
}
