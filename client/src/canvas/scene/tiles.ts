import type { Box } from '@talkoot/board';
import { overlaps } from '@talkoot/board';
import type { Context } from '../paint/primitives.ts';
import type { ViewTransform } from './view-transform.ts';

export const TILE = 512;
/** Time for making tiles in one frame, ms. */
const BUDGET_MS = 6;
/** A tile with more changes than this is painted anew. */
const MAX_REPAIRS = 24;
/** A level is stretched up to this before another is made. */
const MAX_STRETCH = 2;
/**
 * While zooming out more and more of the board comes into view. The level for it is made at this part of the zoom:
 * fewer pictures, and still sharp when the zoom has come there. Twice as many were painted with exact levels.
 */
const AHEAD = 0.7;

/** Paints the part of the board that a tile shows. Device pixels; `clip` limits it to what changed. */
export type TilePainter = (ctx: Context, at: { x: number; y: number; scale: number }, clip: Box | null) => void;

interface Tile {
  canvas: HTMLCanvasElement;
  ctx: Context;
  tx: number;
  ty: number;
  /** Board boxes that changed since it was painted; `all` when nothing was painted yet. */
  dirty: Box[] | 'all';
  usedAt: number;
}

interface Level {
  scale: number;
  tiles: Map<string, Tile>;
}

/**
 * The board as opaque pictures of 512 pixels at the exact zoom: moved to pan, stretched while zooming, repaired
 * where something changed.
 */
export class TileCache {
  readonly #paint: TilePainter;
  readonly #now: () => number;
  #current: Level | null = null;
  #former: Level | null = null;
  #pool: HTMLCanvasElement[] = [];
  #frame = 0;

  constructor(paint: TilePainter, now: () => number = () => performance.now()) {
    this.#paint = paint;
    this.#now = now;
  }

  /** Forgets every picture, as when the theme changes. */
  clear(): void {
    this.#release(this.#current);
    this.#release(this.#former);
    this.#current = null;
    this.#former = null;
  }

