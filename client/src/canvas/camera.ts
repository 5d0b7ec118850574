import type { Box, Point } from '@talkoot/board';

/** Which part of the board is seen: the board point at the view's corner, and screen pixels per board unit. */
export interface CameraState {
  x: number;
  y: number;
  zoom: number;
}

export interface Viewport {
  width: number;
  height: number;
}

/** Room that is taken at the edges of the view by what stands over it, screen pixels. */
export interface Taken {
  /** By bars at the lower and the upper edge. */
  foot?: number;
  head?: number;
  /** By what stands in the lower right corner, counted from there. */
  corner?: Viewport | undefined;
}

export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 8;

export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** The camera after zooming so that the board point under `at` (screen) stays where it is. */
export function zoomedAt(camera: CameraState, at: Point, zoom: number): CameraState {
  const next = clampZoom(zoom);
  return {
    x: camera.x + at.x / camera.zoom - at.x / next,
    y: camera.y + at.y / camera.zoom - at.y / next,
    zoom: next,
  };
}

/** The camera that shows a box whole and in the middle, with room (screen pixels) around it. */
export function fitted(box: Box, viewport: Viewport, padding: number, maxZoom = 1): CameraState {
  const width = Math.max(1, viewport.width - 2 * padding);
  const height = Math.max(1, viewport.height - 2 * padding);
  const zoom = clampZoom(Math.min(maxZoom, width / Math.max(1, box.width), height / Math.max(1, box.height)));
  return {
    x: box.x + box.width / 2 - viewport.width / 2 / zoom,
    y: box.y + box.height / 2 - viewport.height / 2 / zoom,
    zoom,
  };
}

/** The camera of one canvas; listeners hear every change. */
export class Camera {
  #state: CameraState = { x: 0, y: 0, zoom: 1 };
  #viewport: Viewport = { width: 1, height: 1 };
  readonly #listeners = new Set<() => void>();

  get state(): CameraState {
    return this.#state;
  }

  get zoom(): number {
    return this.#state.zoom;
  }

  get viewport(): Viewport {
    return this.#viewport;
  }

  /** The size of the canvas is known; before, nothing can be fitted into it. */
  get ready(): boolean {
    return this.#viewport.width > 1;
  }

  set viewport(viewport: Viewport) {
    this.#viewport = viewport;
    this.#tell();
  }

  set(state: CameraState): void {
    this.#state = { ...state, zoom: clampZoom(state.zoom) };
    this.#tell();
  }

  /** Moves the picture by screen pixels. */
  panBy(dx: number, dy: number): void {
    const { x, y, zoom } = this.#state;
    this.set({ x: x - dx / zoom, y: y - dy / zoom, zoom });
  }

  /** Zooms by a factor around a screen point, the middle of the view by default. */
  zoomBy(factor: number, at: Point = this.middle()): void {
    this.set(zoomedAt(this.#state, at, this.#state.zoom * factor));
  }

  /** Shows a box whole, clear of what is taken. */
  fit(box: Box, padding = 64, maxZoom = 1, taken: Taken = {}): void {
    this.set(this.stateFor(box, padding, maxZoom, taken));
  }

  /** What {@link fit} would set. */
  stateFor(box: Box, padding: number, maxZoom: number, taken: Taken): CameraState {
    const { corner } = taken;
    const whole = this.#stateWithin(box, padding, maxZoom, taken);
    if (!corner || !this.#covers(corner, box, whole)) return whole;
    const above = this.#stateWithin(box, padding, maxZoom, {
      ...taken,
      foot: Math.max(taken.foot ?? 0, corner.height),
    });
    const beside = this.#stateWithin(box, padding, maxZoom, { ...taken, right: corner.width });
    return above.zoom > beside.zoom ? above : beside;
  }

  #stateWithin(
    box: Box,
    padding: number,
    maxZoom: number,
    { foot = 0, head = 0, right = 0 }: Taken & { right?: number },
  ): CameraState {
    const { width, height } = this.#viewport;
    const room = { width: width - right, height: height - foot - head };
    const { x, y, zoom } = fitted(box, room, Math.min(padding, width / 10), maxZoom);
    return { x, y: y - head / zoom, zoom };
  }

  /** Would the lower right corner of the view lie on the box? */
  #covers(corner: Viewport, box: Box, { x, y, zoom }: CameraState): boolean {
    const right = (box.x + box.width - x) * zoom;
    const bottom = (box.y + box.height - y) * zoom;
    return right > this.#viewport.width - corner.width && bottom > this.#viewport.height - corner.height;
  }

  middle(): Point {
    return { x: this.#viewport.width / 2, y: this.#viewport.height / 2 };
  }

  toBoard(screen: Point): Point {
    return { x: this.#state.x + screen.x / this.#state.zoom, y: this.#state.y + screen.y / this.#state.zoom };
  }

  toScreen(board: Point): Point {
    return { x: (board.x - this.#state.x) * this.#state.zoom, y: (board.y - this.#state.y) * this.#state.zoom };
  }

  /** The part of the board in view. */
  view(): Box {
    const { x, y, zoom } = this.#state;
    return { x, y, width: this.#viewport.width / zoom, height: this.#viewport.height / zoom };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
