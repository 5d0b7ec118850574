import { baselineIn, centreOf, textOf } from '@talkoot/board';
import { setWords, type WordsBlock } from '@talkoot/elements';
import type * as Y from 'yjs';
import { mayWrite } from '../../sync/actions.ts';
import type { CanvasController } from '../controller.ts';
import { addBeside } from '../growing.ts';
import type { WordsEditing } from './quill-editor.ts';

/** Loads the editor's code; fails while the server is away. */
function loadEditor(): Promise<typeof import('./quill-editor.ts')> {
  return import('./quill-editor.ts');
}

const FIRST_LOAD_MS = 800;
const NEXT_LOAD_MS = 5_000;

/**
 * Loads the editor's code before anybody writes, so that the first letters are not lost and that who loses the line
 * can still write. Tries again until it is there. Answers how to stop.
 */
export function preloadEditor(): () => void {
  const load = (): Promise<unknown> =>
    loadEditor().catch(() => {
      timer = setTimeout(load, NEXT_LOAD_MS);
    });
  let timer = setTimeout(load, FIRST_LOAD_MS);
  return () => clearTimeout(timer);
}

/**
 * The editor laid exactly over an element's words, in the same font and the same lines. It follows the camera and
 * the element, and closes when the element, its document or the right to write goes away.
 */
export class WordsEditor {
  readonly #host: HTMLElement;
  readonly #canvas: CanvasController;
  readonly #id: string;
  readonly #doc: Y.Doc | undefined;
  readonly #text: Y.Text | null;
  readonly #stops: (() => void)[];
  /** The zoom at which the host stands now. */
  #zoom = 1;
  readonly #baselines = new Map<number, number>();
  #editing: WordsEditing | null = null;
  #closed = false;

  constructor(host: HTMLElement, canvas: CanvasController, id: string, label: string) {
    this.#host = host;
    this.#canvas = canvas;
    this.#id = id;
    const scope = canvas.model.get(id)?.scope ?? 'board';
    this.#doc = canvas.session.document(scope);
    this.#text = this.#doc ? textOf(this.#doc, id) : null;
    this.#stops = [
      canvas.camera.subscribe(() => this.#place()),
      canvas.model.subscribe(({ changed }) => changed.has(id) && this.#elementChanged()),
      canvas.session.subscribe(() => this.#sessionChanged()),
    ];
    this.#place();
    void this.#open(label);
  }

  async #open(label: string): Promise<void> {
    const limits = this.#canvas.model.kindOf(this.#id)?.text;
    const code = await loadEditor().catch(() => null);
    if (this.#closed) return;
    if (!code) this.#canvas.onUnreachable();
    if (!code || !this.#text || !this.#doc || !limits) {
      this.#canvas.stopEditing();
      return;
    }
    const { presence } = this.#canvas.session;
    const words = { text: this.#text, ...limits, label, id: this.#id, presence };
    this.#editing = code.openWordsEditor(this.#host, words);
    this.#canvas.session.undo.stopCapturing();
    this.#canvas.session.undo.track(this.#doc, this.#editing.origin);
    this.#host.addEventListener('keydown', this.#key, true);
    if (this.#canvas.typedAhead) this.#editing.insertAtEnd(this.#canvas.typedAhead);
    this.#canvas.typedAhead = '';
  }

  /** Keys that leave the words; the rest is the editor's. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const singleLine = this.#canvas.model.kindOf(this.#id)?.text?.formats.length === 0;
    if (event.key === 'Escape' || (event.key === 'Enter' && singleLine)) this.#leave();
    else if (event.key === 'Enter' && ctrl) this.#next();
    else if (event.key === 'Tab' && !event.shiftKey) this.#next();
    else if (ctrl && event.key.toLowerCase() === 'z') this.#undo(event.shiftKey);
    else if (ctrl && event.key.toLowerCase() === 'y') this.#undo(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #undo(again: boolean): void {
    const { undo } = this.#canvas.session;
    if (again) undo.redo();
    else undo.undo();
  }

  #leave(): void {
    this.#canvas.stopEditing();
    this.#host.closest<HTMLElement>('[data-canvas-host]')?.focus({ preventScroll: true });
  }

  #next(): void {
    const beside = addBeside(this.#canvas, this.#id);
    if (!beside?.allowed) this.#leave();
  }

  #elementChanged(): void {
    if (this.#doc && textOf(this.#doc, this.#id) !== this.#text) this.#canvas.stopEditing();
    else this.#place();
  }

  /** Another document after a rebase, or the right to write here ended. */
  #sessionChanged(): void {
    const scope = this.#canvas.model.get(this.#id)?.scope ?? 'board';
    if (this.#canvas.session.document(scope) !== this.#doc) {
      this.#canvas.stopEditing();
      return;
    }
    const verdict = mayWrite(this.#canvas.session, this.#id);
    if (!verdict.allowed) {
      this.#canvas.tell(verdict);
      this.#canvas.stopEditing();
    }
  }

  /** Lays the editor over the words, at the size in which they are drawn. */
  #place(): void {
    const element = this.#canvas.model.get(this.#id);
    const box = this.#canvas.model.box(this.#id);
    const block =
      element &&
      this.#canvas
        .typeOf(this.#id)
        ?.words?.(element, { nameOf: () => '' })
        .find(({ editable }) => editable);
    if (!box || !block) return;
    const { x, y, layout } = setWords(block);
    const { style } = this.#host;
    style.fontSize = `${layout.fontSize}px`;
    const shift = baselineIn(layout.lineHeight, layout.fontSize) - this.#baseline(layout.fontSize);
    const middle = centreOf(box);
    const { x: left, y: top } = this.#canvas.camera.toScreen(middle);
    // Turned about the element's middle, as the drawing is.
    style.transform =
      `translate(${left}px, ${top}px) rotate(${element.rotation}deg) scale(${this.#canvas.camera.zoom}) ` +
      `translate(${box.x + x - middle.x}px, ${box.y + y + shift - middle.y}px)`;
    this.#zoom = this.#canvas.camera.zoom;
    style.setProperty('--words-zoom', String(this.#zoom));
    style.width = `${block.box.width}px`;
    this.#paint(block);
  }

  /**
   * Where this browser puts the baseline in a line of this size. Systems round the heights of letters differently,
   * so it is measured, once a size.
   */
  #baseline(fontSize: number): number {
    const known = this.#baselines.get(fontSize);
    if (known !== undefined) return known;
    const line = document.createElement('div');
    line.className = 'talkoot-words-probe';
    const mark = document.createElement('span');
    line.append(mark, 'x');
    this.#host.append(line);
    const baseline = (mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top) / this.#zoom;
    line.remove();
    this.#baselines.set(fontSize, baseline);
    return baseline;
  }

  #paint(block: WordsBlock): void {
    const { style } = this.#host;
    const ink = this.#canvas.painter.palette(block.fill);
    style.textAlign = block.align ?? 'left';
    style.fontWeight = block.bold ? '700' : '400';
    style.color = ink;
    style.caretColor = ink;
    style.setProperty('--words-link', this.#canvas.painter.palette('link'));
  }

  toggle(format: string, value?: unknown): void {
    this.#editing?.toggle(format, value);
  }

  destroy(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#host.removeEventListener('keydown', this.#key, true);
    this.#editing?.destroy();
    this.#editing = null;
  }
}
