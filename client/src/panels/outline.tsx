import { Button, Menu } from '@mantine/core';
import { boxAround, type BoardElement, type Box, readingOrder } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { Refusal } from '@talkoot/protocol';
import type { Verdict } from '@talkoot/rights';
import { IconChevronDown, IconChevronRight, IconDots, IconLock, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { canvasPalette, type ColourScheme } from '../canvas/palette.ts';
import { deleteElements, freeSpot, mayWrite, moveToFrame } from '../sync/actions.ts';
import { addElement } from '../sync/actions-add.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { KindIcon } from './kind-icon.tsx';
import classes from './outline.module.css';
import { isMore, type MoreRow, type OutlineRow, PAGE, rowsOf, stepFrom } from './outline-rows.ts';
import { useDigest } from './use-digest.ts';
import { useModelVersion } from './use-model.ts';
import { mayAdd, useSessionVersion } from './use-rights.ts';
import { WordsField } from './words-field.tsx';

export interface OutlineProps {
  session: BoardSession;
  colorScheme: ColourScheme;
  /** Name of a participant; undefined when nobody may know it. */
  nameOf(participantId: string): string | undefined;
  onRefused(reason: Refusal): void;
  /** Shows an element on the canvas; left out where there is none. */
  onShow?(id: string): void;
}

/** More elements than this, and frames begin closed. */
const CLOSED_FROM = 400;

/** The board as a tree to read and edit by keyboard, screen reader or thumb: the canvas' twin. */
export function Outline(props: OutlineProps): ReactNode {
  const { session } = props;
  const t = useT();
  const outline = useOutline(props);
  useDigest(session.model);
  const { rows, active } = outline;
  return (
    <section className={classes.outline} aria-label={t('outline.label')} data-testid="outline">
      <div className={classes.head}>
        <Button leftSection={<IconPlus size={18} />} onClick={outline.add} disabled={!outline.canAdd}>
          {t('outline.add')}
        </Button>
        <p className={classes.help}>{t('outline.help')}</p>
      </div>
      {rows.length === 0 && <p className={classes.none}>{t('outline.empty')}</p>}
      <div role="tree" aria-label={t('outline.label')} className={classes.tree} onKeyDown={outline.onKey} ref={outline.tree}>
        {rows.map((row) =>
          isMore(row) ? (
            <More key={`more-${row.frame}`} row={row} onMore={outline.showMore} />
          ) : (
            <Row key={row.element.id} row={row} outline={outline} active={row.element.id === active} {...props} />
          ),
        )}
      </div>
    </section>
  );
}

type OutlineState = ReturnType<typeof useOutline>;

function useOutline({ session, onRefused, onShow }: OutlineProps) {
  const t = useT();
  const announce = useAnnounce();
  const { model } = session;
  const version = useModelVersion(model);
  useSessionVersion(session);
  const tree = useRef<HTMLDivElement>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() => (model.size > CLOSED_FROM ? new Set(model.containers()) : new Set()));
  const [shown, setShown] = useState<ReadonlyMap<string | null, number>>(new Map());
  const [focused, setFocused] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const rows = useMemo(() => rowsOf(readingOrder(model), model, { collapsed, shown }), [model, version, collapsed, shown]);
  const lines = rows.filter((row): row is OutlineRow => !isMore(row));
  const active = lines.some(({ element }) => element.id === focused) ? focused : (lines[0]?.element.id ?? null);
  const wantsFocus = useRef<string | null>(null);

  useEffect(() => {
    const id = wantsFocus.current;
    const row = id && tree.current?.querySelector<HTMLElement>(`[data-row="${id}"]`);
    if (!row) return;
    wantsFocus.current = null;
    row.focus();
  });

  const focus = (id: string | null): void => {
    setFocused(id);
    wantsFocus.current = id;
  };
  const tell = (verdict: Verdict): boolean => {
    if (!verdict.allowed) onRefused(verdict.reason);
    return verdict.allowed;
  };
  const toggle = (id: string): void => setCollapsed(toggled(collapsed, id));
  const edit = (id: string): void => {
    setMenu(null);
    if (model.kindOf(id)?.text && tell(mayWrite(session, id))) setEditing(id);
  };
  const addType = [...ELEMENT_TYPES.values()].find((type) => type.placing === 'point' && mayAdd(session, type));
  const add = (): void => {
    if (!addType) return;
    const frame = frameFor(active ? model.get(active) : undefined, model);
    const result = addElement(session, { type: addType, frame, at: { ...spotFor(session, frame, addType.defaults.size), size: addType.defaults.size } });
    if (!tell(result) || !result.allowed) return;
    const id = result.ids[0] as string;
    announce(t('outline.added', { kind: t(addType.nameKey) }));
    setCollapsed(toggled(collapsed, frame, false));
    setFocused(id);
    setEditing(id);
  };
  const remove = (id: string): void => {
    setMenu(null);
    const at = lines.findIndex(({ element }) => element.id === id);
    const words = wordsOf(lines[at]?.element, t('outline.noWords'));
    if (!tell(deleteElements(session, [id]))) return;
    announce(t('outline.deleted', { words }));
    focus((lines[at + 1] ?? lines[at - 1])?.element.id ?? null);
  };
  const move = (id: string, frame: string | null): void => {
    setMenu(null);
    const name = frame ? wordsOf(model.get(frame), t('outline.untitled')) : t('outline.onBoard');
    if (tell(moveToFrame(session, [id], frame))) announce(t('outline.moved', { frame: name }));
    focus(id);
  };
  const closeField = useCallback(() => {
    setEditing((id) => {
      wantsFocus.current = id;
      return null;
    });
  }, []);
  const keys: Record<string, (id: string) => void> = {
    Enter: edit, F2: edit, Delete: remove, m: setMenu, ContextMenu: setMenu, Insert: add, n: add,
    ' ': (id) => onShow?.(id),
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || editing) return;
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
    const step = stepFrom(lines, active, event.key);
    const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (step && 'focus' in step) focus(step.focus);
    else if (step) toggle(step.toggle);
    else if (run && active) run(active);
    else return;
    event.preventDefault();
  };
  const showMore = ({ frame, more }: MoreRow): void => {
    const before = shown.get(frame) ?? PAGE;
    setShown(new Map(shown).set(frame, before + Math.min(more, PAGE)));
  };
  return { tree, rows, active, editing, menu, setMenu, setFocused, focus, toggle, edit, add, remove, move, closeField, onKey, showMore, canAdd: addType !== undefined };
}

