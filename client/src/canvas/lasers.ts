import type { Palette, Point } from '@talkoot/board';
import { LIMITS, type PresenceView } from '@talkoot/protocol';
import { wantsStillness } from '../ui/media.ts';
import type { CanvasController } from './controller.ts';
import type { Context } from './paint/primitives.ts';
import { paintName } from './name-tag.ts';
import type { ViewTransform } from './scene/view-transform.ts';

/** What is sent goes back so far: a message that is lost or merged with the next leaves no hole. */
const SENT_MS = 300;
/** Points nearer in time than this say nothing new. */
const STEP_MS = Math.ceil(SENT_MS / (LIMITS.laserPoints - 1));
/** A pause longer than this is the laser taken off the board. */
const LIFTED_MS = 350;
const WIDTH = 5;

/** Where a laser was; `t` in ms of its holder's clock. */
export interface LaserPoint extends Point {
  t: number;
}

/** How strong a point still shines after so many ms: 1 to 0. */
export function shine(age: number): number {
  return Math.max(0, 1 - Math.max(0, age) / LIMITS.laserMs);
}

/** The trail of one laser: takes messages that overlap, lets go of what has faded. */
export class LaserTrail {
  #points: LaserPoint[] = [];
  /** Time of the last point taken, faded or not. */
  #known = Number.NEGATIVE_INFINITY;
  /** This clock less the holder's, ms. */
  #ahead = 0;

  /** Takes what is new in a message. */
  add(points: readonly LaserPoint[], now: number): void {
    const last = points.at(-1);
    if (!last || last.t === this.#known) return;
    // Another tab, or a page loaded anew, begins its clock again.
    if (last.t < this.#known) {
      this.#points = [];
      this.#known = Number.NEGATIVE_INFINITY;
    }
    this.#points.push(...points.filter(({ t }) => t > this.#known));
    this.#known = last.t;
    this.#ahead = now - last.t;
  }

  get isDark(): boolean {
    return this.#points.length === 0;
  }

  /** What still shines, in pieces without a lift between; each with its strength. */
  pieces(now: number): (Point & { shine: number })[][] {
    this.#points = this.#points.filter(({ t }) => shine(now - this.#ahead - t) > 0);
    const pieces: (Point & { shine: number })[][] = [];
    let before = Number.NEGATIVE_INFINITY;
    for (const { x, y, t } of this.#points) {
      if (t - before > LIFTED_MS) pieces.push([]);
      pieces.at(-1)?.push({ x, y, shine: shine(now - this.#ahead - t) });
      before = t;
    }
    return pieces;
  }
}

/** Adds a point to what is sent of one's own laser, which stays within the protocol's limits. */
export function withPoint(sent: readonly LaserPoint[], point: LaserPoint): readonly LaserPoint[] {
  const last = sent.at(-1);
  if (last && point.t - last.t < STEP_MS) return sent;
  const recent = sent.filter(({ t }) => point.t - t <= SENT_MS);
  return [...recent, point].slice(-LIMITS.laserPoints);
}

interface Laser {
  trail: LaserTrail;
  user: Pick<PresenceView['user'], 'name' | 'color'>;
  /** Its holder's cursor says the name already. */
  named: boolean;
}

/** Everybody's lasers, this person's among them. */
export class Lasers {
  readonly #canvas: CanvasController;
  readonly #lasers = new Map<string, Laser>();
  #own: readonly LaserPoint[] = [];
  #clear: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: CanvasController) {
    this.#canvas = canvas;
  }

  /** This person's laser is here now. */
  point({ x, y }: Point): void {
    const now = performance.now();
    const sent = withPoint(this.#own, { x: Math.round(x), y: Math.round(y), t: Math.round(now) });
    if (sent === this.#own) return;
    this.#own = sent;
    const { participantId, name, colour } = this.#canvas.session.me();
    this.#take(participantId, { name, color: colour }, sent, true, now);
    this.#canvas.session.presence.set({ laser: [...sent] });
    clearTimeout(this.#clear);
    this.#clear = setTimeout(() => this.stop(), LIMITS.laserMs);
    this.#canvas.scene.refreshActive();
  }

  /** Takes what is left of this person's laser off everybody's screen. */
  stop(): void {
    clearTimeout(this.#clear);
    this.#own = [];
    this.#canvas.session.presence.set({ laser: null });
  }

  update(others: readonly PresenceView[]): void {
    const now = performance.now();
    const lit = new Set(others.filter(({ laser }) => laser?.length).map(({ user }) => user.id));
    for (const [id, { trail }] of this.#lasers) if (trail.isDark && !lit.has(id)) this.#lasers.delete(id);
    for (const { user, laser, cursor } of others) {
      if (laser?.length) this.#take(user.id, user, laser, Boolean(cursor) && this.#canvas.people.showsCursors, now);
    }
  }

  #take(id: string, user: Laser['user'], points: readonly LaserPoint[], named: boolean, now: number): void {
    const trail = this.#lasers.get(id)?.trail ?? new LaserTrail();
    this.#lasers.set(id, { trail, user, named });
    trail.add(points, now);
  }

  isEmpty(): boolean {
    return [...this.#lasers.values()].every(({ trail }) => trail.isDark);
  }

  /** Paints in device pixels, and asks for another frame while anything shines. */
  paint(ctx: Context, view: ViewTransform, palette: Palette, pixelRatio: number): void {
    const now = performance.now();
    const still = wantsStillness();
    for (const laser of this.#lasers.values()) {
      const pieces = laser.trail.pieces(now);
      const head = pieces.at(-1)?.at(-1);
      if (!head) continue;
      if (!still) for (const piece of pieces) paintPiece(ctx, piece, laser.user.color, view, pixelRatio);
      paintHead(ctx, { ...head, shine: still ? 1 : head.shine }, laser, view, palette, pixelRatio);
    }
    if (!this.isEmpty()) this.#canvas.scene.refreshActive();
  }
}

type Shining = Point & { shine: number };

function paintPiece(
  ctx: Context,
  piece: readonly Shining[],
  colour: string,
  view: ViewTransform,
  pixelRatio: number,
): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineCap = 'round';
  ctx.setLineDash([]);
  for (const [index, to] of piece.entries()) {
    const from = piece[index - 1];
    if (!from) continue;
    ctx.globalAlpha = to.shine;
    ctx.lineWidth = WIDTH * pixelRatio * (0.4 + 0.6 * to.shine);
    ctx.beginPath();
    ctx.moveTo(from.x * view.scale + view.x, from.y * view.scale + view.y);
    ctx.lineTo(to.x * view.scale + view.x, to.y * view.scale + view.y);
    ctx.stroke();
  }
  ctx.restore();
}

function paintHead(
  ctx: Context,
  head: Shining,
  { user, named }: Laser,
  view: ViewTransform,
  palette: Palette,
  pixelRatio: number,
): void {
  const x = head.x * view.scale + view.x;
  const y = head.y * view.scale + view.y;
  ctx.save();
  ctx.globalAlpha = head.shine;
  ctx.fillStyle = user.color;
  ctx.strokeStyle = palette('canvas.personEdge');
  ctx.lineWidth = 1.5 * pixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x, y, WIDTH * pixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  if (!named) paintName(ctx, user, x + 10 * pixelRatio, y + 10 * pixelRatio, palette, pixelRatio);
  ctx.restore();
}