  /** Something changed in this box of the board. */
  invalidate(box: Box): void {
    for (const tile of this.#current?.tiles.values() ?? []) {
      if (!overlaps(box, tileBox(tile, (this.#current as Level).scale))) continue;
      if (tile.dirty === 'all') continue;
      if (tile.dirty.length >= MAX_REPAIRS) tile.dirty = 'all';
      else tile.dirty.push(box);
    }
    const former = this.#former;
    if (!former) return;
    for (const [key, tile] of former.tiles) {
      if (overlaps(box, tileBox(tile, former.scale))) this.#drop(former, key, tile);
    }
  }

  /**
   * Draws the view. `zooming`: the zoom is still changing, so a near level may be stretched. Answers whether
   * everything in view is sharp and up to date; if not, draw again in the next frame.
   */
  draw(ctx: Context, view: ViewTransform, zooming: boolean, background: () => void): boolean {
    this.#frame++;
    const level = this.#levelFor(view, zooming);
    const all = this.#needsAll(level, view);
    const complete = this.#make(level, view, all);
    if (!all || !complete) background();
    // The sharper pictures come last.
    const levels = complete || !this.#former ? [level] : [this.#former, level].sort((a, b) => a.scale - b.scale);
    for (const shown of levels) this.#blit(ctx, shown, view);
    if (complete && level.scale === view.scale) {
      this.#release(this.#former);
      this.#former = null;
    }
    this.#evict(level, view);
    return complete && level.scale === view.scale;
  }

  #levelFor(view: ViewTransform, zooming: boolean): Level {
    const current = this.#current;
    if (current?.scale === view.scale) return current;
    if (current) {
      const stretch = view.scale / current.scale;
      if (zooming && stretch < MAX_STRETCH && (stretch >= 1 || covered(current, view) === 1)) return current;
      this.#release(this.#former);
      this.#former = current;
    }
    const zoomsOut = zooming && current !== null && view.scale < current.scale;
    this.#current = { scale: zoomsOut ? view.scale * AHEAD : view.scale, tiles: new Map() };
    return this.#current;
  }

  /** After a jump there is little to show meanwhile: better one longer frame than a patchwork. */
  #needsAll(level: Level, view: ViewTransform): boolean {
    return covered(level, view) < 0.5 && (this.#former === null || covered(this.#former, view) < 0.5);
  }

  #make(level: Level, view: ViewTransform, all: boolean): boolean {
    const start = this.#now();
    let complete = true;
    for (const [tx, ty] of tilesInView(level.scale, view)) {
      const key = `${tx},${ty}`;
      const known = level.tiles.get(key);
      if (known) known.usedAt = this.#frame;
      if (known && known.dirty !== 'all' && known.dirty.length === 0) continue;
      // Small repairs are always made: they show where something was taken away.
      const small = known !== undefined && known.dirty !== 'all';
      if (!all && !small && this.#now() - start > BUDGET_MS) {
        complete = false;
        continue;
      }
      this.#paintTile(level, known ?? this.#create(level, tx, ty, key));
    }
    return complete;
  }

  #create(level: Level, tx: number, ty: number, key: string): Tile {
    const canvas = this.#pool.pop() ?? newCanvas();
    const ctx = canvas.getContext('2d', { alpha: false }) as Context;
    const tile: Tile = { canvas, ctx, tx, ty, dirty: 'all', usedAt: this.#frame };
    level.tiles.set(key, tile);
    return tile;
  }

  #paintTile(level: Level, tile: Tile): void {
    const at = { x: -tile.tx * TILE, y: -tile.ty * TILE, scale: level.scale };
    if (tile.dirty === 'all') this.#paint(tile.ctx, at, null);
    else for (const box of tile.dirty) this.#paint(tile.ctx, at, box);
    tile.dirty = [];
  }

  #blit(ctx: Context, level: Level, view: ViewTransform): void {
    const stretch = view.scale / level.scale;
    for (const tile of level.tiles.values()) {
      if (tile.dirty === 'all' && level === this.#current && tile.usedAt !== this.#frame) continue;
      const left = Math.round(tile.tx * TILE * stretch + view.x);
      const top = Math.round(tile.ty * TILE * stretch + view.y);
      const right = Math.round((tile.tx + 1) * TILE * stretch + view.x);
      const bottom = Math.round((tile.ty + 1) * TILE * stretch + view.y);
      if (right <= 0 || bottom <= 0 || left >= view.width || top >= view.height) continue;
      if (stretch === 1) ctx.drawImage(tile.canvas, left, top);
      else ctx.drawImage(tile.canvas, left, top, right - left, bottom - top);
    }
  }

  /** Keeps about three views of tiles. */
  #evict(level: Level, view: ViewTransform): void {
    const room = Math.ceil((view.width / TILE + 1) * (view.height / TILE + 1) * 3);
    if (level.tiles.size <= room) return;
    const old = [...level.tiles]
      .filter(([, tile]) => tile.usedAt < this.#frame)
      .sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, tile] of old.slice(0, level.tiles.size - room)) this.#drop(level, key, tile);
  }

  #drop(level: Level, key: string, tile: Tile): void {
    level.tiles.delete(key);
    if (this.#pool.length < 64) this.#pool.push(tile.canvas);
  }

  #release(level: Level | null): void {
    if (!level) return;
    for (const [key, tile] of level.tiles) this.#drop(level, key, tile);
  }
}

function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  return canvas;
}

function tileBox(tile: Tile, scale: number): Box {
  const size = TILE / scale;
  return { x: tile.tx * size, y: tile.ty * size, width: size, height: size };
}

/** Numbers of the tiles of a level that the view shows, row by row. */
export function tilesInView(scale: number, view: ViewTransform): [number, number][] {
  const size = (TILE * view.scale) / scale;
  const found: [number, number][] = [];
  for (let ty = Math.floor((0 - view.y) / size); ty * size + view.y < view.height; ty++) {
    for (let tx = Math.floor((0 - view.x) / size); tx * size + view.x < view.width; tx++) found.push([tx, ty]);
  }
  return found;
}

/** How much of the view a level can show now. */
function covered(level: Level, view: ViewTransform): number {
  const wanted = tilesInView(level.scale, view);
  const there = wanted.filter(([tx, ty]) => {
    const tile = level.tiles.get(`${tx},${ty}`);
    return tile && tile.dirty !== 'all';
  });
  return there.length / Math.max(1, wanted.length);
}
