import { type Box, boxAround, type Palette } from '@talkoot/board';
import type { CanvasController } from './controller.ts';
import { handlesOf } from './handles.ts';
import { sketchesOf } from './lines.ts';
import type { Context } from './paint/primitives.ts';
import { applyView, type ViewTransform } from './scene/view-transform.ts';

/** More outlines than this are drawn as one around all. */
const MAX_OUTLINES = 300;

/** What lies over the board on the active layer: selection, handles, the box or line being drawn, other people. */
export class Overlay {
  readonly #canvas: CanvasController;
  pixelRatio: number;

  constructor(canvas: CanvasController, pixelRatio: number) {
    this.#canvas = canvas;
    this.pixelRatio = pixelRatio;
  }

  isEmpty(): boolean {
    const { selection, marquee, dropFrame, people, line } = this.#canvas;
    return selection.ids.size === 0 && !marquee && !dropFrame && !line && people.isEmpty();
  }

  /** Paints in device pixels. */
  paint(ctx: Context, view: ViewTransform, palette: Palette): void {
    this.#paintLine(ctx, view);
    this.#paintDropFrame(ctx, view, palette);
    this.#canvas.people.paint(ctx, view, palette, this.pixelRatio);
    this.#paintSelection(ctx, view, palette);
    this.#paintGuides(ctx, view, palette);
    this.#paintMarquee(ctx, view, palette);
  }

  /** The line being drawn, as it will be. */
  #paintLine(ctx: Context, view: ViewTransform): void {
    const { line, painter, camera } = this.#canvas;
    if (!line) return;
    ctx.save();
    applyView(ctx, view);
    for (const sketch of sketchesOf(line, camera.zoom)) {
      painter.paint(ctx, sketch, sketch.place.x, sketch.place.y, view.scale);
    }
    ctx.restore();
  }

  #paintSelection(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { selection, scene, editing } = this.#canvas;
    const boxes: Box[] = [];
    for (const id of selection.ids) {
      const box = scene.shownBox(id);
      if (box) boxes.push(box);
    }
    if (boxes.length === 0) return;
    ctx.strokeStyle = palette('canvas.select');
    ctx.lineWidth = 2 * this.pixelRatio;
    ctx.setLineDash([]);
    if (boxes.length <= MAX_OUTLINES) for (const box of boxes) outline(ctx, box, view, this.pixelRatio);
    const around = boxAround(boxes);
    if (boxes.length > 1 && around) {
      ctx.lineWidth = this.pixelRatio;
      outline(ctx, around, view, 6 * this.pixelRatio);
    } else if (!editing) this.#paintHandles(ctx, view, palette);
  }

  #paintHandles(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { selection, scene } = this.#canvas;
    const id = selection.only as string;
    const box = scene.shownBox(id);
    const resizing = this.#canvas.typeOf(id)?.resizing;
    if (!box || !resizing) return;
    ctx.fillStyle = palette('canvas.handle');
    ctx.lineWidth = 1.5 * this.pixelRatio;
    for (const { x, y } of handlesOf(box, resizing.handles)) {
      const size = 9 * this.pixelRatio;
      ctx.beginPath();
      ctx.roundRect(
        x * view.scale + view.x - size / 2,
        y * view.scale + view.y - size / 2,
        size,
        size,
        2.5 * this.pixelRatio,
      );
      ctx.fill();
      ctx.stroke();
    }
  }

  #paintMarquee(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { marquee } = this.#canvas;
    if (!marquee) return;
    ctx.fillStyle = palette('canvas.selectSoft');
    ctx.strokeStyle = palette('canvas.select');
    ctx.lineWidth = this.pixelRatio;
    ctx.setLineDash([]);
    const rect = pixels(marquee, view);
    ctx.fillRect(rect.x, rect.y, rect.width, rect.height);
    ctx.strokeRect(rect.x, rect.y, rect.width, rect.height);
  }

  /** On what the dragged lie even with others. */
  #paintGuides(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { guides } = this.#canvas;
    if (guides.length === 0) return;
    ctx.strokeStyle = palette('canvas.guide');
    ctx.lineWidth = this.pixelRatio;
    ctx.setLineDash([]);
    ctx.beginPath();
    for (const { axis, at, from, to } of guides) {
      const [x, y] = axis === 'x' ? [at, from] : [from, at];
      const [x2, y2] = axis === 'x' ? [at, to] : [to, at];
      ctx.moveTo(x * view.scale + view.x, y * view.scale + view.y);
      ctx.lineTo(x2 * view.scale + view.x, y2 * view.scale + view.y);
    }
    ctx.stroke();
  }

  #paintDropFrame(ctx: Context, view: ViewTransform, palette: Palette): void {
    const box = this.#canvas.dropFrame ? this.#canvas.scene.shownBox(this.#canvas.dropFrame) : undefined;
    if (!box) return;
    ctx.strokeStyle = palette('canvas.select');
    ctx.lineWidth = 2.5 * this.pixelRatio;
    ctx.setLineDash([8 * this.pixelRatio, 5 * this.pixelRatio]);
    outline(ctx, box, view, this.pixelRatio);
    ctx.setLineDash([]);
  }
}

function pixels(box: Box, view: ViewTransform): Box {
  return {
    x: box.x * view.scale + view.x,
    y: box.y * view.scale + view.y,
    width: box.width * view.scale,
    height: box.height * view.scale,
  };
}

function outline(ctx: Context, box: Box, view: ViewTransform, distance: number): void {
  const rect = pixels(box, view);
  ctx.beginPath();
  ctx.roundRect(
    rect.x - distance,
    rect.y - distance,
    rect.width + 2 * distance,
    rect.height + 2 * distance,
    4 + distance,
  );
  ctx.stroke();
}
