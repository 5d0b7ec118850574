import Quill from 'quill/core';
import Bold from 'quill/formats/bold';
import Italic from 'quill/formats/italic';
import Link from 'quill/formats/link';
import List from 'quill/formats/list';
import Strike from 'quill/formats/strike';
import { QuillBinding } from 'y-quill';
import type * as Y from 'yjs';
import type { PresencePort } from '../../sync/session.ts';
import { Carets } from './carets.ts';

Quill.register({
  'formats/bold': Bold,
  'formats/italic': Italic,
  'formats/strike': Strike,
  'formats/list': List,
  'formats/link': Link,
});

/** An open editor of words. */
export interface WordsEditing {
  /** The origin of what it writes, to be tracked for undo. */
  readonly origin: unknown;
  insertAtEnd(text: string): void;
  /** Turns a format of the selected words on or off. */
  toggle(format: string, value?: unknown): void;
  destroy(): void;
}

export interface WordsEditingOptions {
  text: Y.Text;
  formats: readonly string[];
  maxLength: number;
  label: string;
  /** Element of the words, and how others learn where in them this person writes. */
  id: string;
  presence: PresencePort;
}

/** Numbers and dashes at the start of a line become lists; ticked boxes are not among our formats. */
const LIST_START = /^\s*?(1\.|-|\*)$/;

/** Opens Quill on a Y.Text inside `host`. In a file of its own, loaded when somebody first writes. */
export function openWordsEditor(host: HTMLElement, options: WordsEditingOptions): WordsEditing {
  const { text, formats, maxLength } = options;
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
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-multiline', 'true');
  quill.root.setAttribute('aria-label', options.label);
  const binding = new QuillBinding(text, quill);
  quill.on('text-change', (_delta, _before, source) => {
    const over = quill.getLength() - 1 - maxLength;
    if (source === 'user' && over > 0) quill.deleteText(maxLength, over, 'user');
  });
  quill.focus();
  quill.setSelection(quill.getLength() - 1, 0, 'silent');
  const carets = new Carets(host, quill, text, options.id, options.presence);
  return {
    origin: binding,
    insertAtEnd: (letters) => {
      const end = quill.getLength() - 1;
      quill.insertText(end, letters, 'user');
      quill.setSelection(end + letters.length, 0, 'user');
    },
    toggle: (format, value = true) => {
      const current = quill.getFormat()[format];
      quill.format(format, current === value ? false : value, 'user');
    },
    destroy: () => {
      carets.destroy();
      binding.destroy();
      quill.disable();
      host.replaceChildren();
    },
  };
}

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
