import { baselineIn, centreOf, type TextFormat, textOf } from '@talkoot/board';
import { linkFillOf, setWords, type WordsBlock } from '@talkoot/elements';
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
    const onFull = (): void => this.#canvas.onWordsFull(limits.maxLength);
    const words = { text: this.#text, ...limits, label, id: this.#id, presence, onFull };
    this.#editing = code.openWordsEditor(this.#host, words);
    this.#editing.onChange(() => this.#canvas.changed());
    this.#canvas.writing = this.#editing;
    this.#canvas.session.undo.stopCapturing();
    this.#canvas.session.undo.track(this.#doc, this.#editing.origin);
    this.#host.addEventListener('keydown', this.#key, true);
    if (this.#canvas.typedAhead) this.#editing.insertAtEnd(this.#canvas.typedAhead);
    this.#canvas.typedAhead = '';
  }

  /** Keys that leave the words; the rest is the editor's. */
  readonly #key = (event: KeyboardEvent): void => {
    // Keys that put letters together are the input method's, and some browsers only say so by this number.
    if (event.isComposing || event.keyCode === 229) {
      event.stopPropagation();
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const format = ctrl && !event.altKey ? formatOf(event) : undefined;
    const singleLine = this.#canvas.model.kindOf(this.#id)?.text?.formats.length === 0;
    if (event.key === 'Escape' || (event.key === 'Enter' && singleLine)) this.#leave();
    else if (event.key === 'Enter' && ctrl) this.#next();
    else if (event.key === 'Tab' && !event.shiftKey) this.#next();
    else if (ctrl && event.key.toLowerCase() === 'z') this.#undo(event.shiftKey);
    else if (ctrl && event.key.toLowerCase() === 'y') this.#undo(true);
    else if (format) this.#editing?.toggle(...format);
    else if (ctrl && event.key.toLowerCase() === 'k') this.#canvas.askLink(true);
    else if (event.altKey && event.key === 'F10') this.#toBar();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** To the bar of formats, as other editors do it. */
  #toBar(): void {
    const board = this.#host.closest('[data-canvas-host]');
    board?.querySelector<HTMLElement>('[data-format-bar] button')?.focus({ preventScroll: true });
  }

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
    else {
      this.#place();
      this.#canvas.scene.refreshActive();
    }
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
    style.textAlign = (block.align ?? 'left') === 'left' ? 'start' : (block.align as string);
    style.fontWeight = block.bold ? '700' : '400';
    style.color = ink;
    style.caretColor = ink;
    style.setProperty('--words-link', this.#canvas.painter.palette(linkFillOf(block)));
  }

  destroy(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#host.removeEventListener('keydown', this.#key, true);
    if (this.#canvas.writing === this.#editing) this.#canvas.writing = null;
    this.#editing?.destroy();
    this.#editing = null;
  }
}

/** The format that keys with Ctrl stand for; figures by their place, as Shift makes other signs of them. */
function formatOf({ key, code, shiftKey }: KeyboardEvent): [TextFormat, unknown?] | undefined {
  const letter = key.toLowerCase();
  if (!shiftKey && letter === 'b') return ['bold'];
  if (!shiftKey && letter === 'i') return ['italic'];
  if (!shiftKey) return undefined;
  if (letter === 's' || letter === 'x') return ['strike'];
  if (code === 'Digit7') return ['list', 'ordered'];
  return code === 'Digit8' ? ['list', 'bullet'] : undefined;
}
