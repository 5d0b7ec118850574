import { diffWords } from '@talkoot/board';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { setWords } from '../sync/words.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './outline.module.css';

/**
 * The words of an element in a plain field. What is typed goes into the document at once, as the least change, so
 * that others may write in the same words; what they write comes in without moving the caret.
 */
export function WordsField(props: {
  session: BoardSession;
  id: string;
  label: string;
  onClose(left?: boolean): void;
}): ReactNode {
  const { session, id, label, onClose } = props;
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    if (field.current) fitHeight(field.current);
  }, []);
  useEffect(
    () =>
      session.model.subscribe(({ changed, removed }) => {
        if (removed.has(id)) onClose();
        const words = session.model.get(id)?.text;
        if (changed.has(id) && words !== undefined && field.current) takeOver(field.current, words);
      }),
    [session, id, onClose],
  );
  return (
    <div className={classes.field}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        defaultValue={session.model.get(id)?.text}
        maxLength={session.model.kindOf(id)?.text?.maxLength}
        onInput={(event) => {
          fitHeight(event.currentTarget);
          const verdict = setWords(session, id, event.currentTarget.value);
          if (!verdict.allowed) onClose();
        }}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            event.preventDefault();
            onClose();
          }
        }}
        onBlur={(event) => onClose(event.relatedTarget !== null)}
      />
      <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => onClose()}>
        {t('outline.done')}
      </button>
    </div>
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
