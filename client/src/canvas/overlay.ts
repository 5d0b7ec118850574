import {
  type Box,
  cornersOf,
  type ElementData,
  overlaps,
  type Palette,
  type Point,
  sidePoint,
  SIDES,
} from '@talkoot/board';
import { heightOfWords } from '../sync/controls.ts';
import type { CanvasController } from './controller.ts';
import {
  endGrips,
  enteredBox,
  GROUP_PX,
  groupBox,
  groupHandles,
  groupTurnHandle,
  growHandles,
  resizeHandles,
  turnGrip,
} from './handles.ts';
import type { Context } from './paint/primitives.ts';
import { boxInView, type ViewTransform } from './scene/view-transform.ts';

/** More outlines than this are drawn as one around all. */
const MAX_OUTLINES = 300;

/** Around a thing with which another is to stand in a cluster, CSS pixels. */
const JOIN_DISTANCE = 12;

/** What lies over the board on the active layer: selection, handles, the box or line being drawn, other people. */
export class Overlay {
  readonly #canvas: CanvasController;
  pixelRatio: number;

  constructor(canvas: CanvasController, pixelRatio: number) {
    this.#canvas = canvas;
    this.pixelRatio = pixelRatio;
  }

  isEmpty(): boolean {
    const { selection, marquee, dropFrame, linkTarget, people, found } = this.#canvas;
    const nothingChosen = selection.ids.size === 0 && found.length === 0;
    return nothingChosen && !marquee && !dropFrame && !linkTarget && people.isEmpty();
  }

  /** Paints in device pixels. */
  paint(ctx: Context, view: ViewTransform, palette: Palette): void {
    this.#paintDropFrame(ctx, view, palette);
    this.#paintFound(ctx, view, palette);
    this.#canvas.people.paint(ctx, view, palette, this.pixelRatio);
    this.#paintSelection(ctx, view, palette);
    this.#paintGuides(ctx, view, palette);
    this.#paintMarquee(ctx, view, palette);
    this.#paintLinkTarget(ctx, view, palette);
  }

