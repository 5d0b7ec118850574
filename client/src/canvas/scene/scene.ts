import {
  type BoardElement,
  type BoardModel,
  type Box,
  boundsOf,
  type ElementData,
  grow,
  type ModelChange,
  overlaps,
  type Palette,
} from '@talkoot/board';
import type { Camera } from '../camera.ts';
import { FrameLoop } from '../frame-loop.ts';
import type { ElementPainter } from '../paint/element-painter.ts';
import type { Context } from '../paint/primitives.ts';
import { SpatialIndex } from '../spatial-index.ts';
import { type Lift, LiftedElements } from './lifted.ts';
import { paintPaper } from './paper.ts';
import { TileCache } from './tiles.ts';
import { applyView, boxInView, type ViewTransform, viewTransform } from './view-transform.ts';

/**
 * Up to so many elements in view are painted straight; more go through tiles. Low, since an element costs its words:
 * panning 60 stickies at 100 % takes twice as long straight as by tiles.
 */
const DIRECT_LIMIT = 24;
/** Shadows and lines reach beyond an element's box by this, board units. */
const MARGIN = 10;
/** More changes than this in one transaction, or most of a board, and everything is indexed and painted anew. */
const BULK = 1_500;
/** Fewer changes than this are never most of a board. */
const MOST_FROM = 250;
/** The zoom counts as changing for this long after a change. */
const ZOOM_SETTLES_MS = 120;

/** What the scene draws on: the two layers of the stage. */
export interface SceneLayers {
  drawBoard(): void;
  /** `empty`: nothing is on the active layer, which is then hidden. */
  drawActive(empty: boolean): void;
}

export interface SceneParts {
  model: BoardModel;
  camera: Camera;
  painter: ElementPainter;
  layers: SceneLayers;
  /** What lies over the lifted elements: selection, other people. Answers whether there is anything. */
  overlay: { isEmpty(): boolean; paint(ctx: Context, view: ViewTransform, palette: Palette): void };
  pixelRatio: number;
}