function toggled(set: ReadonlySet<string>, id: string | null, on?: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (id !== null && (on ?? !next.has(id))) next.add(id);
  else if (id !== null) next.delete(id);
  return next;
}

/** A new note stands in the frame that is read, or beside the note that is read. */
function frameFor(element: BoardElement | undefined, model: BoardSession['model']): string | null {
  if (!element) return null;
  return model.kindOf(element.id)?.container ? element.id : element.place.frame;
}

function spotFor(session: BoardSession, frame: string | null, size: { width: number; height: number }): { x: number; y: number } {
  const { model } = session;
  if (frame !== null && model.get(frame)) return freeSpot(model, frame, size);
  const around = boxAround(model.childrenOf(null).map(({ id }) => model.box(id) as Box));
  return around ? { x: around.x, y: around.y + around.height + 24 } : { x: 0, y: 0 };
}

function wordsOf(element: BoardElement | undefined, none: string): string {
  const words = element && ELEMENT_TYPES.get(element.kind)?.outlineWords(element);
  return words || none;
}

function More({ row, onMore }: { row: MoreRow; onMore(row: MoreRow): void }): ReactNode {
  const t = useT();
  return (
    <Button variant="subtle" ml={row.level * 20} onClick={() => onMore(row)}>
      {t('outline.more', { count: Math.min(row.more, PAGE) })}
    </Button>
  );
}