  /** What an end would hang on if it were let go here. */
  #paintLinkTarget(ctx: Context, view: ViewTransform, palette: Palette): void {
    const target = this.#canvas.linkTarget;
    const box = target ? this.#canvas.scene.shownBox(target.element) : undefined;
    if (!target || !box) return;
    ctx.strokeStyle = palette('canvas.select');
    ctx.fillStyle = palette('canvas.handle');
    ctx.lineWidth = 2.5 * this.pixelRatio;
    ctx.setLineDash([]);
    outline(ctx, box, view, this.pixelRatio);
    for (const side of SIDES) {
      const isIt = target.side === side;
      dot(ctx, sidePoint(box, side), view, (isIt ? 7 : 4) * this.pixelRatio);
    }
  }

  #paintSelection(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { selection, scene, editing } = this.#canvas;
    const boxes: Box[] = [];
    const corners: Point[][] = [];
    const lines: (readonly Point[])[] = [];
    for (const id of selection.ids) {
      const element = scene.shownElement(id);
      const box = id === editing && element ? this.#boxInWriting(id, element) : scene.shownBox(id);
      if (!box) continue;
      if (element?.route) lines.push(element.route.points);
      else if (element?.rotation) corners.push(cornersOf(box, element.rotation));
      else boxes.push(box);
    }
    if (boxes.length + lines.length + corners.length === 0) return;
    ctx.strokeStyle = palette('canvas.select');
    ctx.lineWidth = 2 * this.pixelRatio;
    // What is locked stands still, and looks like it.
    const locked = [...selection.ids].every((id) => scene.shownElement(id)?.locked);
    ctx.setLineDash(locked ? [6 * this.pixelRatio, 4 * this.pixelRatio] : []);
    if (boxes.length <= MAX_OUTLINES) for (const box of boxes) outline(ctx, box, view, this.pixelRatio);
    for (const shape of corners.slice(0, MAX_OUTLINES)) strokeLine(ctx, [...shape, shape[0] as Point], view);
    ctx.setLineDash([]);
    ctx.strokeStyle = palette('canvas.selectHalo');
    ctx.lineWidth = 9 * this.pixelRatio;
    for (const points of lines.slice(0, MAX_OUTLINES)) strokeLine(ctx, points, view);
    ctx.strokeStyle = palette('canvas.select');
    ctx.lineWidth = 2 * this.pixelRatio;
    this.#paintEntered(ctx, view);
    const around = groupBox(this.#canvas);
    if (around) {
      ctx.lineWidth = this.pixelRatio;
      outline(ctx, around, view, GROUP_PX * this.pixelRatio);
      ctx.fillStyle = palette('canvas.handle');
      const grip = groupTurnHandle(this.#canvas);
      if (grip) dot(ctx, grip, view, 6 * this.pixelRatio);
      for (const at of groupHandles(this.#canvas)) this.#paintHandle(ctx, at, view, palette);
    } else if (!editing) this.#paintHandles(ctx, view, palette);
  }

  /** While words are written, what grows with them is outlined as large as they are by now. */
  #boxInWriting(id: string, element: ElementData): Box | undefined {
    const box = this.#canvas.scene.shownBox(id);
    const height = element.rotation === 0 ? heightOfWords(element) : null;
    return box && height !== null ? { ...box, height } : box;
  }

  /** The bundle inside which the person chooses. */
  #paintEntered(ctx: Context, view: ViewTransform): void {
    const around = enteredBox(this.#canvas);
    if (!around) return;
    ctx.lineWidth = this.pixelRatio;
    ctx.setLineDash([4 * this.pixelRatio, 4 * this.pixelRatio]);
    outline(ctx, around, view, GROUP_PX * this.pixelRatio);
    ctx.setLineDash([]);
    ctx.lineWidth = 2 * this.pixelRatio;
  }

  #paintHandle(ctx: Context, { x, y }: Point, view: ViewTransform, palette: Palette): void {
    const size = 9 * this.pixelRatio;
    ctx.fillStyle = palette('canvas.handle');
    ctx.lineWidth = 1.5 * this.pixelRatio;
    ctx.beginPath();
    const [left, top] = [x * view.scale + view.x - size / 2, y * view.scale + view.y - size / 2];
    ctx.roundRect(left, top, size, size, 2.5 * this.pixelRatio);
    ctx.fill();
    ctx.stroke();
  }

  /** One path for all: each by itself would cost a frame on a board full of hits. */
  #paintFound(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { found, scene } = this.#canvas;
    if (found.length === 0) return;
    const area = boxInView(view);
    const distance = 3 * this.pixelRatio;
    ctx.strokeStyle = palette('canvas.found');
    ctx.lineWidth = 3 * this.pixelRatio;
    ctx.setLineDash([]);
    ctx.beginPath();
    for (const id of found) {
      const box = scene.shownBounds(id);
      if (!box || !overlaps(box, area)) continue;
      const { x, y, width, height } = pixels(box, view);
      ctx.rect(x - distance, y - distance, width + 2 * distance, height + 2 * distance);
    }
    ctx.stroke();
  }

  #paintHandles(ctx: Context, view: ViewTransform, palette: Palette): void {
    const { selection, scene } = this.#canvas;
    const id = selection.only;
    if (!id) return;
    ctx.fillStyle = palette('canvas.handle');
    ctx.lineWidth = 1.5 * this.pixelRatio;
    for (const end of endGrips(this.#canvas, id)) dot(ctx, end, view, 6 * this.pixelRatio);
    if (!scene.lifted.has(id)) {
      for (const place of growHandles(this.#canvas, id)) dot(ctx, place, view, 4.5 * this.pixelRatio);
    }
    const grip = turnGrip(this.#canvas, id);
    if (grip) dot(ctx, grip, view, 6 * this.pixelRatio);
    for (const at of resizeHandles(this.#canvas, id)) this.#paintHandle(ctx, at, view, palette);
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
    const { dropFrame: id, model, scene } = this.#canvas;
    const box = id === null ? undefined : scene.shownBox(id);
    if (!box || id === null) return;
    // What is dragged covers the thing with which it is to stand in a cluster: the line goes around both.
    const distance = model.kindOf(id)?.container ? 1 : JOIN_DISTANCE;
    ctx.strokeStyle = palette('canvas.select');
    ctx.lineWidth = 2.5 * this.pixelRatio;
    ctx.setLineDash([8 * this.pixelRatio, 5 * this.pixelRatio]);
    outline(ctx, box, view, distance * this.pixelRatio);
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

function dot(ctx: Context, { x, y }: Point, view: ViewTransform, radius: number): void {
  ctx.beginPath();
  ctx.arc(x * view.scale + view.x, y * view.scale + view.y, radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
}

function strokeLine(ctx: Context, points: readonly Point[], view: ViewTransform): void {
  ctx.beginPath();
  for (const { x, y } of points) ctx.lineTo(x * view.scale + view.x, y * view.scale + view.y);
  ctx.stroke();
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
