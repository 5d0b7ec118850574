import type { TextFormat } from '@talkoot/board';
import type { UndoList } from '@talkoot/board';
import type { WordsEditing } from './quill-editor.ts';

/** What keys act on while words are written. */
export interface WordsKeyTarget {
  writing: WordsEditing | null;
  undo: Pick<UndoList, 'undo' | 'redo'>;
  /** The bar of formats, if it is shown. */
  bar(): Element | null | undefined;
  askLink(): void;
}

/** Keys that put letters together are the input method's, and some browsers only say so by this number. */
export function composes({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}

/** A key that means the same wherever words are written. Answers whether it was one. */
export function runWordsKey(event: KeyboardEvent, { writing, undo, bar, askLink }: WordsKeyTarget): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  const format = ctrl && !event.altKey ? formatOf(event) : undefined;
  if (ctrl && letter === 'z' && !event.shiftKey) undo.undo();
  else if (ctrl && (letter === 'z' || letter === 'y')) undo.redo();
  else if (format) writing?.toggle(...format);
  else if (ctrl && letter === 'k') askLink();
  // To the bar of formats, as other editors do it.
  else if (event.altKey && event.key === 'F10')
    bar()?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  else return false;
  return true;
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
