import { textOf } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import type * as Y from 'yjs';
import { mayWrite } from '../../sync/actions.ts';
import type { BoardSession } from '../../sync/session.ts';
import type { EditorCode } from './editor-code.ts';
import type { WordsEditing } from './quill-editor.ts';

export interface OpenTextOptions {
  session: BoardSession;
  /** Element whose words are open. */
  id: string;
  /** Name of the field for those who hear it. */
  label: string;
  /** There is no room for more than this many letters. */
  onFull(limit: number): void;
  /** The element, its document or the right to write went away; told why if it was the right. */
  onEnd(refused?: Verdict): void;
}

/** The words of an element as long as somebody writes in them, on the canvas or in the outline. */
export class OpenText {
  readonly #options: OpenTextOptions;
  readonly #doc: Y.Doc | undefined;
  readonly #text: Y.Text | null;
  readonly #stops: (() => void)[];
  #writing: WordsEditing | null = null;

  constructor(options: OpenTextOptions) {
    this.#options = options;
    const { session, id } = options;
    this.#doc = this.#document();
    this.#text = this.#doc ? textOf(this.#doc, id) : null;
    this.#stops = [
      session.model.subscribe(({ changed, removed }) => {
        if (changed.has(id) || removed.has(id)) this.#elementChanged();
      }),
      session.subscribe(() => this.#sessionChanged()),
    ];
  }

  /** The open editor, once there is one. */
  get writing(): WordsEditing | null {
    return this.#writing;
  }

  #document(): Y.Doc | undefined {
    const { session, id } = this.#options;
    return session.document(session.model.get(id)?.scope ?? 'board');
  }

  /** Opens the editor within `host`, `caret` letters into the words or at their end; null if there are none now. */
  write(code: EditorCode, host: HTMLElement, caret?: number): WordsEditing | null {
    const { session, id, label, onFull } = this.#options;
    const limits = session.model.kindOf(id)?.text;
    if (!this.#text || !this.#doc || !limits) return null;
    this.#writing = code.openWordsEditor(host, {
      text: this.#text,
      ...limits,
      label,
      id,
      presence: session.presence,
      onFull: () => onFull(limits.maxLength),
      caret,
    });
    session.undo.stopCapturing();
    session.undo.track(this.#doc, this.#writing.origin);
    return this.#writing;
  }

  #elementChanged(): void {
    if (this.#doc && textOf(this.#doc, this.#options.id) !== this.#text) this.#options.onEnd();
  }

  /** Another document after a rebase, or the right to write here ended. */
  #sessionChanged(): void {
    const { session, id, onEnd } = this.#options;
    if (this.#document() !== this.#doc) {
      onEnd();
      return;
    }
    const verdict = mayWrite(session, id);
    if (!verdict.allowed) onEnd(verdict);
  }

  end(): void {
    for (const stop of this.#stops) stop();
    this.#writing?.destroy();
    this.#writing = null;
  }
}
