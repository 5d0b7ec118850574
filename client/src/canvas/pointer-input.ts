import { boxAround, centreOf, type Point } from '@talkoot/board';
import { chosenBy } from './choosing.ts';
import type { CanvasController } from './controller.ts';
import { hitTest } from './hit.ts';
import { LongPress } from './long-press.ts';
import type { ToolMachine } from './tools/machine.ts';
import type { Pinch, Pointer } from './tools/state.ts';

const DOUBLE_MS = 400;
const DOUBLE_PX = 12;
const LINE_PX = 16;
/** How fast the wheel zooms. */
const WHEEL_ZOOM = 0.0022;
const PINCH_ZOOM = 0.01;

/** Turns the browser's pointer and wheel events into those of the tools. Answers how to stop. */
export function listenToPointer(host: HTMLElement, canvas: CanvasController, machine: ToolMachine): () => void {
  const input = new PointerInput(host, canvas, machine);
  const stop = new AbortController();
  const options = { signal: stop.signal };
  host.addEventListener('pointerdown', (event) => input.down(event), options);
  host.addEventListener('pointermove', (event) => input.move(event), options);
  host.addEventListener('pointerup', (event) => input.up(event), options);
  host.addEventListener('pointercancel', (event) => input.lost(event), options);
  host.addEventListener('pointerleave', () => canvas.session.presence.set({ cursor: null }), options);
  host.addEventListener('wheel', (event) => input.wheel(event), { ...options, passive: false });
  // A tap's late mouse events would take the focus from the editor that the tap opened.
  host.addEventListener('mousedown', (event) => isOverlay(event.target) || event.preventDefault(), options);
  host.addEventListener('contextmenu', (event) => input.menu(event), options);
  host.addEventListener('touchend', input.press.leave, { ...options, passive: false });
  return () => {
    stop.abort();
    input.press.stop();
  };
}

