import type { Palette } from '@talkoot/board';
import type { PresenceView } from '@talkoot/protocol';
import { hidesNames } from '../sync/hidden-names.ts';
import { hasOthersCursors, keepOthersCursors } from '../ui/preferences.ts';
import type { CanvasController } from './controller.ts';
import type { Following } from './following.ts';
import type { Lasers } from './lasers.ts';
import { paintName, TAG_HEIGHT } from './name-tag.ts';
import type { Context } from './paint/primitives.ts';
import { Reactions } from './reactions.ts';
import type { ViewTransform } from './scene/view-transform.ts';

/** More names than this do not stand at the corner of one element. */
const MOST_WRITERS = 3;

type Offset = Readonly<{ dx: number; dy: number }>;

/** The others on the board: their pointers, what they have selected, write in and drag. */
export class People {
  /** Whom this view goes along with, and everybody's lasers: null until the code of input is here. */
  following: Following | null = null;
  lasers: Lasers | null = null;
  readonly reactions: Reactions;
  readonly #canvas: CanvasController;
  #others: readonly PresenceView[] = [];
  #moving: ReadonlyMap<string, Offset> = new Map();
  #started = false;
  #showsCursors = hasOthersCursors();

  constructor(canvas: CanvasController) {
    this.#canvas = canvas;
    this.reactions = new Reactions(canvas.session);
  }

  /** Listens to presence; answers how to stop. */
  follow(): () => void {
    const stop = this.#canvas.session.presence.subscribe(() => this.#update());
    return () => {
      stop();
      this.reactions.stop();
    };
  }

  /** From now on views can go along and lasers shine; answers how to stop. */
  equip(following: Following, lasers: Lasers): () => void {
    const detach = following.attach();
    this.following = following;
    this.lasers = lasers;
    this.#update();
    this.#canvas.changed();
    return () => {
      detach();
      lasers.stop();
      this.following = this.lasers = null;
    };
  }

  /** Are the others' cursors drawn? Remembered on this device. */
  get showsCursors(): boolean {
    return this.#showsCursors;
  }

  set showsCursors(on: boolean) {
    this.#showsCursors = on;
    keepOthersCursors(on);
    this.#canvas.scene.refreshActive();
    this.#canvas.changed();
  }

  /** What others drag now, and how far from where the document has it. Another map whenever that changes. */
  get moving(): ReadonlyMap<string, Offset> {
    return this.#moving;
  }

  /** The scene is there: what others hold can be shown. */
  start(): void {
    this.#started = true;
    this.#update();
  }

  #update(): void {
    if (!this.#started) return;
    this.#others = this.#canvas.session.presence.others();
    this.#holdMoving();
    this.following?.update(this.#others);
    this.lasers?.update(this.#others);
    this.reactions.update(this.#others);
    this.#canvas.scene.refreshActive();
  }

  #holdMoving(): void {
    const { scene, model } = this.#canvas;
    const before = this.#moving;
    const held = new Map<string, Offset>();
    for (const { moving } of this.#others) {
      if (!moving) continue;
      for (const root of moving.ids) {
        for (const id of [root, ...model.descendantsOf(root)]) {
          if (!model.get(id)) continue;
          held.set(id, { dx: moving.dx, dy: moving.dy });
        }
      }
    }
    scene.hold(held);
    scene.settle([...before.keys()].filter((id) => !held.has(id)));
    if (before.size === 0 && held.size === 0) return;
    this.#moving = held;
    this.#canvas.changed();
  }

  isEmpty(): boolean {
    const anything = this.#others.some(({ cursor, selection, editing }) => cursor || selection?.length || editing);
    return !anything && (this.lasers?.isEmpty() ?? true);
  }

  /** Paints in device pixels, over everything. */
  paint(ctx: Context, view: ViewTransform, palette: Palette, pixelRatio: number): void {
    for (const person of this.#others) this.#paintSelection(ctx, person, view, pixelRatio);
    const named = !hidesNames(this.#canvas.session);
    if (named) this.#paintWriters(ctx, view, palette, pixelRatio);
    this.lasers?.paint(ctx, view, palette, pixelRatio);
    if (!this.#showsCursors) return;
    for (const person of this.#others) {
      if (!person.cursor) continue;
      const x = person.cursor.x * view.scale + view.x;
      const y = person.cursor.y * view.scale + view.y;
      if (x < -200 || y < -40 || x > view.width || y > view.height) continue;
      paintCursor(ctx, person, x, y, palette, pixelRatio);
      if (named) paintName(ctx, person.user, x + 12 * pixelRatio, y + 15 * pixelRatio, palette, pixelRatio);
    }
  }

  #paintSelection(ctx: Context, { selection, user }: PresenceView, view: ViewTransform, pixelRatio: number): void {
    if (!selection?.length) return;
    ctx.strokeStyle = user.color;
    ctx.lineWidth = 2 * pixelRatio;
    ctx.setLineDash([]);
    for (const id of selection) {
      const box = this.#canvas.scene.shownBox(id);
      if (!box) continue;
      ctx.strokeRect(
        box.x * view.scale + view.x - pixelRatio,
        box.y * view.scale + view.y - pixelRatio,
        box.width * view.scale + 2 * pixelRatio,
        box.height * view.scale + 2 * pixelRatio,
      );
    }
  }

  /**
   * Who writes in an element stands by name on its upper left corner, one beside another. Where this person writes too
   * the carets tell.
   */
  #paintWriters(ctx: Context, view: ViewTransform, palette: Palette, pixelRatio: number): void {
    const shown = new Map<string, { count: number; x: number }>();
    for (const { editing, user } of this.#others) {
      const box = editing && editing !== this.#canvas.editing ? this.#canvas.scene.shownBounds(editing) : undefined;
      if (!editing || !box) continue;
      const x = box.x * view.scale + view.x;
      const y = box.y * view.scale + view.y - (TAG_HEIGHT + 4) * pixelRatio;
      const at = shown.get(editing) ?? { count: 0, x };
      if (at.count === MOST_WRITERS || at.x > view.width || y > view.height) continue;
      const width = paintName(ctx, user, at.x, y, palette, pixelRatio);
      shown.set(editing, { count: at.count + 1, x: at.x + width + 4 * pixelRatio });
    }
  }
}

const ARROW = 'M0 0L0 15L4 11.4L6.7 17.4L9.4 16.2L6.8 10.4L12 10Z';
let arrow: Path2D | null = null;

function paintCursor(
  ctx: Context,
  { user }: PresenceView,
  x: number,
  y: number,
  palette: Palette,
  ratio: number,
): void {
  arrow ??= new Path2D(ARROW);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = user.color;
  ctx.strokeStyle = palette('canvas.personEdge');
  ctx.lineWidth = 1.25;
  ctx.lineJoin = 'round';
  ctx.fill(arrow);
  ctx.stroke(arrow);
  ctx.restore();
}
