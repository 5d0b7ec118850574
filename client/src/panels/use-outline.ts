import { boxAround, type BoardElement, type Box, type BoardModel, readingOrder } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { MessageKey, TypeMessageKey } from '@talkoot/i18n';
import type { Refusal } from '@talkoot/protocol';
import type { Verdict } from '@talkoot/rights';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { freeSpot, mayWrite, moveToFrame } from '../sync/actions.ts';
import { deleteElements } from '../sync/actions-delete.ts';
import { addElement, mayAdd } from '../sync/actions-add.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { isMore, type MoreRow, type OutlineRow, PAGE, rowsOf, stepFrom } from './outline-rows.ts';
import { useModelVersion } from './use-model.ts';
import { useSessionVersion } from './use-rights.ts';

/** More elements than this, and frames begin closed. */
const CLOSED_FROM = 400;

/** What the outline needs of whoever shows it. */
export interface OutlineSource {
  session: BoardSession;
  onRefused(reason: Refusal): void;
  onShow?(id: string): void;
}

export type OutlineState = ReturnType<typeof useOutline>;

/** The outline's state and what people do in it. */
export function useOutline(source: OutlineSource) {
  const { session, onShow } = source;
  const lines = useLines(session.model);
  const focus = useRowFocus(lines.list);
  const [editing, setEditing] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const actions = useActions(source, lines, focus, { setEditing, setMenu });
  const closeField = useCallback(() => {
    setEditing((id) => {
      if (id) focus.wanted.current = id;
      return null;
    });
  }, [focus.wanted]);
  const keys: Record<string, (id: string) => void> = {
    Enter: actions.edit,
    F2: actions.edit,
    Delete: actions.remove,
    m: setMenu,
    ContextMenu: setMenu,
    Insert: actions.add,
    n: actions.add,
    ' ': (id) => onShow?.(id),
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || editing) return;
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
    const step = stepFrom(lines.list, focus.active, event.key);
    const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (step && 'focus' in step) focus.to(step.focus);
    else if (step) lines.toggle(step.toggle);
    else if (run && focus.active) run(focus.active);
    else return;
    event.preventDefault();
  };
  return { ...lines, ...actions, focus, editing, menu, setMenu, closeField, onKey };
}

/** The lines that are to be seen, and which frames are open. */
function useLines(model: BoardModel) {
  const version = useModelVersion(model);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(
    () => new Set(model.size > CLOSED_FROM ? model.containers() : []),
  );
  const [shown, setShown] = useState<ReadonlyMap<string | null, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const rows = useMemo(
    () => rowsOf(readingOrder(model), model, { collapsed, shown }),
    [model, version, collapsed, shown],
  );
  const list = rows.filter((row): row is OutlineRow => !isMore(row));
  const toggle = (id: string): void => setCollapsed(toggled(collapsed, id, !collapsed.has(id)));
  const open = (frame: string | null): void => setCollapsed(toggled(collapsed, frame, false));
  const showMore = ({ frame, more }: MoreRow): void => {
    setShown(new Map(shown).set(frame, (shown.get(frame) ?? PAGE) + Math.min(more, PAGE)));
  };
  return { rows, list, toggle, open, showMore };
}

function toggled(set: ReadonlySet<string>, id: string | null, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (id !== null && on) next.add(id);
  else if (id !== null) next.delete(id);
  return next;
}

interface RowFocus {
  tree: RefObject<HTMLDivElement | null>;
  active: string | null;
  /** The line to move the focus to once it is there. */
  wanted: RefObject<string | null>;
  /** The focus came to a line by itself. */
  at(id: string): void;
  /** Moves the focus to a line. */
  to(id: string | null): void;
}

/** One line of the tree is in the tab order; the focus follows it. */
function useRowFocus(list: readonly OutlineRow[]): RowFocus {
  const tree = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const active = list.some(({ element }) => element.id === focused) ? focused : (list[0]?.element.id ?? null);
  useEffect(() => {
    const row =
      wanted.current && tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus();
  });
  const to = (id: string | null): void => {
    wanted.current = id;
    setFocused(id);
  };
  return { tree, active, wanted, at: setFocused, to };
}

type Setters = { setEditing(id: string): void; setMenu(id: string | null): void };

/** What people do to elements here, told to those who listen. */
function useActions(source: OutlineSource, lines: ReturnType<typeof useLines>, focus: RowFocus, set: Setters) {
  const { session, onRefused } = source;
  const { model } = session;
  const t = useT();
  const announce = useAnnounce();
  useSessionVersion(session);
  const addType = [...ELEMENT_TYPES.values()].find((type) => type.placing === 'point' && mayAdd(session, type));
  const tell = (verdict: Verdict): boolean => {
    if (!verdict.allowed) onRefused(verdict.reason);
    return verdict.allowed;
  };
  const edit = (id: string): void => {
    set.setMenu(null);
    if (model.kindOf(id)?.text && tell(mayWrite(session, id))) set.setEditing(id);
  };
  const add = (): void => {
    if (!addType) return;
    const { size } = addType.defaults;
    const frame = frameFor(focus.active ? model.get(focus.active) : undefined, model);
    const result = addElement(session, { type: addType, frame, at: { ...spotFor(model, frame, size), size } });
    if (!result.allowed) {
      tell(result);
      return;
    }
    const id = result.ids[0] as string;
    announce(t('outline.added', { kind: t(addType.nameKey) }));
    lines.open(frame);
    focus.at(id);
    set.setEditing(id);
  };
  const remove = (id: string): void => {
    set.setMenu(null);
    const at = lines.list.findIndex(({ element }) => element.id === id);
    const element = lines.list[at]?.element;
    const words = wordsOf(element, t(element ? noWordsKey(element) : 'outline.noWords'));
    if (!tell(deleteElements(session, [id]))) return;
    announce(t('outline.deleted', { words }));
    focus.to((lines.list[at + 1] ?? lines.list[at - 1])?.element.id ?? null);
  };
  const move = (id: string, frame: string | null): void => {
    set.setMenu(null);
    const name = frame ? wordsOf(model.get(frame), t('outline.untitled')) : t('outline.onBoard');
    if (tell(moveToFrame(session, [id], frame))) announce(t('outline.moved', { frame: name }));
    focus.to(id);
  };
  return { edit, add, remove, move, canAdd: addType !== undefined };
}

/** A new note stands in the frame that is read, or beside the note that is read. */
function frameFor(element: BoardElement | undefined, model: BoardModel): string | null {
  if (!element) return null;
  return model.kindOf(element.id)?.container ? element.id : element.place.frame;
}

function spotFor(
  model: BoardModel,
  frame: string | null,
  size: { width: number; height: number },
): { x: number; y: number } {
  if (frame !== null && model.get(frame)) return freeSpot(model, frame, size);
  const around = boxAround(model.childrenOf(null).map(({ id }) => model.box(id) as Box));
  return around ? { x: around.x, y: around.y + around.height + 24 } : { x: 0, y: 0 };
}

/** What stands for the words of an element that has none: its kind, when no words are to be expected. */
export function noWordsKey({ kind }: BoardElement): MessageKey | TypeMessageKey {
  const type = ELEMENT_TYPES.get(kind);
  return type && !type.text ? type.nameKey : 'outline.noWords';
}

/** An element in its own words, or what is said when it has none. */
export function wordsOf(element: BoardElement | undefined, none: string): string {
  const words = element && ELEMENT_TYPES.get(element.kind)?.outlineWords(element);
  return words || none;
}