class PointerInput {
  readonly #host: HTMLElement;
  readonly #canvas: CanvasController;
  readonly #machine: ToolMachine;
  readonly press = new LongPress((event) => this.#menuAt(this.#selectAt(this.#screen(event))));
  readonly #fingers = new Map<number, PointerEvent>();
  #active: number | null = null;
  /** A stylus is on the glass. */
  #stylus = false;
  #last = { time: -Infinity, x: 0, y: 0, clicks: 0 };

  constructor(host: HTMLElement, canvas: CanvasController, machine: ToolMachine) {
    this.#host = host;
    this.#canvas = canvas;
    this.#machine = machine;
  }

  down(event: PointerEvent): void {
    if (isOverlay(event.target)) return;
    this.#canvas.takeView();
    if (event.button === 1) event.preventDefault();
    if (event.pointerType === 'pen') this.#stylusDown();
    // A hand that rests beside the stylus does nothing.
    else if (this.#stylus && this.#active !== null) return;
    // Keys belong to the canvas from now on; an open editor keeps the focus until its element is left.
    this.#host.focus({ preventScroll: true });
    this.#host.setPointerCapture(event.pointerId);
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, event);
      if (this.#fingers.size === 2) {
        this.press.stop();
        this.#active = null;
        this.#machine.pinchStart(this.#pinch());
        return;
      }
      if (this.#fingers.size > 2) return;
    }
    this.#active = event.pointerId;
    if (this.#canvas.tool === 'select') this.press.begin(event);
    this.#machine.down(this.#pointer(event, this.#countClick(event)));
  }

  /** The stylus goes before whatever fingers and the hand were about. */
  #stylusDown(): void {
    this.#stylus = true;
    this.#canvas.stylusSeen = true;
    this.#fingers.clear();
    this.#machine.cancel();
  }

  move(event: PointerEvent): void {
    this.press.moved(event);
    if (event.pointerType === 'touch') {
      if (!this.#fingers.has(event.pointerId)) return;
      this.#fingers.set(event.pointerId, event);
      if (this.#fingers.size === 2) {
        this.#machine.pinchMove(this.#pinch());
        return;
      }
    }
    if (this.#active !== null && this.#active !== event.pointerId) return;
    const trail = this.#trail(event);
    const pointer = { ...this.#pointer(event, this.#last.clicks), ...(trail.length > 0 ? { trail } : {}) };
    if (event.pointerType !== 'touch') this.#canvas.session.presence.set({ cursor: rounded(pointer.board) });
    this.#machine.move(pointer);
  }

  up(event: PointerEvent): void {
    this.press.stop();
    if (event.pointerType === 'pen') this.#stylus = false;
    const wasPinch = this.#fingers.size >= 2;
    this.#fingers.delete(event.pointerId);
    if (wasPinch) {
      if (this.#fingers.size === 0 || this.#machine.state === 'pinch') this.#machine.up(this.#pointer(event, 0));
      return;
    }
    if (this.#active !== event.pointerId) return;
    this.#active = null;
    this.#machine.up(this.#pointer(event, this.#last.clicks));
  }

  /** By the right button or a long press at that spot; by a key, which knows no spot, at what is selected. */
  menu(event: MouseEvent): void {
    if (isOverlay(event.target)) return;
    event.preventDefault();
    // Chromium says -1 and calls it a mouse; others name no pointer. A long press is button 0 of a touch.
    const byPointer = event instanceof PointerEvent && event.pointerType !== '' && event.button >= 0;
    const byKey = event.button !== 2 && !byPointer;
    this.press.stop();
    this.#menuAt(byKey ? this.#selectedSpot() : this.#selectAt(this.#screen(event)));
  }

  #menuAt(screen: Point): void {
    this.#machine.cancel();
    this.#active = null;
    this.#canvas.openMenu(screen);
  }

  /** What lies there is selected, unless it was. */
  #selectAt(screen: Point): Point {
    const { camera, selection } = this.#canvas;
    const hit = hitTest(this.#canvas, camera.toBoard(screen), false);
    if (hit.type === 'board') selection.clear();
    else if (hit.type === 'element' && !selection.has(hit.id)) selection.set(chosenBy(this.#canvas, hit.id));
    return screen;
  }

  #selectedSpot(): Point {
    const { camera, selection, scene } = this.#canvas;
    const around = boxAround([...selection.ids].map((id) => scene.shownBounds(id)).filter((box) => box !== undefined));
    return around ? camera.toScreen(centreOf(around)) : { x: camera.viewport.width / 2, y: camera.viewport.height / 2 };
  }

  lost(event: PointerEvent): void {
    this.press.stop();
    const known = this.#fingers.delete(event.pointerId);
    if (!known && this.#active !== event.pointerId) return;
    this.#stylus = false;
    this.#active = null;
    this.#machine.cancel();
  }

  wheel(event: WheelEvent): void {
    if (isOverlay(event.target) && !event.ctrlKey) return;
    event.preventDefault();
    this.#canvas.takeView();
    const factor = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const dx = event.deltaX * factor;
    const dy = event.deltaY * factor;
    if (event.ctrlKey || event.metaKey) {
      // A pinch on a touchpad comes as a wheel with Ctrl, in much smaller steps than a wheel makes.
      const speed = Math.abs(dy) < 30 ? PINCH_ZOOM : WHEEL_ZOOM;
      this.#canvas.camera.zoomBy(Math.exp(-dy * speed), this.#screen(event));
    } else if (event.shiftKey && dx === 0) this.#canvas.camera.panBy(-dy, 0);
    else this.#canvas.camera.panBy(-dx, -dy);
  }

  #countClick(event: PointerEvent): number {
    const { x, y } = this.#screen(event);
    const near = Math.hypot(x - this.#last.x, y - this.#last.y) < DOUBLE_PX;
    const again = near && event.timeStamp - this.#last.time < DOUBLE_MS && event.button === 0;
    this.#last = { time: event.timeStamp, x, y, clicks: again ? this.#last.clicks + 1 : 1 };
    return this.#last.clicks;
  }

  #pinch(): Pinch {
    const [a, b] = [...this.#fingers.values()].map((event) => this.#screen(event)) as [
      Pinch['middle'],
      Pinch['middle'],
    ];
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, distance: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  #screen(event: MouseEvent, rect = this.#host.getBoundingClientRect()): Point {
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  }

  /** Everywhere it was since the last event. Browsers tell it in a secure context only. */
  #trail(event: PointerEvent): Point[] {
    const rect = this.#host.getBoundingClientRect();
    return (event.getCoalescedEvents?.() ?? []).map((each) => this.#canvas.camera.toBoard(this.#screen(each, rect)));
  }

  #pointer(event: PointerEvent, clicks: number): Pointer {
    const screen = this.#screen(event);
    return {
      screen,
      board: this.#canvas.camera.toBoard(screen),
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      touch: event.pointerType === 'touch',
      button: event.button,
      clicks,
    };
  }
}

function rounded({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(x), y: Math.round(y) };
}

/** Editors and bars lie over the canvas and take their own events. */
function isOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-canvas-overlay]') !== null;
}
