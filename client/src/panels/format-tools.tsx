import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { WordsEditing } from '../canvas/editor/quill-editor.ts';
import { useT } from '../ui/i18n.tsx';
import classes from './bars.module.css';
import { FormatButtons } from './format-buttons.tsx';
import { LinkControl } from './link-control.tsx';

/** What the words being written look like, as buttons: on the canvas in a bar beside them, in the outline below them. */
export function FormatTools(props: {
  writing: WordsEditing;
  asksLink: boolean;
  askLink(asks: boolean): void;
}): ReactNode {
  const { writing, asksLink, askLink } = props;
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  useWayBack(bar, writing);
  const look = writing.look();
  return (
    <div
      ref={bar}
      className={classes.formatTools}
      role="toolbar"
      aria-label={t('words.bar')}
      data-format-bar=""
      // The words keep the focus, and phones their keyboard.
      onMouseDown={(event) => event.currentTarget.contains(event.target as Node) && event.preventDefault()}
      onKeyDown={moveInBar}
    >
      <FormatButtons
        formats={writing.formats}
        has={(format, value) => look[format] === value}
        toggle={(format, value) => writing.toggle(format, value)}
      />
      {writing.formats.includes('link') && <LinkControl writing={writing} opened={asksLink} ask={askLink} />}
    </div>
  );
}

/** Escape goes back to the words at once: heard before the name that hangs below a button, which it would only close. */
function useWayBack(bar: { current: HTMLElement | null }, writing: WordsEditing): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || !bar.current?.contains(event.target as Node)) return;
      event.preventDefault();
      event.stopPropagation();
      writing.focus();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [bar, writing]);
}

/** Arrows go from button to button. */
function moveInBar(event: KeyboardEvent<HTMLElement>): void {
  const bar = event.currentTarget;
  if (!bar.contains(event.target as Node)) return;
  const buttons = [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(event.target as HTMLElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  buttons.at(next % buttons.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
}
