import { Button, useComputedColorScheme } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { type ReactNode, useEffect, useState } from 'react';
import type { CanvasController } from '../../canvas/controller.ts';
import { canvasPalette } from '../../canvas/palette.ts';
import { useT } from '../../ui/i18n.tsx';
import { colourOf } from '../element-colour.ts';
import { KindIcon } from '../kind-icon.tsx';
import classes from './search.module.css';
import { piecesOf, wordsOf } from './search.ts';
import type { SearchState } from './use-search.ts';

/** Hits shown before more are asked for. */
const PAGE = 100;

export function hitId(list: string, element: string): string {
  return `${list}-${element}`;
}

interface HitListProps {
  id: string;
  search: SearchState;
  canvas: CanvasController;
  nameOf(participantId: string): string | undefined;
  onPress(id: string): void;
}

/** The hits, which keys of the search field go through. */
export function HitList(props: HitListProps): ReactNode {
  const t = useT();
  const { id, search } = props;
  const { hits, at } = search;
  const [asked, setAsked] = useState(PAGE);
  const shown = Math.max(asked, Math.ceil((at + 1) / PAGE) * PAGE);
  const more = hits.length - shown;
  const active = hits[at]?.id;
  useEffect(() => {
    if (active !== undefined) document.getElementById(hitId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <>
      <div role="listbox" id={id} aria-label={t('find.results')} className={classes.hits}>
        {hits.slice(0, shown).map((element) => (
          <Hit key={element.id} {...props} element={element} active={element.id === active} />
        ))}
      </div>
      {more > 0 ? (
        <Button variant="subtle" onClick={() => setAsked(shown + PAGE)}>
          {t('outline.more', { count: Math.min(more, PAGE) })}
        </Button>
      ) : null}
    </>
  );
}

function Hit(props: HitListProps & { element: BoardElement; active: boolean }): ReactNode {
  const t = useT();
  const { element, canvas, active } = props;
  const palette = canvasPalette(useComputedColorScheme());
  const type = ELEMENT_TYPES.get(element.kind);
  const frame = element.place.frame === null ? undefined : canvas.model.get(element.place.frame);
  const details = [
    type ? t(type.nameKey) : '',
    frame ? frame.text.trim() || t('outline.untitled') : '',
    element.author === null ? '' : (props.nameOf(element.author) ?? ''),
    ...element.tags.map((tag) => `#${tag}`),
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search field
    // biome-ignore lint/a11y/useFocusableInteractive: the search field keeps the focus
    <div
      role="option"
      id={hitId(props.id, element.id)}
      aria-selected={active}
      className={classes.hit}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onPress(element.id)}
    >
      <span
        className={classes.kind}
        data-container={type?.container}
        style={{ background: colourOf(element, palette) }}
      >
        {type ? <KindIcon name={type.icon} size={16} /> : null}
      </span>
      <span className={classes.found}>
        <Words element={element} words={props.search.words} />
        <span className={classes.details}>{details.filter((detail) => detail !== '').join(' · ')}</span>
      </span>
    </div>
  );
}

function Words({ element, words }: { element: BoardElement; words: string }): ReactNode {
  const t = useT();
  const pieces = piecesOf(wordsOf(element), words);
  if (pieces.length === 0) return <span className={classes.words}>{t('outline.noWords')}</span>;
  return (
    <span className={classes.words}>
      {/* biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else that tells them apart */}
      {pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
    </span>
  );
}
