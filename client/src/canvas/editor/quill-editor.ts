import { fittingRuns, isLink, linkFrom, type TextFormat, type TextRun } from '@talkoot/board';
import Quill, { Delta, type Range } from 'quill/core';
import Block from 'quill/blots/block';
import Bold from 'quill/formats/bold';
import Italic from 'quill/formats/italic';
import Link from 'quill/formats/link';
import List from 'quill/formats/list';
import Strike from 'quill/formats/strike';
import type * as Y from 'yjs';
import type { PresencePort } from '../../sync/session.ts';
import { openLink } from '../open-link.ts';
import { WordsBinding } from './binding.ts';
import { Carets } from './carets.ts';
import { prepare, withoutStyles } from './pasted-page.ts';

/** Each paragraph runs as its first letter does, in the layout too. */
class Paragraph extends Block {
  static override create(value?: unknown): HTMLElement {
    // biome-ignore lint/complexity/noThisInStatic: the node's name is the subclass's
    const node = super.create(value) as HTMLElement;
    node.dir = 'auto';
    return node;
  }
}

class ListItem extends List {
  static override create(value: string): HTMLElement {
    // biome-ignore lint/complexity/noThisInStatic: the node's name is the subclass's
    const node = super.create(value);
    node.dir = 'auto';
    return node;
  }
}

Link.PROTOCOL_WHITELIST = ['http', 'https', 'mailto'];

Quill.register(
  {
    'blots/block': Paragraph,
    'formats/bold': Bold,
    'formats/italic': Italic,
    'formats/strike': Strike,
    'formats/list': ListItem,
    'formats/link': Link,
  },
  true,
);

/** A link in the words, or what is selected to become one. */
export interface LinkedWords {
  address: string;
  /** Is there a link already? */
  exists: boolean;
}

/** An open editor of words. */
export interface WordsEditing {
  /** The origin of what it writes, to be tracked for undo. */
  readonly origin: unknown;
  readonly formats: readonly TextFormat[];
  insertAtEnd(text: string): void;
  /** The look of what is selected, or of what would be typed now. */
  look(): Readonly<Record<string, unknown>>;
  /** Turns a format of the selected words on or off. */
  toggle(format: TextFormat, value?: unknown): void;
  link(): LinkedWords;
  /** Makes the selected words, or the link at the caret, lead there; null takes the link away. False: no address. */
  setLink(typed: string | null): boolean;
  focus(): void;
  /** Hears of every change of words, look and selection. */
  onChange(listener: () => void): void;
  destroy(): void;
}

export interface WordsEditingOptions {
  text: Y.Text;
  formats: readonly TextFormat[];
  maxLength: number;
  label: string;
  /** Element of the words, and how others learn where in them this person writes. */
  id: string;
  presence: PresencePort;
  /** There is no room for all that was to be written. */
  onFull(): void;
  /** Where the caret begins, letters into the words; without it, at their end. */
  caret?: number | undefined;
}

/** Opens Quill on a Y.Text inside `host`. In a file of its own, loaded when somebody first writes. */
export function openWordsEditor(host: HTMLElement, options: WordsEditingOptions): WordsEditing {
  return new OpenEditor(host, options);
}

/** Longer than this is read as plain words: taking it apart as a page would hold everything up. */
const LONGEST_PAGE = 500_000;

class OpenEditor implements WordsEditing {
  readonly origin: WordsBinding;
  readonly formats: readonly TextFormat[];
  readonly #host: HTMLElement;
  readonly #quill: Quill;
  readonly #carets: Carets;
  readonly #onFull: () => void;
  /** What was selected last: a bar or a field may have the focus since. */
  #range: Range | null = null;

  constructor(host: HTMLElement, options: WordsEditingOptions) {
    const { text, formats, onFull } = options;
    this.#host = host;
    this.formats = formats;
    this.#onFull = onFull;
    const quill = new Quill(host, {
      formats: [...formats],
      modules: {
        // Undo is the session's: it knows what is this person's own over all documents.
        history: { maxStack: 0 },
        keyboard: {
          bindings: formats.includes('list') ? { 'list autofill': listBinding() } : { 'list autofill': undefined },
        },
      },
    });
    this.#quill = quill;
    // Instead of Quill's own, which reads styles that the content policy forbids.
    Object.assign(quill.clipboard, { normalizeHTML: prepare });
    quill.root.setAttribute('role', 'textbox');
    quill.root.setAttribute('aria-multiline', 'true');
    quill.root.setAttribute('aria-label', options.label);
    this.origin = new WordsBinding(quill, text, options);
    quill.on('editor-change', this.#follow);
    host.addEventListener('paste', this.#paste, true);
    host.addEventListener('click', openClicked);
    quill.focus();
    quill.setSelection(options.caret ?? quill.getLength() - 1, 0, 'silent');
    this.#follow();
    this.#carets = new Carets(host, quill, text, options.id, options.presence);
  }

  readonly #follow = (): void => {
    this.#range = this.#quill.getSelection() ?? this.#range;
  };

  /** What was selected, as far as the words still reach. */
  get #selected(): { index: number; length: number } {
    const end = this.#quill.getLength() - 1;
    // The browser tells of a caret that moved only after the key that moved it.
    const { index, length } = this.#quill.getSelection() ?? this.#range ?? { index: end, length: 0 };
    const from = Math.min(index, end);
    return { index: from, length: Math.min(length, end - from) };
  }

