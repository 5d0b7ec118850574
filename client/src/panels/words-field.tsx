import type { Refusal } from '@talkoot/protocol';
import { type FocusEvent, type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { editorCode, preloadEditor } from '../canvas/editor/editor-code.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './outline.module.css';
import { PlainWords } from './plain-words.tsx';
import { RichWords } from './rich-words.tsx';

export interface WordsFieldProps {
  session: BoardSession;
  id: string;
  label: string;
  /** `left`: the person went to something else, and the focus with them. */
  onClose(left?: boolean): void;
  onRefused(reason: Refusal): void;
  /** There is no room for more than this many letters. */
  onFull(limit: number): void;
}

/**
 * The words of an element, open in the outline. Words that have formats are written in the canvas' editor; until its
 * code is here, as on a slow line, a plain field takes what is typed, and the editor goes on where it was.
 */
export function WordsField(props: WordsFieldProps): ReactNode {
  const { session, id, onClose } = props;
  const t = useT();
  const formatted = (session.model.kindOf(id)?.text?.formats.length ?? 0) > 0;
  const [code, setCode] = useState(editorCode);
  const [composing, setComposing] = useState(false);
  const [asksLink, askLink] = useState(false);
  const caret = useRef<number>(undefined);
  useEffect(() => (formatted && !code ? preloadEditor(0, setCode) : undefined), [formatted, code]);
  const leave = (event: FocusEvent<HTMLElement>): void => {
    const field = event.currentTarget;
    // To its own buttons, to the address of a link, or to another window.
    const stays = asksLink || field.contains(event.relatedTarget) || field.contains(document.activeElement);
    if (!stays) onClose(event.relatedTarget !== null);
  };
  return (
    // What is done in the words means nothing to the line they stand in.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events to itself
    <div
      className={classes.field}
      onMouseDown={keep}
      onClick={keep}
      onDoubleClick={keep}
      onKeyDown={keep}
      onBlur={leave}
    >
      {formatted && code && !composing ? (
        <RichWords {...props} code={code} caret={caret} asksLink={asksLink} askLink={askLink} />
      ) : (
        <PlainWords {...props} caret={caret} onComposing={setComposing} />
      )}
      <button
        type="button"
        className={classes.done}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onClose()}
      >
        {t('outline.done')}
      </button>
    </div>
  );
}

function keep(event: SyntheticEvent): void {
  event.stopPropagation();
}
