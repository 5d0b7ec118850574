import type { CaretPlace, PresenceView } from '@talkoot/protocol';
import type Quill from 'quill/core';
import * as Y from 'yjs';
import type { PresencePort } from '../../sync/session.ts';
import { inkOn } from '../name-tag.ts';

/** The name at a caret fades when the caret has rested for this long. */
const NAME_MS = 2_200;

/** A place in words that stays there while others write; null is their end. */
export function placeAt(text: Y.Text, index: number): CaretPlace | null {
  const { item } = Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length));
  return item && { client: item.client, clock: item.clock };
}

/** Where such a place is now; null when it is not in these words, or not here yet. */
export function indexOf(text: Y.Text, place: CaretPlace | null): number | null {
  if (!place) return text.length;
  const position = new Y.RelativePosition(null, null, Y.createID(place.client, place.clock), 0);
  const found = text.doc && Y.createAbsolutePositionFromRelativePosition(position, text.doc);
  return found?.type === text ? found.index : null;
}

/** One other person's caret as it is drawn. */
interface Drawn {
  marks: HTMLElement[];
  place: string;
  movedAt: number;
}

/**
 * Carets and selections of others in the words that are open here, and this person's to them, by presence: nothing of
 * it is in the document. By hand and not by quill-cursors: that measures on the screen, and our words stand turned and
 * zoomed over the board.
 */
export class Carets {
  readonly #host: HTMLElement;
  readonly #layer = document.createElement('div');
  readonly #quill: Quill;
  readonly #text: Y.Text;
  readonly #presence: PresencePort;
  readonly #id: string;
  readonly #drawn = new Map<string, Drawn>();
  readonly #stops: (() => void)[];
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, quill: Quill, text: Y.Text, id: string, presence: PresencePort) {
    this.#host = host;
    this.#quill = quill;
    this.#text = text;
    this.#id = id;
    this.#presence = presence;
    this.#layer.className = 'talkoot-carets';
    this.#layer.ariaHidden = 'true';
    host.append(this.#layer);
    const say = (): void => this.#say();
    quill.on('editor-change', say);
    this.#stops = [() => quill.off('editor-change', say), presence.subscribe(() => this.#plan())];
    this.#say();
  }

  #say(): void {
    const range = this.#quill.getSelection();
    const caret = range && {
      anchor: placeAt(this.#text, range.index),
      head: placeAt(this.#text, range.index + range.length),
    };
    this.#presence.set({ caret });
    this.#plan();
  }

  #plan(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  #draw(): void {
    const here = this.#presence.others().filter(({ editing, caret }) => editing === this.#id && caret);
    const ids = new Set(here.map(({ user }) => user.id));
    for (const [id, { marks }] of this.#drawn) {
      for (const mark of marks) mark.remove();
      if (!ids.has(id)) this.#drawn.delete(id);
    }
    for (const view of here) this.#drawOne(view);
    clearTimeout(this.#timer);
    const now = performance.now();
    const next = Math.min(
      ...[...this.#drawn.values()].map(({ movedAt }) => movedAt + NAME_MS).filter((at) => at > now),
    );
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.#plan(), next - now + 1);
  }

  #drawOne({ user, caret }: PresenceView): void {
    const anchor = caret && indexOf(this.#text, caret.anchor);
    const head = caret && indexOf(this.#text, caret.head);
    if (anchor == null || head == null) return;
    const before = this.#drawn.get(user.id);
    const place = JSON.stringify(caret);
    const movedAt = before?.place === place ? before.movedAt : performance.now();
    const marks = this.#boxes(Math.min(anchor, head), Math.abs(head - anchor)).map((box) => mark('range', box));
    const at = this.#boxes(head, 0)[0];
    if (at) {
      const line = mark('caret', { ...at, width: 0 });
      const name = document.createElement('span');
      name.textContent = user.name;
      name.style.color = inkOn(user.color);
      line.append(name);
      line.dataset.resting = String(performance.now() - movedAt >= NAME_MS);
      marks.push(line);
    }
    for (const each of marks) each.style.setProperty('--person', user.color);
    this.#layer.append(...marks);
    this.#drawn.set(user.id, { marks, place, movedAt });
  }

  /** Where letters stand in the words' own measure, line by line. Turning keeps the middle of a box, so that is used. */
  #boxes(index: number, length: number): Box[] {
    const range = document.createRange();
    const [start, startAt, end, endAt] = this.#quill.selection.rangeToNative({ index, length });
    if (!start) return [];
    range.setStart(start, startAt);
    range.setEnd(end ?? start, end ? endAt : startAt);
    const height = Number.parseFloat(getComputedStyle(this.#host).lineHeight);
    const rects = [...range.getClientRects()];
    const shown = rects.length > 0 ? rects : this.#emptyLine(index);
    const { m, inverse } = this.#matrix();
    const scale = Math.hypot(m.a, m.b);
    const [cos, sin] = [Math.abs(m.a / scale), Math.abs(m.b / scale)];
    return shown.map((rect) => {
      const middle = inverse.transformPoint({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
      const [along, across] = [rect.width / scale, rect.height / scale];
      const width = cos > sin ? (along - height * sin) / cos : (across - height * cos) / sin;
      const wide = length === 0 ? 0 : Math.max(0, width);
      return { x: middle.x - wide / 2, y: middle.y - height / 2, width: wide, height };
    });
  }

  /** An empty line has no letters to measure: its left end. */
  #emptyLine(index: number): { x: number; y: number; width: number; height: number }[] {
    const line = this.#quill.getLine(index)[0]?.domNode;
    if (!(line instanceof HTMLElement)) return [];
    const height = line.offsetHeight;
    const align = getComputedStyle(line).textAlign;
    const x = align === 'center' ? line.offsetWidth / 2 : align === 'right' ? line.offsetWidth : 0;
    const { m } = this.#matrix();
    const at = m.transformPoint({ x: line.offsetLeft + x, y: line.offsetTop + height / 2 });
    return [{ x: at.x, y: at.y, width: 0, height: 0 }];
  }

  /** From the words' own measure to the screen and back. */
  #matrix(): { m: DOMMatrix; inverse: DOMMatrix } {
    const board = this.#host.offsetParent?.getBoundingClientRect();
    const own = new DOMMatrix(getComputedStyle(this.#host).transform);
    const m = new DOMMatrix().translate(board?.x ?? 0, board?.y ?? 0).multiply(own);
    return { m, inverse: m.inverse() };
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#layer.remove();
    this.#presence.set({ caret: null });
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function mark(name: string, { x, y, width, height }: Box): HTMLElement {
  const element = document.createElement('div');
  element.className = `talkoot-${name}`;
  element.style.transform = `translate(${x}px, ${y}px)`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  return element;
}
