import type { Box } from '@talkoot/board';
import type { PresenceView } from '@talkoot/protocol';
import { type CameraState, fitted, MAX_ZOOM, type Viewport } from './camera.ts';
import type { CanvasController } from './controller.ts';
import { glideTo } from './glide.ts';

/** Who reloads the page or changes lines is back within this. */
const GONE_MS = 4_000;

/** The camera that shows the whole of somebody's view on a screen of another size. */
export function cameraShowing(view: Box, viewport: Viewport): CameraState {
  return fitted(view, viewport, 0, MAX_ZOOM);
}

/** Whom somebody follows in the end, or themselves where that goes in a circle. */
function leads(from: string, to: string, follows: ReadonlyMap<string, string>): boolean {
  const passed = new Set<string>();
  for (let at = follows.get(from); at !== undefined && !passed.has(at); at = follows.get(at)) {
    if (at === to) return true;
    passed.add(at);
  }
  return false;
}

/**
 * Two who began at the same moment would drive each other's views on and on. Everybody sees the same circle, and the
 * first of it by id lets go.
 */
export function mustLetGo(me: string, follows: ReadonlyMap<string, string>): boolean {
  const circle = [me];
  for (let at = follows.get(me); at !== me; at = follows.get(at)) {
    if (at === undefined || circle.includes(at)) return false;
    circle.push(at);
  }
  return circle.every((id) => me <= id);
}

export type Person = PresenceView['user'];

/**
 * This person's view goes along with another's until they move it themselves. Whoever starts it, a menu or later the
 * session, calls {@link start}.
 */
export class Following {
  readonly #canvas: CanvasController;
  #others: readonly PresenceView[] = [];
  #leader: Person | null = null;
  #shown: Box | null = null;
  #glide: () => void = () => {};
  /** The view is being moved by us and not by the person. */
  #moving = false;
  #seen: CameraState | null = null;
  #gone: ReturnType<typeof setTimeout> | undefined;
  #followers = 0;
  /** Who left while being followed, until somebody else is; a new object each time. */
  left: { name: string } | null = null;

  constructor(canvas: CanvasController) {
    this.#canvas = canvas;
  }

  /** Listens to the camera; answers how to stop. */
  attach(): () => void {
    const stop = this.#canvas.camera.subscribe(() => this.#cameraChanged());
    return () => {
      stop();
      this.stop();
    };
  }

  /** Whom the view goes along with. */
  get leader(): Person | null {
    return this.#leader;
  }

  /** How many people's views go along with this one. */
  get followers(): number {
    return this.#followers;
  }

  /** The part of the board that a person sees; null while nobody knows. */
  viewOf(id: string): Box | null {
    return this.#others.find(({ user, view }) => user.id === id && view)?.view ?? null;
  }

  /** Is there a view to follow, which does not itself go along with this one? */
  mayFollow(id: string): boolean {
    return this.#me !== id && this.viewOf(id) !== null && !leads(id, this.#me, this.#follows());
  }

  get #me(): string {
    return this.#canvas.session.me().participantId;
  }

  #follows(): Map<string, string> {
    const pairs = this.#others.flatMap(({ user, follows }) => (follows ? [[user.id, follows] as const] : []));
    return new Map(pairs.filter(([id]) => id !== this.#me));
  }

  start(id: string): boolean {
    const leader = this.#others.find(({ user }) => user.id === id)?.user;
    if (!leader || !this.mayFollow(id)) return false;
    this.stop();
    this.#leader = leader;
    this.left = null;
    this.#canvas.takeView();
    this.#canvas.session.presence.set({ follows: id });
    this.#goAlong();
    this.#canvas.changed();
    return true;
  }

  /** Lets go; answers whether there was anybody to let go of. */
  stop(): boolean {
    if (!this.#leader) return false;
    this.#glide();
    clearTimeout(this.#gone);
    this.#gone = undefined;
    this.#leader = null;
    this.#shown = null;
    this.#canvas.session.presence.set({ follows: null });
    this.#canvas.changed();
    return true;
  }

  /** Shows once what another person sees. */
  goTo(id: string): void {
    const view = this.viewOf(id);
    if (!view) return;
    this.stop();
    this.#canvas.takeView();
    this.#glideTo(view);
  }

  update(others: readonly PresenceView[]): void {
    this.#others = others;
    this.#countFollowers();
    if (!this.#leader) return;
    const leader = others.find(({ user }) => user.id === this.#leader?.id)?.user;
    if (!leader) {
      this.#gone ??= setTimeout(() => this.#missing(), GONE_MS);
      return;
    }
    clearTimeout(this.#gone);
    this.#gone = undefined;
    if (leader.name !== this.#leader.name) this.#canvas.changed();
    this.#leader = leader;
    if (mustLetGo(this.#me, this.#follows().set(this.#me, leader.id))) this.stop();
    else this.#goAlong();
  }

  #countFollowers(): void {
    const ids = this.#others.filter(({ follows }) => follows === this.#me).map(({ user }) => user.id);
    const count = new Set(ids.filter((id) => id !== this.#me)).size;
    if (count === this.#followers) return;
    this.#followers = count;
    this.#canvas.changed();
  }

  /** Without a line everybody is missing: then one waits. */
  #missing(): void {
    this.#gone = undefined;
    if (this.#canvas.session.saveState().kind === 'offline') {
      this.#gone = setTimeout(() => this.#missing(), GONE_MS);
      return;
    }
    const name = this.#leader?.name;
    if (!this.stop() || name === undefined) return;
    this.left = { name };
    this.#canvas.changed();
  }

  #goAlong(): void {
    const view = this.#leader && this.viewOf(this.#leader.id);
    if (!view || (this.#shown && same(this.#shown, view))) return;
    this.#shown = view;
    this.#glideTo(view);
  }

  #glideTo(view: Box): void {
    const { camera } = this.#canvas;
    this.#glide();
    const moved = {
      state: camera.state,
      set: (state: CameraState) => {
        this.#moving = true;
        camera.set(state);
        this.#moving = false;
      },
    };
    this.#glide = glideTo(moved, cameraShowing(view, camera.viewport));
  }

  #cameraChanged(): void {
    const { state } = this.#canvas.camera;
    if (state === this.#seen) {
      // Another size of the window: the same view must fit into it.
      if (this.#leader && this.#shown) this.#glideTo(this.#shown);
      return;
    }
    this.#seen = state;
    if (this.#moving) return;
    this.#glide();
    this.stop();
  }
}

function same(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
