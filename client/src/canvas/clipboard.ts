import type { Point } from '@talkoot/board';
import { NOTE_TYPE } from '@talkoot/elements';
import { deleteElements } from '../sync/actions-delete.ts';
import type { AddResult } from '../sync/actions-add.ts';
import { CLIP_TYPE, clipOf, foreignImages, pasteClip } from '../sync/clip.ts';
import { notesIn, pasteNotes } from '../sync/paste-words.ts';
import type { CanvasController } from './controller.ts';
import { addImages, imagesIn } from './images.ts';
import { isOurs } from './keys.ts';

/** What is pasted again at the same place goes so far down and to the right of the last, board units. */
const AGAIN = 20;

/**
 * Copy, cut and paste by the browser's own events: they work without a secure context, as on a local network, where
 * scripts may not reach the clipboard. Answers how to stop.
 */
export function listenToClipboard(host: HTMLElement, canvas: CanvasController): () => void {
  const clipboard = new CanvasClipboard(host, canvas);
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const document = host.ownerDocument;
  // Safari offers copying only to who says before that there is something to copy.
  for (const ask of ['beforecopy', 'beforecut', 'beforepaste']) {
    document.addEventListener(ask, (event) => clipboard.isOurs(event) && event.preventDefault(), options);
  }
  document.addEventListener('copy', (event) => clipboard.copy(event), options);
  document.addEventListener('cut', (event) => clipboard.cut(event), options);
  document.addEventListener('paste', (event) => clipboard.paste(event), options);
  host.addEventListener('pointermove', (event) => clipboard.pointAt(event), options);
  host.addEventListener('pointerleave', () => clipboard.pointAt(null), options);
  return () => stop.abort();
}

class CanvasClipboard {
  readonly #host: HTMLElement;
  readonly #canvas: CanvasController;
  #pointer: Point | null = null;
  #last = { what: '', at: { x: 0, y: 0 }, times: 0 };

  constructor(host: HTMLElement, canvas: CanvasController) {
    this.#host = host;
    this.#canvas = canvas;
  }

  isOurs(event: Event): boolean {
    return isOurs(event, this.#host) && !this.#canvas.editing;
  }

  /** Where the mouse is over the canvas; null when it left, and for fingers, which are nowhere in between. */
  pointAt(event: PointerEvent | null): void {
    const { left = 0, top = 0 } = event ? this.#host.getBoundingClientRect() : {};
    this.#pointer = event?.pointerType === 'mouse' ? { x: event.clientX - left, y: event.clientY - top } : null;
  }

  copy(event: ClipboardEvent): boolean {
    const { session, selection } = this.#canvas;
    if (!event.clipboardData || !this.isOurs(event)) return false;
    const clip = clipOf(session, selection.ids);
    if (!clip) return false;
    event.clipboardData.setData(CLIP_TYPE, clip.json);
    event.clipboardData.setData('text/plain', clip.words);
    event.preventDefault();
    return true;
  }

  cut(event: ClipboardEvent): void {
    const { session, selection } = this.#canvas;
    if (this.copy(event)) this.#canvas.tell(deleteElements(session, selection.ids));
  }

  paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || !this.isOurs(event)) return;
    const clip = data.getData(CLIP_TYPE);
    const words = data.getData('text/plain');
    const images = imagesIn(data);
    if (!clip && !words.trim() && images.length === 0) return;
    event.preventDefault();
    this.#canvas.takeView();
    const at = this.#spotFor(clip || words);
    if (clip) void this.#pasteClip(clip, words, at);
    else if (words.trim()) this.#show(this.#pasteWords(words, at));
    else void addImages(this.#canvas, images, at);
  }

  async #pasteClip(clip: string, words: string, at: Point): Promise<void> {
    const { session, images } = this.#canvas;
    const foreign = foreignImages(session, clip);
    try {
      if (foreign) await images.adopt(foreign.workshop, foreign.hashes);
    } catch (error) {
      images.onFailed(error);
      return;
    }
    this.#show(pasteClip(session, clip, at) ?? this.#pasteWords(words, at));
  }

  #show(result: AddResult | null): void {
    if (result && this.#canvas.tell(result) && result.allowed) this.#canvas.selection.set(result.ids);
  }

  #pasteWords(words: string, at: Point): AddResult | null {
    const rows = notesIn(words);
    return rows.length > 0 ? pasteNotes(this.#canvas.session, rows, NOTE_TYPE, at) : null;
  }

  /** Under the mouse, else in the middle of the view; beside the last when the same comes again. */
  #spotFor(what: string): Point {
    const { camera } = this.#canvas;
    const { width, height } = camera.viewport;
    const at = camera.toBoard(this.#pointer ?? { x: width / 2, y: height / 2 });
    const again = what === this.#last.what && at.x === this.#last.at.x && at.y === this.#last.at.y;
    this.#last = { what, at, times: again ? this.#last.times + 1 : 0 };
    const off = this.#last.times * AGAIN;
    return { x: at.x + off, y: at.y + off };
  }
}
