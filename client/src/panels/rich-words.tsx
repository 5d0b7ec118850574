import { type ReactNode, useEffectEvent, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { EditorCode } from '../canvas/editor/editor-code.ts';
import { OpenText } from '../canvas/editor/open-text.ts';
import type { WordsEditing } from '../canvas/editor/quill-editor.ts';
import '../canvas/editor/words-editor.css';
import { composes, runWordsKey } from '../canvas/editor/words-keys.ts';
import { FormatTools } from './format-tools.tsx';
import classes from './outline.module.css';
import type { WordsFieldProps } from './words-field.tsx';

/** The canvas' editor on the words of a line, with its keys and its bar of formats below. */
export function RichWords(
  props: WordsFieldProps & {
    code: EditorCode;
    /** Where the caret begins; without it, at the end. */
    caret: { current: number | undefined };
    asksLink: boolean;
    askLink(asks: boolean): void;
  },
): ReactNode {
  const { session, id, label, code, caret, asksLink, askLink } = props;
  const field = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<WordsEditing | null>(null);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const onFull = useEffectEvent((limit: number) => props.onFull(limit));
  const close = useEffectEvent(() => props.onClose());
  const onRefused = useEffectEvent(props.onRefused);
  const onKey = useEffectEvent((event: KeyboardEvent, editing: WordsEditing): void => {
    const bar = (): Element | null | undefined => field.current?.querySelector('[data-format-bar]');
    const leaves = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    // Tab goes on to the buttons: here it is no letter.
    if (composes(event) || event.key === 'Tab') event.stopPropagation();
    else if (
      leaves ||
      runWordsKey(event, { writing: editing, undo: session.undo, bar, askLink: () => askLink(true) })
    ) {
      event.preventDefault();
      event.stopPropagation();
      if (leaves) close();
    }
  });
  // In the same step as the plain field goes, or letters typed between the two would be lost.
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const text = new OpenText({
      session,
      id,
      label,
      onFull,
      onEnd: (refused) => {
        if (refused && !refused.allowed) onRefused(refused.reason);
        close();
      },
    });
    const editing = text.write(code, host.current, caret.current);
    if (!editing) close();
    editing?.onChange(draw);
    setWriting(editing);
    const stop = new AbortController();
    const keys = (event: KeyboardEvent): void => {
      if (editing) onKey(event, editing);
    };
    host.current.addEventListener('keydown', keys, { capture: true, signal: stop.signal });
    field.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    return () => {
      stop.abort();
      text.end();
    };
  }, [session, id, label, code, caret]);
  return (
    <div ref={field} className={classes.rich}>
      <div className={classes.paper}>
        <div className={classes.written}>
          <div ref={host} className="talkoot-words" />
        </div>
      </div>
      {writing && <FormatTools writing={writing} asksLink={asksLink} askLink={askLink} />}
    </div>
  );
}
