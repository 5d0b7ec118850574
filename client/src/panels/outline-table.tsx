import { Button, TextInput } from '@mantine/core';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { IconArrowDown, IconArrowUp, IconFilter, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { canvasPalette } from '../canvas/palette.ts';
import { useT } from '../ui/i18n.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { coloursOf } from './element-colour.ts';
import { KindIcon } from './kind-icon.tsx';
import type { OutlineViewProps } from './outline.tsx';
import classes from './outline.module.css';
import { OutlineMenu } from './outline-menu/outline-menu.tsx';
import { PAGE } from './outline-rows.ts';
import { type Column, COLUMNS, type TableRow } from './outline-table-rows.ts';
import { OpenWords } from './outline-tree.tsx';

/**
 * The board as a table. A native table in the role of a grid, whose cells take the focus: NVDA and JAWS then hand on
 * the arrow keys and Space, so that several lines can be selected and every action has its key, and say the column's
 * head with the cell; in browse mode their keys for tables go on working, as VoiceOver's do always. Lines that take
 * the focus whole would be simpler, but VoiceOver reads nothing of such a line.
 */
export function OutlineTable(props: OutlineViewProps): ReactNode {
  const { outline } = props;
  const t = useT();
  const { table } = outline;
  return (
    <>
      <Filter outline={outline} />
      {table.total === 0 && <p className={classes.none}>{t(table.filter ? 'outline.noHits' : 'outline.emptyRead')}</p>}
      <div className={classes.scroll} ref={outline.focus.root}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the keys is a grid
          role="grid"
          aria-label={t('outline.label')}
          aria-multiselectable
          aria-rowcount={table.total + 1}
          className={classes.table}
          onKeyDown={outline.onKey}
        >
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map((column, at) => (
                <Head key={column} column={column} at={at} outline={outline} />
              ))}
              <th scope="col" className={classes.last}>
                <span className={classes.hidden}>{t('outline.column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <Line key={row.element.id} row={row} at={at} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      {table.total > table.rows.length && (
        <Button variant="subtle" onClick={table.showMore}>
          {t('outline.more', { count: Math.min(PAGE, table.total - table.rows.length) })}
        </Button>
      )}
    </>
  );
}

function Filter({ outline }: Pick<OutlineViewProps, 'outline'>): ReactNode {
  const t = useT();
  const { table } = outline;
  const field = useRef<HTMLInputElement>(null);
  const { wantsFilter } = outline;
  useEffect(() => {
    if (wantsFilter > 0) field.current?.focus();
  }, [wantsFilter]);
  return (
    <div className={classes.filter}>
      <TextInput
        ref={field}
        type="search"
        aria-label={t('outline.filter')}
        placeholder={t('outline.filter')}
        leftSection={<IconFilter size={18} aria-hidden />}
        value={table.filter}
        onChange={(event) => table.setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || table.filter === '') return;
          event.preventDefault();
          table.setFilter('');
        }}
      />
      <span role="status" className={classes.count}>
        {t('outline.filtered', { count: table.total })}
      </span>
    </div>
  );
}

function Head({ column, at, outline }: Pick<OutlineViewProps, 'outline'> & { column: Column; at: number }): ReactNode {
  const t = useT();
  const announce = useAnnounce();
  const { table, focus } = outline;
  const { sorting } = table;
  const now = sorting?.column === column ? (sorting.descending ? 'descending' : 'ascending') : 'none';
  const name = t(`outline.column.${column}`);
  const sort = (): void => {
    const next = table.sortBy(column);
    if (!next) announce(t('outline.sortedAsRead'));
    else announce(t(next.descending ? 'outline.sortedDown' : 'outline.sortedUp', { column: name }));
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const first = table.ids[0];
    if (step) focus.root.current?.querySelector<HTMLElement>(`[data-head="${at + step}"]`)?.focus();
    else if (event.key === 'ArrowDown' && first) focus.to(first, { column: at });
    else return;
    event.preventDefault();
  };
  return (
    <th scope="col" aria-sort={now} data-column={column}>
      <button type="button" className={classes.sort} data-head={at} onClick={sort} onKeyDown={onKey}>
        {name}
        {now === 'ascending' && <IconArrowUp size={16} aria-hidden />}
        {now === 'descending' && <IconArrowDown size={16} aria-hidden />}
      </button>
    </th>
  );
}

type LineProps = OutlineViewProps & { row: TableRow; at: number };

function Line(props: LineProps): ReactNode {
  const { row, at, outline } = props;
  const { host, press, focus } = outline;
  const { element } = row;
  const { id } = element;
  const t = useT();
  return (
    <tr
      aria-rowindex={at + 2}
      data-holds={host.model.kindOf(id)?.container}
      aria-selected={host.selection.has(id)}
      onMouseDown={press.down}
      onClick={(event) => press.done(id, event)}
      onDoubleClick={() => host.edit(id)}
    >
      {COLUMNS.map((column, col) => (
        <Cell key={column} {...props} column={column} col={col} />
      ))}
      <td
        data-line=""
        data-row={id}
        data-col={COLUMNS.length}
        tabIndex={id === focus.active && focus.column === COLUMNS.length ? 0 : -1}
        className={classes.last}
        onFocus={(event) => event.target === event.currentTarget && focus.at(id, COLUMNS.length)}
      >
        <OutlineMenu outline={outline} id={id} name={`${row.words}. ${row.kind || t('outline.noWords')}`} />
      </td>
    </tr>
  );
}

function Cell({ row, outline, column, col, colorScheme }: LineProps & { column: Column; col: number }): ReactNode {
  const { host, focus } = outline;
  const { element } = row;
  const { id } = element;
  const type = ELEMENT_TYPES.get(element.kind);
  const Tag = column === 'words' ? 'th' : 'td';
  const editing = column === 'words' && host.editing === id;
  return (
    <Tag
      {...(column === 'words' ? { scope: 'row' } : {})}
      data-line=""
      data-row={id}
      data-col={col}
      data-column={column}
      tabIndex={id === focus.active && focus.column === col ? 0 : -1}
      onFocus={(event: React.FocusEvent) => event.target === event.currentTarget && focus.at(id, col)}
    >
      {editing ? (
        <OpenWords outline={outline} id={id} />
      ) : (
        <span className={column === 'words' ? classes.cellWords : classes.cell}>
          {column === 'kind' && type && (
            <span className={classes.kind} style={coloursOf(element, canvasPalette(colorScheme))}>
              <KindIcon name={type.icon} size={16} />
            </span>
          )}
          {row[column]}
          {column === 'words' && element.locked && <Locked />}
        </span>
      )}
    </Tag>
  );
}

function Locked(): ReactNode {
  const t = useT();
  return <IconLock size={16} className={classes.lock} role="img" aria-label={t('outline.locked')} />;
}
