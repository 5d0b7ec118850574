import { baselineIn, centreOf } from '@talkoot/board';
import { linkFillOf, setWords, type WordsBlock } from '@talkoot/elements';
import type { CanvasController } from '../controller.ts';
import { addBeside } from '../growing.ts';
import { loadEditor } from './editor-code.ts';
import { OpenText } from './open-text.ts';
import { composes, runWordsKey } from './words-keys.ts';

/**
 * The editor laid exactly over an element's words, in the same font and the same lines. It follows the camera and
 * the element, and closes when the element, its document or the right to write goes away.
 */
export class WordsEditor {
  readonly #host: HTMLElement;
  readonly #canvas: CanvasController;
  readonly #id: string;
  readonly #text: OpenText;
  readonly #stops: (() => void)[];
  /** The zoom at which the host stands now. */
  #zoom = 1;
  readonly #baselines = new Map<number, number>();
  #closed = false;

  constructor(host: HTMLElement, canvas: CanvasController, id: string, label: string) {
    this.#host = host;
    this.#canvas = canvas;
    this.#id = id;
    this.#text = new OpenText({
      session: canvas.session,
      id,
      label,
      onFull: canvas.onWordsFull,
      onEnd: (refused) => {
        if (refused) canvas.tell(refused);
        canvas.stopEditing();
      },
    });
    this.#stops = [
      canvas.camera.subscribe(() => this.#place()),
      canvas.model.subscribe(({ changed }) => changed.has(id) && this.#changed()),
    ];
    this.#place();
    void this.#open();
  }

  async #open(): Promise<void> {
    const code = await loadEditor().catch(() => null);
    if (this.#closed) return;
    if (!code) this.#canvas.onUnreachable();
    const writing = code && this.#text.write(code, this.#host);
    if (!writing) {
      this.#canvas.stopEditing();
      return;
    }
    writing.onChange(() => this.#canvas.changed());
    this.#canvas.writing = writing;
    this.#host.addEventListener('keydown', this.#key, true);
    if (this.#canvas.typedAhead) writing.insertAtEnd(this.#canvas.typedAhead);
    this.#canvas.typedAhead = '';
  }

  /** Keys that leave the words; the rest is the editor's. */
  readonly #key = (event: KeyboardEvent): void => {
    if (composes(event)) {
      event.stopPropagation();
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const singleLine = this.#canvas.model.kindOf(this.#id)?.text?.formats.length === 0;
    const { session, writing } = this.#canvas;
    if (event.key === 'Escape' || (event.key === 'Enter' && singleLine)) this.#leave();
    else if (event.key === 'Enter' && ctrl) this.#next();
    else if (event.key === 'Tab' && !event.shiftKey) this.#next();
    else if (
      !runWordsKey(event, { writing, undo: session.undo, bar: this.#bar, askLink: () => this.#canvas.askLink(true) })
    )
      return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #bar = (): Element | null | undefined =>
    this.#host.closest('[data-canvas-host]')?.querySelector('[data-format-bar]');

  #leave(): void {
    this.#canvas.stopEditing();
    this.#host.closest<HTMLElement>('[data-canvas-host]')?.focus({ preventScroll: true });
  }

  #next(): void {
    const beside = addBeside(this.#canvas, this.#id);
    if (!beside?.allowed) this.#leave();
  }

  #changed(): void {
    this.#place();
    // Its outline grows with the words.
    this.#canvas.scene.refreshActive();
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
    if (this.#canvas.writing === this.#text.writing) this.#canvas.writing = null;
    this.#text.end();
  }
}
