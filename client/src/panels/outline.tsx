import { Button, Menu } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import { IconChevronDown, IconChevronRight, IconDots, IconLock, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { canvasPalette, type ColourScheme } from '../canvas/palette.ts';
import type { BoardComments } from '../sync/comments.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import { CommentItem } from './comments/comment-item.tsx';
import { useCommentCounts } from './comments/use-comments.ts';
import { coloursOf } from './element-colour.ts';
import { KindIcon } from './kind-icon.tsx';
import classes from './outline.module.css';
import { isMore, type MoreRow, type OutlineRow, PAGE } from './outline-rows.ts';
import type { CommentOn } from './selection-actions.ts';
import { useDigest } from './use-digest.ts';
import { noWordsKey, type OutlineState, useOutline, wordsOf } from './use-outline.ts';
import { WordsField } from './words-field.tsx';

export interface OutlineProps {
  session: BoardSession;
  colorScheme: ColourScheme;
  /** Name of a participant; undefined when nobody may know it. */
  nameOf(participantId: string): string | undefined;
  onRefused(reason: Refusal): void;
  /** Shows an element on the canvas; left out where there is none. */
  onShow?(id: string): void;
  comments: BoardComments;
  /** Opens the field for a comment; left out where there is no server to write it. */
  onComment?: CommentOn;
}

/** The board as a tree to read and edit by keyboard, screen reader or thumb: the canvas' twin. */
export function Outline(props: OutlineProps): ReactNode {
  const { session } = props;
  const t = useT();
  const outline = useOutline(props);
  useDigest(session.model);
  const counts = useCommentCounts(props.comments);
  const { rows, focus } = outline;
  return (
    <section className={classes.outline} aria-label={t('outline.label')} data-testid="outline">
      <div className={classes.head}>
        <Button leftSection={<IconPlus size={18} />} onClick={outline.add} disabled={!outline.canAdd}>
          {t('outline.add')}
        </Button>
        <p className={classes.help}>{t('outline.help')}</p>
      </div>
      {rows.length === 0 && <p className={classes.none}>{t('outline.empty')}</p>}
      <div
        role="tree"
        aria-label={t('outline.label')}
        className={classes.tree}
        onKeyDown={outline.onKey}
        ref={focus.tree}
      >
        {rows.map((row) =>
          isMore(row) ? (
            <More key={`more-${row.frame}`} row={row} onMore={outline.showMore} />
          ) : (
            <Row
              key={row.element.id}
              row={row}
              outline={outline}
              active={row.element.id === focus.active}
              said={counts.get(row.element.id)?.all ?? 0}
              {...props}
            />
          ),
        )}
      </div>
    </section>
  );
}

function More({ row, onMore }: { row: MoreRow; onMore(row: MoreRow): void }): ReactNode {
  const t = useT();
  return (
    <Button variant="subtle" ml={row.level * 20} onClick={() => onMore(row)}>
      {t('outline.more', { count: Math.min(row.more, PAGE) })}
    </Button>
  );
}

/** `said`: how many comments stand on the element. */
type RowProps = OutlineProps & { row: OutlineRow; outline: OutlineState; active: boolean; said: number };

function Row(props: RowProps): ReactNode {
  const { row, outline, active, session } = props;
  const { element, level, expanded } = row;
  const t = useT();
  const { id } = element;
  const name = useRowName(props);
  const type = ELEMENT_TYPES.get(element.kind);
  const author = element.author ? props.nameOf(element.author) : undefined;
  return (
    <div
      role="treeitem"
      data-row={id}
      tabIndex={active ? 0 : -1}
      aria-level={level}
      aria-posinset={row.index}
      aria-setsize={row.count}
      aria-expanded={expanded}
      aria-selected={active}
      aria-label={name}
      className={classes.row}
      style={{ paddingLeft: 8 + (level - 1) * 22 }}
      onFocus={(event) => event.target === event.currentTarget && outline.focus.at(id)}
      onDoubleClick={() => outline.edit(id)}
    >
      <Fold expanded={expanded} onToggle={() => outline.toggle(id)} />
      <span className={classes.kind} style={coloursOf(element, canvasPalette(props.colorScheme))}>
        {type && <KindIcon name={type.icon} size={16} />}
      </span>
      {outline.editing === id ? (
        <WordsField session={session} id={id} label={t('outline.editing')} onClose={outline.closeField} />
      ) : (
        <span className={expanded === undefined ? classes.words : classes.title} aria-hidden="true">
          {wordsOf(element, t(expanded === undefined ? noWordsKey(element) : 'outline.untitled'))}
          {author && <span className={classes.author}>{author}</span>}
          {props.said > 0 && <span className={classes.author}>{t('comments.count', { count: props.said })}</span>}
        </span>
      )}
      {element.locked && <IconLock size={16} aria-hidden />}
      <RowMenu {...props} name={name} />
    </div>
  );
}

/** "More time for customers. Sticky note, frame Start, by Aino, 2 of 5". */
function useRowName({ row, session, nameOf, said }: RowProps): string {
  const t = useT();
  const { element } = row;
  const type = ELEMENT_TYPES.get(element.kind);
  const frame = element.place.frame === null ? undefined : session.model.get(element.place.frame);
  const author = element.author === null ? undefined : nameOf(element.author);
  const words = wordsOf(element, type?.text ? t('outline.noWords') : '');
  const name = t(words ? 'outline.name' : 'outline.nameOfKind', {
    words,
    kind: type ? t(type.nameKey) : '',
    place: frame
      ? t('outline.inFrame', { frame: wordsOf({ ...frame, fields: {} }, t('outline.untitled')) })
      : t('outline.onBoard'),
    author: author ? t('outline.by', { name: author }) : t('outline.byNobody'),
    position: t('outline.position', { index: row.index, count: row.count }),
  });
  return [
    name,
    ...(said > 0 ? [t('comments.count', { count: said })] : []),
    ...(element.locked ? [t('outline.locked')] : []),
  ].join(', ');
}

function Fold({ expanded, onToggle }: { expanded: boolean | undefined; onToggle(): void }): ReactNode {
  if (expanded === undefined) return <span className={classes.fold} />;
  return (
    <button type="button" className={classes.fold} tabIndex={-1} aria-hidden="true" onClick={onToggle}>
      {expanded ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
    </button>
  );
}

/** Without keys: the one that opens the menu would count as pressed outside it. */
const OUTSIDE = ['mousedown', 'touchstart'];

function RowMenu({ row, outline, session, name, onShow, onComment }: RowProps & { name: string }): ReactNode {
  const t = useT();
  const { id } = row.element;
  const button = (
    <button
      type="button"
      className={classes.dots}
      tabIndex={-1}
      aria-label={t('outline.actions', { words: name })}
      onClick={() => outline.setMenu(id)}
    >
      <IconDots size={18} />
    </button>
  );
  if (outline.menu !== id) return button;
  const frames = [...session.model.containers()].filter((frame) => frame !== id && frame !== row.element.place.frame);
  const close = (open: boolean): void => {
    if (open) return;
    outline.setMenu(null);
    outline.focus.to(id);
  };
  return (
    <Menu opened onChange={close} position="bottom-end" withinPortal trapFocus clickOutsideEvents={OUTSIDE}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {session.model.kindOf(id)?.text && <Menu.Item onClick={() => outline.edit(id)}>{t('outline.edit')}</Menu.Item>}
        {onShow && <Menu.Item onClick={() => onShow(id)}>{t('outline.show')}</Menu.Item>}
        {onComment && <CommentItem session={session} element={row.element} onComment={onComment} />}
        <Menu.Item color="red" onClick={() => outline.remove(id)}>
          {t('canvas.delete')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('outline.moveToFrame')}</Menu.Label>
        {frames.map((frame) => (
          <Menu.Item key={frame} onClick={() => outline.move(id, frame)}>
            {wordsOf({ ...(session.model.get(frame) as BoardElement), fields: {} }, t('outline.untitled'))}
          </Menu.Item>
        ))}
        {row.element.place.frame !== null && (
          <Menu.Item onClick={() => outline.move(id, null)}>{t('outline.toBoard')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
