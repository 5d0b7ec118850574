import { FONT_FAMILY, type Palette } from '@talkoot/board';
import type { PresenceView } from '@talkoot/protocol';
import type { CanvasController } from './controller.ts';
import type { Context } from './paint/primitives.ts';
import type { ViewTransform } from './scene/view-transform.ts';

/** The others on the board: their pointers, what they have selected and what they drag. */
export class People {
  readonly #canvas: CanvasController;
  #others: readonly PresenceView[] = [];
  #held = new Set<string>();
  #started = false;

  constructor(canvas: CanvasController) {
    this.#canvas = canvas;
  }

  /** Listens to presence; answers how to stop. */
  follow(): () => void {
    return this.#canvas.session.presence.subscribe(() => this.#update());
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
    this.#canvas.scene.refreshActive();
  }

  #holdMoving(): void {
    const { scene, model } = this.#canvas;
    const held = new Set<string>();
    const lifts: [string, { dx: number; dy: number }][] = [];
    for (const { moving } of this.#others) {
      if (!moving) continue;
      for (const root of moving.ids) {
        for (const id of [root, ...model.descendantsOf(root)]) {
          if (!model.get(id)) continue;
          held.add(id);
          lifts.push([id, { dx: moving.dx, dy: moving.dy }]);
        }
      }
    }
    scene.hold(lifts);
    scene.settle([...this.#held].filter((id) => !held.has(id)));
    this.#held = held;
  }

  isEmpty(): boolean {
    return !this.#others.some(({ cursor, selection }) => cursor || selection?.length);
  }

  /** Paints in device pixels, over everything. */
  paint(ctx: Context, view: ViewTransform, palette: Palette, pixelRatio: number): void {
    for (const person of this.#others) this.#paintSelection(ctx, person, view, pixelRatio);
    for (const person of this.#others) {
      if (!person.cursor) continue;
      const x = person.cursor.x * view.scale + view.x;
      const y = person.cursor.y * view.scale + view.y;
      if (x < -200 || y < -40 || x > view.width || y > view.height) continue;
      paintCursor(ctx, person, x, y, palette, pixelRatio);
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
  ctx.font = `700 12px "${FONT_FAMILY}", sans-serif`;
  const name = user.name.length > 24 ? `${user.name.slice(0, 23)}…` : user.name;
  const width = ctx.measureText(name).width;
  ctx.fillStyle = user.color;
  ctx.beginPath();
  ctx.roundRect(12, 15, width + 14, 20, 7);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = inkOn(user.color);
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(name, 19, 29);
  ctx.restore();
}

/** Black or white words, whichever stand out more on a colour. */
export function inkOn(colour: string): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return '#ffffff';
  const [r, g, b] = match.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#14171a' : '#ffffff';
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