  insertAtEnd(letters: string): void {
    const end = this.#quill.getLength() - 1;
    this.#quill.insertText(end, letters, 'user');
    this.#quill.setSelection(end + letters.length, 0, 'user');
  }

  look(): Record<string, unknown> {
    return this.#quill.getFormat(this.#selected);
  }

  toggle(format: TextFormat, value: unknown = true): void {
    if (!this.formats.includes(format)) return;
    const next = this.look()[format] === value ? false : value;
    this.focus();
    this.#quill.format(format, next, 'user');
  }

  link(): LinkedWords {
    const { link } = this.look();
    if (typeof link === 'string') return { address: link, exists: true };
    return { address: linkFrom(this.#quill.getText(this.#selected)) ?? '', exists: false };
  }

  setLink(typed: string | null): boolean {
    const address = typed === null ? false : linkFrom(typed);
    if (address === null) return false;
    const { index, length } = this.#linkable();
    if (length > 0) this.#quill.formatText(index, length, 'link', address, 'user');
    else if (address) this.#insertLink(index, address, (typed ?? '').trim());
    this.focus();
    return true;
  }

  #insertLink(index: number, address: string, words: string): void {
    if (words.length > this.origin.room) {
      this.#onFull();
      return;
    }
    this.#quill.insertText(index, words, { link: address }, 'user');
    this.#quill.setSelection(index + words.length, 0, 'user');
    // What is typed next is not part of it.
    this.#quill.format('link', false, 'user');
  }

  /** The selected words, or the whole link in which the caret stands. */
  #linkable(): { index: number; length: number } {
    const { index, length } = this.#selected;
    if (length > 0) return { index, length };
    for (const at of [index, index - 1]) {
      const [link, offset] = this.#quill.scroll.descendant(Link, at);
      if (link) return { index: at - offset, length: link.length() };
    }
    return { index, length };
  }

  focus(): void {
    const { index, length } = this.#selected;
    this.#quill.focus({ preventScroll: true });
    this.#quill.setSelection(index, length, 'silent');
  }

  onChange(listener: () => void): void {
    this.#quill.on('editor-change', listener);
  }

  /** Only what the kind's words can look like comes in, and only as much as there is room for. */
  readonly #paste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    if (!data || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    const range = this.#quill.getSelection(true);
    const text = data.getData('text/plain') || data.getData('text/uri-list');
    const link = this.formats.includes('link') && isLink(text.trim()) ? text.trim() : null;
    if (link && range.length > 0) {
      this.#quill.formatText(range.index, range.length, 'link', link, 'user');
      return;
    }
    if (link) {
      this.#insert(range, [{ insert: link, attributes: { link } }]);
      return;
    }
    const page = data.getData('text/html');
    const source = page.length > LONGEST_PAGE ? { text } : { html: withoutStyles(page), text };
    const runs = runsIn(this.#quill.clipboard.convert(source, this.#quill.getFormat(range.index)));
    this.#insert(range, this.formats.length === 0 ? inOneLine(runs) : runs);
  };

  #insert({ index, length }: Range, runs: readonly TextRun[]): void {
    const maxLength = this.origin.room + length;
    const kept = fittingRuns({ text: { formats: this.formats, maxLength } }, runs);
    const change = new Delta().retain(index).delete(length);
    for (const { insert, attributes } of kept) change.insert(insert, attributes);
    this.#quill.updateContents(change, 'user');
    this.#quill.setSelection(index + lettersIn(kept), 0, 'silent');
    if (lettersIn(kept) < lettersIn(runs)) this.#onFull();
  }

  destroy(): void {
    this.#host.removeEventListener('paste', this.#paste, true);
    this.#host.removeEventListener('click', openClicked);
    this.#carets.destroy();
    this.origin.destroy();
    this.#quill.disable();
    this.#host.replaceChildren();
  }
}

/** Links open where they stand, as in other editors: by a click with Ctrl. */
function openClicked(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) openLink(link.getAttribute('href') ?? '');
}

function runsIn(delta: Delta): TextRun[] {
  return delta.ops.flatMap(({ insert, attributes }): TextRun[] => {
    if (typeof insert !== 'string') return [];
    return [attributes ? { insert, attributes } : { insert }];
  });
}

function inOneLine(runs: readonly TextRun[]): TextRun[] {
  return runs.map(({ insert }) => ({ insert: insert.replaceAll(/\s*\n\s*/g, ' ') }));
}

function lettersIn(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { insert }) => sum + insert.length, 0);
}

/** Numbers and dashes at the start of a line become lists; ticked boxes are not among our formats. */
const LIST_START = /^\s*?(1\.|-|\*)$/;

function listBinding(): object {
  return {
    key: ' ',
    shiftKey: null,
    collapsed: true,
    format: { 'code-block': false, blockquote: false, table: false },
    prefix: LIST_START,
    handler(this: { quill: Quill }, range: { index: number }, context: { prefix: string }): boolean {
      const { quill } = this;
      const length = context.prefix.length;
      const value = context.prefix.trim() === '1.' ? 'ordered' : 'bullet';
      quill.insertText(range.index, ' ', 'user');
      const [line, offset] = quill.getLine(range.index);
      if (!line) return true;
      quill.deleteText(range.index - length, length + 1, 'user');
      quill.formatLine(range.index - length, 1, 'list', value, 'user');
      quill.setSelection(range.index - Math.min(length, offset), 0, 'silent');
      return false;
    },
  };
}