/** Draws the board: decides what is painted where and when. Outside React. */
export class Scene {
  readonly index: SpatialIndex;
  readonly lifted = new LiftedElements();
  readonly #parts: SceneParts;
  readonly #tiles: TileCache;
  readonly #loop: FrameLoop;
  readonly #stops: (() => void)[];
  #boardDirty = true;
  #activeDirty = true;
  #tiled = false;
  #lastZoom = 0;
  #zoomedAt = -Infinity;
  #sortedLift: string[] | null = null;
  #drafts: readonly ElementData[] = [];
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SceneParts) {
    this.#parts = parts;
    this.index = new SpatialIndex(parts.model);
    this.#tiles = new TileCache((ctx, at, clip) => this.#paintTile(ctx, at, clip));
    this.#loop = new FrameLoop((now) => this.#frame(now));
    this.#stops = [
      parts.model.subscribe((change) => this.#modelChanged(change)),
      parts.camera.subscribe(() => this.refresh()),
    ];
    this.refresh();
  }

  /** Draws everything again in the next frame; pictures of what did not change are kept. */
  refresh(): void {
    this.#boardDirty = true;
    this.#activeDirty = true;
    this.#loop.request();
  }

  /** Selection, cursors or what is dragged changed. */
  refreshActive(): void {
    this.#activeDirty = true;
    this.#loop.request();
  }

  /** Theme, names or pixel ratio changed: nothing painted so far is of use. */
  repaintAll(pixelRatio = this.#parts.pixelRatio): void {
    this.#parts.pixelRatio = pixelRatio;
    this.#parts.painter.forget();
    this.repaintWords();
  }

  /** The font came. The lines stay: they were set by its measures, which are always here. */
  repaintWords(): void {
    this.#tiles.clear();
    this.refresh();
  }

  /** One element must be painted anew though the document did not change, as when its editor opens. */
  repaint(id: string): void {
    const box = this.#parts.model.bounds(id);
    if (box) this.#spoil(box);
  }

  get view(): ViewTransform {
    return viewTransform(this.#parts.camera, this.#parts.pixelRatio);
  }

  /** Shows elements elsewhere while they are dragged or resized; call `settle` at the end. */
  hold(lifts: Iterable<readonly [string, Omit<Lift, 'restsUntil'>]>): void {
    for (const [id, lift] of lifts) {
      if (!this.lifted.hold(id, lift)) continue;
      this.#sortedLift = null;
      this.repaint(id);
      // Lines that hang on it follow.
      for (const line of this.#parts.model.connectionsOf(id)) this.#rest(line);
    }
    this.refreshActive();
  }

  /** The movement ended: elements rest where the document has them, then go back into the board. */
  settle(ids: Iterable<string>): void {
    for (const id of ids) if (this.lifted.has(id)) this.#rest(id);
    this.refreshActive();
  }

  /** What is being made and is not on the board yet, drawn above it. */
  get drafts(): readonly ElementData[] {
    return this.#drafts;
  }

  set drafts(drafts: readonly ElementData[]) {
    this.#drafts = drafts;
    this.refreshActive();
  }

  #rest(id: string): void {
    if (this.lifted.rest(id, performance.now())) {
      this.#sortedLift = null;
      this.repaint(id);
    }
    this.#activeDirty = true;
  }

  #planExpiry(): void {
    clearTimeout(this.#restTimer);
    const next = this.lifted.nextExpiry();
    if (next !== null)
      this.#restTimer = setTimeout(() => this.#loop.request(), Math.max(0, next - performance.now()) + 1);
  }

  #spoil(box: Box): void {
    this.#tiles.invalidate(grow(box, MARGIN));
    this.#boardDirty = true;
    this.#loop.request();
  }

  #modelChanged({ changed, removed }: ModelChange): void {
    if (changed.size + removed.size > Math.min(BULK, this.index.size / 2 + MOST_FROM)) {
      this.index.rebuild();
      this.#tiles.clear();
      this.refresh();
      return;
    }
    for (const id of removed) this.#elementGone(id);
    for (const id of changed) this.#elementChanged(id);
    // The board is painted only where the changes spoilt it: what moves is above it.
    this.refreshActive();
  }

  #elementGone(id: string): void {
    if (this.lifted.drop(id)) this.#sortedLift = null;
    const before = this.index.update(id);
    if (before) this.#spoil(before);
  }

  #elementChanged(id: string): void {
    const before = this.index.update(id);
    const after = this.#parts.model.bounds(id);
    const lift = this.lifted.get(id);
    const moved = before && after && (before.x !== after.x || before.y !== after.y);
    if (lift) {
      // Whoever was dragging it has put it down there; a drag that goes on lifts it again.
      if (moved || lift.restsUntil !== null) this.#rest(id);
      this.#activeDirty = true;
      return;
    }
    if (before) this.#spoil(before);
    if (!after) return;
    // What moved once often moves on: above the tiles that costs nothing but itself.
    // What gathers would lie over all that did not move with it.
    if (moved && this.#tiled && !this.#parts.model.kindOf(id)?.gathers) this.#rest(id);
    else this.#spoil(after);
  }

  #frame(now: number): boolean {
    this.#keepLines(now);
    for (const id of this.lifted.expire(now)) {
      this.#sortedLift = null;
      this.repaint(id);
      this.#activeDirty = true;
    }
    this.#planExpiry();
    let more = false;
    if (this.#boardDirty) {
      this.#boardDirty = false;
      this.#parts.layers.drawBoard();
      more = this.#boardDirty;
    }
    if (this.#activeDirty) {
      this.#activeDirty = false;
      this.#parts.layers.drawActive(
        this.lifted.size === 0 && this.#drafts.length === 0 && this.#parts.overlay.isEmpty(),
      );
    }
    return more;
  }

  /** A line stays above the board for as long as something that it hangs on is held there. */
  #keepLines(now: number): void {
    for (const id of this.lifted.held()) {
      for (const line of this.#parts.model.connectionsOf(id)) {
        if (this.lifted.get(line)?.restsUntil != null) this.lifted.rest(line, now);
      }
    }
  }

  /** Paints the board layer; called by the stage. */
  paintBoard(ctx: Context): void {
    const view = this.view;
    const area = grow(boxInView(view), MARGIN);
    this.#noteZoom(view.scale);
    this.#tiled = this.index.count(area) > DIRECT_LIMIT;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (this.#tiled) this.#paintTiled(ctx, view);
    else this.#paintDirect(ctx, view, area);
    ctx.restore();
  }

  #noteZoom(scale: number): void {
    if (scale === this.#lastZoom) return;
    this.#lastZoom = scale;
    this.#zoomedAt = performance.now();
  }

  #paintTiled(ctx: Context, view: ViewTransform): void {
    const zooming = performance.now() - this.#zoomedAt < ZOOM_SETTLES_MS;
    const whole = { x: 0, y: 0, width: view.width, height: view.height };
    const sharp = this.#tiles.draw(ctx, view, zooming, () => this.#paper(ctx, whole, view));
    if (sharp) return;
    if (!zooming) this.#boardDirty = true;
    else {
      clearTimeout(this.#settleTimer);
      this.#settleTimer = setTimeout(() => this.refresh(), ZOOM_SETTLES_MS + 10);
    }
  }

  #paintDirect(ctx: Context, view: ViewTransform, area: Box): void {
    this.#paper(ctx, { x: 0, y: 0, width: view.width, height: view.height }, view);
    applyView(ctx, view);
    this.#paintElements(ctx, this.index.search(area), view.scale);
  }

  #paper(ctx: Context, area: Box, board: { x: number; y: number; scale: number }): void {
    paintPaper(ctx, area, board, this.#parts.painter.palette, this.#parts.pixelRatio);
  }

  #paintElements(ctx: Context, ids: readonly string[], scale: number): void {
    const { model, painter } = this.#parts;
    painter.begin(ctx);
    for (const id of ids) {
      if (this.lifted.has(id)) continue;
      const element = model.get(id);
      const box = model.box(id);
      if (element && box) painter.paint(ctx, element, box.x, box.y, scale);
    }
  }

  #paintTile(ctx: Context, at: { x: number; y: number; scale: number }, clip: Box | null): void {
    const { canvas } = ctx;
    const area = clip ? pixelsOf(clip, at) : { x: 0, y: 0, width: canvas.width, height: canvas.height };
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (clip) {
      ctx.beginPath();
      ctx.rect(area.x, area.y, area.width, area.height);
      ctx.clip();
    }
    this.#paper(ctx, area, at);
    ctx.setTransform(at.scale, 0, 0, at.scale, at.x, at.y);
    const box = {
      x: (area.x - at.x) / at.scale,
      y: (area.y - at.y) / at.scale,
      width: area.width / at.scale,
      height: area.height / at.scale,
    };
    this.#paintElements(ctx, this.index.search(grow(box, MARGIN)), at.scale);
    ctx.restore();
  }

  /** Paints the active layer; called by the stage. */
  paintActive(ctx: Context): void {
    const view = this.view;
    ctx.save();
    applyView(ctx, view);
    this.#paintLifted(ctx, view);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.#parts.overlay.paint(ctx, view, this.#parts.painter.palette);
    ctx.restore();
  }

  #paintLifted(ctx: Context, view: ViewTransform): void {
    const { model, painter } = this.#parts;
    const area = grow(boxInView(view), MARGIN);
    this.#sortedLift ??= model.sortByRank(this.lifted.ids());
    painter.begin(ctx);
    for (const id of this.#sortedLift) {
      const element = this.shownElement(id);
      const box = this.shownBox(id);
      if (element && box && overlaps(boundsOf(box, element.rotation), area))
        painter.paint(ctx, element, box.x, box.y, view.scale);
    }
    for (const draft of this.#drafts) {
      const at = draft.route?.box ?? draft.place;
      painter.paint(ctx, draft, at.x, at.y, view.scale);
    }
  }

  /** The box in which an element is shown now: where it is being dragged to, else where it is. */
  shownBox(id: string): Box | undefined {
    const box = this.#parts.model.box(id);
    const lift = this.lifted.get(id);
    if (!box || !lift) return box;
    const route = this.shownElement(id)?.route;
    if (route) return route.box;
    return { x: box.x + lift.dx, y: box.y + lift.dy, ...(lift.size ?? { width: box.width, height: box.height }) };
  }

  /** The box along the axes around an element as it is shown now, turned. */
  shownBounds(id: string): Box | undefined {
    const box = this.shownBox(id);
    return box && boundsOf(box, this.lifted.get(id)?.rotation ?? this.#parts.model.get(id)?.rotation);
  }

  /** An element as it is shown now: of another size, or its line following what it hangs on. */
  shownElement(id: string): BoardElement | undefined {
    const { model } = this.#parts;
    const element = model.get(id);
    const lift = this.lifted.get(id);
    if (!element || !lift) return element;
    if (!element.route)
      return { ...element, size: lift.size ?? element.size, rotation: lift.rotation ?? element.rotation };
    const now = lift.fields ? { ...element, fields: { ...element.fields, ...lift.fields } } : element;
    return model.routeWith(now, (other) => this.shownBounds(other), { x: lift.dx, y: lift.dy });
  }

  destroy(): void {
    this.#loop.stop();
    clearTimeout(this.#restTimer);
    clearTimeout(this.#settleTimer);
    for (const stop of this.#stops) stop();
    this.#tiles.clear();
  }
}

/** Whole device pixels around a box of the board. */
function pixelsOf(box: Box, at: { x: number; y: number; scale: number }): Box {
  const left = Math.floor(box.x * at.scale + at.x);
  const top = Math.floor(box.y * at.scale + at.y);
  const right = Math.ceil((box.x + box.width) * at.scale + at.x);
  const bottom = Math.ceil((box.y + box.height) * at.scale + at.y);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
