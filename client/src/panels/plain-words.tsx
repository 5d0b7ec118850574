import { diffWords } from '@talkoot/board';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { composes } from '../canvas/editor/words-keys.ts';
import { setWords } from '../sync/words.ts';
import type { WordsFieldProps } from './words-field.tsx';

/**
 * The words of an element in a plain field. What is typed goes into the document at once, as the least change, so
 * that others may write in the same words; what they write comes in without moving the caret.
 */
export function PlainWords(
  props: WordsFieldProps & {
    /** Where the caret was when the field went away. */
    caret: { current: number | undefined };
    /** Letters are being put together: nobody may take the field away. */
    onComposing(composing: boolean): void;
  },
): ReactNode {
  const { session, id, label, onClose, caret, onComposing } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const limits = session.model.kindOf(id)?.text;
  useLayoutEffect(() => {
    const open = field.current;
    if (!open) return undefined;
    open.focus();
    open.setSelectionRange(open.value.length, open.value.length);
    fitHeight(open);
    return () => {
      caret.current = open.selectionStart;
    };
  }, [caret]);
  useEffect(
    () =>
      session.model.subscribe(({ changed, removed }) => {
        if (removed.has(id)) onClose();
        const words = session.model.get(id)?.text;
        if (changed.has(id) && words !== undefined && field.current) takeOver(field.current, words);
      }),
    [session, id, onClose],
  );
  const onKey = (event: KeyboardEvent): void => {
    const leaves =
      event.key === 'Escape' ||
      (event.key === 'Enter' && (event.ctrlKey || event.metaKey || limits?.formats.length === 0));
    if (!leaves || composes(event.nativeEvent)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <textarea
      ref={field}
      rows={1}
      aria-label={label}
      defaultValue={session.model.get(id)?.text}
      maxLength={limits?.maxLength}
      onInput={(event) => {
        fitHeight(event.currentTarget);
        const verdict = setWords(session, id, event.currentTarget.value);
        if (!verdict.allowed) onClose();
      }}
      onKeyDown={onKey}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
    />
  );
}

function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

/** Puts other people's words into the field and keeps the caret where it was among the letters. */
function takeOver(field: HTMLTextAreaElement, words: string): void {
  if (field.value === words) return;
  const start = movedCaret(field.value, words, field.selectionStart);
  const end = movedCaret(field.value, words, field.selectionEnd);
  field.value = words;
  field.setSelectionRange(start, end);
  fitHeight(field);
}

/** Where a caret lands after a text became another. */
export function movedCaret(before: string, after: string, caret: number): number {
  let at = 0;
  let moved = caret;
  for (const op of diffWords(before, after)) {
    if ('retain' in op) at += op.retain;
    else if ('insert' in op) {
      if (at < moved) moved += op.insert.length;
      at += op.insert.length;
    } else if (at < moved) moved -= Math.min(op.delete, moved - at);
  }
  return moved;
}
