import { type Box, boxAround, grow, type Palette, type Point, type Primitive } from '@talkoot/board';
import type { CanvasController } from '../../canvas/controller.ts';
import { colourOf } from '../element-colour.ts';

/** CSS pixels. */
export const MINIMAP_SIZE = { width: 188, height: 124 };
const PADDING = 8;
/** The rectangle of the view is never smaller than this, so that it can be seen and found. */
const LEAST = 7;
/** Changes are gathered for so long, ms; on a large board, where a picture costs more, for longer. */
const PACE_MS = 300;
const LARGE_PACE_MS = 1_500;
const LARGE = 2_000;

interface Fit {
  scale: number;
  x: number;
  y: number;
}

/**
 * Paints the board as coloured boxes and lines, at most so often and only after it changed. Moving the view moves a rectangle
 * and paints nothing.
 */
export class MinimapPicture {
  readonly #canvas: CanvasController;
  readonly #nodes: { board: HTMLCanvasElement; view: HTMLElement };
  readonly #palette: Palette;
  #fit: Fit = { scale: 1, x: 0, y: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | null = null;

  constructor(canvas: CanvasController, nodes: { board: HTMLCanvasElement; view: HTMLElement }, palette: Palette) {
    this.#canvas = canvas;
    this.#nodes = nodes;
    this.#palette = palette;
  }

  /** Paints now and after every change; answers how to stop. */
  follow(): () => void {
    const { model, camera } = this.#canvas;
    const stops = [model.subscribe(() => this.#plan()), camera.subscribe(() => this.#planView())];
    this.#paint();
    return () => {
      clearTimeout(this.#timer);
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      for (const stop of stops) stop();
    };
  }

  /** Brings the point of the board that lies under a point of the picture into the middle of the view. */
  lookAt({ x, y }: Point): void {
    const { camera } = this.#canvas;
    const { zoom, viewport } = camera;
    this.#canvas.takeView();
    camera.set({
      x: (x - this.#fit.x) / this.#fit.scale - viewport.width / 2 / zoom,
      y: (y - this.#fit.y) / this.#fit.scale - viewport.height / 2 / zoom,
      zoom,
    });
  }

  #plan(): void {
    const pace = this.#canvas.model.size > LARGE ? LARGE_PACE_MS : PACE_MS;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#paint();
    }, pace);
  }

  #planView(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#placeView();
    });
  }

  #paint(): void {
    const { board } = this.#nodes;
    const ratio = window.devicePixelRatio;
    board.width = MINIMAP_SIZE.width * ratio;
    board.height = MINIMAP_SIZE.height * ratio;
    const ctx = board.getContext('2d');
    if (!ctx) return;
    this.#fit = this.#fitAll();
    ctx.scale(ratio, ratio);
    // Frames first: everything else stands in them or beside.
    this.#paintFrames(ctx);
    this.#paintOthers(ctx);
    this.#placeView();
  }

  #fitAll(): Fit {
    const { model } = this.#canvas;
    const boxes: Box[] = [];
    for (const { id } of model.all()) boxes.push(model.box(id) as Box);
    const around = grow(boxAround(boxes) ?? { x: 0, y: 0, width: 0, height: 0 }, 40);
    const room = { width: MINIMAP_SIZE.width - 2 * PADDING, height: MINIMAP_SIZE.height - 2 * PADDING };
    const scale = Math.min(room.width / around.width, room.height / around.height);
    return {
      scale,
      x: (MINIMAP_SIZE.width - around.width * scale) / 2 - around.x * scale,
      y: (MINIMAP_SIZE.height - around.height * scale) / 2 - around.y * scale,
    };
  }

  #paintFrames(ctx: CanvasRenderingContext2D): void {
    const { model } = this.#canvas;
    ctx.strokeStyle = this.#palette('ink.soft');
    ctx.lineWidth = 0.5;
    for (const id of model.sortByRank([...model.containers()])) {
      const element = model.get(id);
      if (!element) continue;
      const { x, y, width, height } = this.#pixels(model.box(id) as Box);
      ctx.fillStyle = colourOf(element, this.#palette) ?? this.#palette('paper');
      ctx.fillRect(x, y, width, height);
      ctx.strokeRect(x, y, width, height);
    }
  }

  #paintOthers(ctx: CanvasRenderingContext2D): void {
    const { model } = this.#canvas;
    const plain = this.#palette('ink.soft');
    for (const element of model.all()) {
      if (model.kinds.get(element.kind)?.container) continue;
      const box = this.#pixels(model.box(element.id) as Box);
      const type = this.#canvas.types.get(element.kind);
      if (type?.connects || type?.strokes) {
        this.#paintLines(ctx, type.shape(model.get(element.id) ?? element, { nameOf: () => undefined }), box);
        continue;
      }
      const { x, y, width, height } = box;
      ctx.fillStyle = colourOf(element, this.#palette) ?? plain;
      ctx.fillRect(x, y, Math.max(1, width), Math.max(1, height));
    }
  }

  /** What is made of lines would as a box hide all that it goes round. */
  #paintLines(ctx: CanvasRenderingContext2D, shape: readonly Primitive[], { x, y }: Box): void {
    const { scale } = this.#fit;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    for (const part of shape) {
      if (part.type !== 'path' || !part.stroke) continue;
      ctx.strokeStyle = this.#palette(part.stroke);
      ctx.lineWidth = Math.max(part.strokeWidth ?? 1, 1 / scale);
      ctx.stroke(new Path2D(part.d));
    }
    ctx.restore();
  }

  #pixels(box: Box): Box {
    const { scale, x, y } = this.#fit;
    return { x: box.x * scale + x, y: box.y * scale + y, width: box.width * scale, height: box.height * scale };
  }

  /** A view outside what there is stays visible at the edge. */
  #placeView(): void {
    const { x, y, width, height } = this.#pixels(this.#canvas.camera.view());
    const [left, right] = shownSpan(x, width, MINIMAP_SIZE.width);
    const [top, bottom] = shownSpan(y, height, MINIMAP_SIZE.height);
    const { style } = this.#nodes.view;
    style.transform = `translate(${left}px, ${top}px)`;
    style.width = `${right - left}px`;
    style.height = `${bottom - top}px`;
  }
}

/** The part of a line from `start` that lies within 0 and `size`, at least {@link LEAST} long. */
export function shownSpan(start: number, length: number, size: number): [from: number, to: number] {
  const from = Math.min(Math.max(0, start), size - LEAST);
  const to = Math.max(Math.min(size, start + length), from + LEAST);
  return [from, to];
}