type RowProps = OutlineProps & { row: OutlineRow; outline: OutlineState; active: boolean };

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
      onFocus={(event) => event.target === event.currentTarget && outline.setFocused(id)}
      onDoubleClick={() => outline.edit(id)}
    >
      <Fold expanded={expanded} onToggle={() => outline.toggle(id)} />
      <span className={classes.kind} style={{ background: colourOf(element, props.colorScheme) }}>
        {type && <KindIcon name={type.icon} size={16} />}
      </span>
      {outline.editing === id ? (
        <WordsField session={session} id={id} label={t('outline.editing')} onClose={outline.closeField} />
      ) : (
        <span className={expanded === undefined ? classes.words : classes.title} aria-hidden="true">
          {wordsOf(element, t(expanded === undefined ? 'outline.noWords' : 'outline.untitled'))}
          {author && <span className={classes.author}>{author}</span>}
        </span>
      )}
      {element.locked && <IconLock size={16} aria-hidden />}
      <RowMenu {...props} name={name} />
    </div>
  );
}

/** "More time for customers. Sticky note, frame Start, by Aino, 2 of 5". */
function useRowName({ row, session, nameOf }: RowProps): string {
  const t = useT();
  const { element } = row;
  const type = ELEMENT_TYPES.get(element.kind);
  const frame = element.place.frame === null ? undefined : session.model.get(element.place.frame);
  const author = element.author === null ? undefined : nameOf(element.author);
  const name = t('outline.name', {
    words: wordsOf(element, t('outline.noWords')),
    kind: type ? t(type.nameKey) : '',
    place: frame ? t('outline.inFrame', { frame: wordsOf({ ...frame, fields: {} }, t('outline.untitled')) }) : t('outline.onBoard'),
    author: author ? t('outline.by', { name: author }) : t('outline.byNobody'),
    position: t('outline.position', { index: row.index, count: row.count }),
  });
  return element.locked ? `${name}, ${t('outline.locked')}` : name;
}

function colourOf(element: BoardElement, scheme: ColourScheme): string | undefined {
  for (const control of ELEMENT_TYPES.get(element.kind)?.controls ?? []) {
    if (control.type !== 'swatches') continue;
    const option = control.options.find(({ value }) => value === element.fields[control.field]);
    if (option?.colour) return canvasPalette(scheme)(option.colour);
  }
  return undefined;
}

function Fold({ expanded, onToggle }: { expanded: boolean | undefined; onToggle(): void }): ReactNode {
  if (expanded === undefined) return <span className={classes.fold} />;
  return (
    <button type="button" className={classes.fold} tabIndex={-1} aria-hidden="true" onClick={onToggle}>
      {expanded ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
    </button>
  );
}

function RowMenu({ row, outline, session, name, onShow }: RowProps & { name: string }): ReactNode {
  const t = useT();
  const { id } = row.element;
  const button = (
    <button type="button" className={classes.dots} tabIndex={-1} aria-label={t('outline.actions', { words: name })} onClick={() => outline.setMenu(id)}>
      <IconDots size={18} />
    </button>
  );
  if (outline.menu !== id) return button;
  const frames = [...session.model.containers()].filter((frame) => frame !== id && frame !== row.element.place.frame);
  const close = (open: boolean): void => {
    if (open) return;
    outline.setMenu(null);
    outline.focus(id);
  };
  return (
    <Menu opened onChange={close} position="bottom-end" withinPortal trapFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Item onClick={() => outline.edit(id)}>{t('outline.edit')}</Menu.Item>
        {onShow && <Menu.Item onClick={() => onShow(id)}>{t('outline.show')}</Menu.Item>}
        <Menu.Item color="red" onClick={() => outline.remove(id)}>{t('canvas.delete')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('outline.moveToFrame')}</Menu.Label>
        {frames.map((frame) => (
          <Menu.Item key={frame} onClick={() => outline.move(id, frame)}>
            {wordsOf({ ...(session.model.get(frame) as BoardElement), fields: {} }, t('outline.untitled'))}
          </Menu.Item>
        ))}
        {row.element.place.frame !== null && <Menu.Item onClick={() => outline.move(id, null)}>{t('outline.toBoard')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
