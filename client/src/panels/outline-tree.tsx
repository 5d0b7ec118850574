import { Button } from '@mantine/core';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { IconChevronDown, IconChevronRight, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { canvasPalette } from '../canvas/palette.ts';
import { useT } from '../ui/i18n.tsx';
import { coloursOf } from './element-colour.ts';
import { KindIcon } from './kind-icon.tsx';
import type { OutlineViewProps } from './outline.tsx';
import classes from './outline.module.css';
import { OutlineMenu } from './outline-menu/outline-menu.tsx';
import { isMore, type MoreRow, type OutlineRow, PAGE } from './outline-rows.ts';
import { lineWords, nameOfLine } from './outline-words.ts';
import { WordsField } from './words-field.tsx';

/** The board as a tree: frames with what stands in them. */
export function OutlineTree(props: OutlineViewProps): ReactNode {
  const { outline } = props;
  const t = useT();
  const { rows } = outline.tree;
  return (
    <>
      {rows.length === 0 && (
        <p className={classes.none}>{t(outline.actions.addable.length > 0 ? 'outline.empty' : 'outline.emptyRead')}</p>
      )}
      <div
        role="tree"
        aria-label={t('outline.label')}
        aria-multiselectable
        className={classes.tree}
        onKeyDown={outline.onKey}
        ref={outline.focus.root}
        // An empty board has no line to take the keys.
        tabIndex={rows.length === 0 ? 0 : undefined}
        data-line={rows.length === 0 ? '' : undefined}
      >
        {rows.map((row) =>
          isMore(row) ? (
            <More key={`more-${row.frame}`} row={row} onMore={outline.tree.showMore} />
          ) : (
            <Row key={row.element.id} row={row} {...props} />
          ),
        )}
      </div>
    </>
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

function Row({ row, outline, colorScheme }: OutlineViewProps & { row: OutlineRow }): ReactNode {
  const { element, level, expanded } = row;
  const { host, focus, press } = outline;
  const t = useT();
  const { id } = element;
  const line = lineWords(element, row, outline.env);
  const name = nameOfLine(line, t);
  const editing = host.editing === id;
  const type = ELEMENT_TYPES.get(element.kind);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    <div
      role="treeitem"
      data-line=""
      data-row={id}
      tabIndex={id === focus.active ? 0 : -1}
      aria-level={level}
      aria-posinset={row.index}
      aria-setsize={row.count}
      aria-expanded={expanded}
      aria-selected={host.selection.has(id)}
      // With its words open the line holds a field, which has a name of its own.
      aria-label={editing ? undefined : name}
      className={classes.row}
      style={{ paddingLeft: 8 + (level - 1) * 22 }}
      onMouseDown={press.down}
      onClick={(event) => press.done(id, event)}
      onFocus={(event) => event.target === event.currentTarget && focus.at(id)}
      onDoubleClick={() => host.edit(id)}
    >
      <Fold expanded={expanded} onToggle={() => outline.tree.toggle(id)} />
      <span className={classes.kind} style={coloursOf(element, canvasPalette(colorScheme))}>
        {type && <KindIcon name={type.icon} size={16} />}
      </span>
      {editing ? (
        <OpenWords outline={outline} id={id} />
      ) : (
        <span className={expanded === undefined ? classes.words : classes.title} aria-hidden="true">
          {/* Spaces between what is set apart only by its place. */}
          {`${line.words} `}
          {line.seen.length > 0 && (
            <span className={classes.seen}>
              {line.seen.map((part) => (
                <span key={part}>{`${part} `}</span>
              ))}
            </span>
          )}
        </span>
      )}
      {element.locked && <IconLock size={16} className={classes.lock} aria-hidden />}
      <OutlineMenu outline={outline} id={id} name={name} />
    </div>
  );
}

/** The words of a line, open to be written. */
export function OpenWords({ outline, id }: Pick<OutlineViewProps, 'outline'> & { id: string }): ReactNode {
  const t = useT();
  const { host, focus } = outline;
  return (
    <WordsField
      session={host.session}
      id={id}
      label={t('outline.editing')}
      onRefused={(reason) => host.tell({ allowed: false, reason })}
      onFull={(limit) => host.tellFull(limit)}
      onClose={(left) => {
        host.stopEditing();
        // Who went elsewhere stays there.
        if (!left) focus.to(id, { keep: true });
      }}
    />
  );
}

function Fold({ expanded, onToggle }: { expanded: boolean | undefined; onToggle(): void }): ReactNode {
  if (expanded === undefined) return <span className={classes.fold} />;
  return (
    <button
      type="button"
      className={classes.fold}
      tabIndex={-1}
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      {expanded ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
    </button>
  );
}
