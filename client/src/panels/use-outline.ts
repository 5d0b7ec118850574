import { isFacilitating } from '@talkoot/protocol';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { BoardComments } from '../sync/comments.ts';
import type { BoardSession } from '../sync/session.ts';
import { useT } from '../ui/i18n.tsx';
import { keep, readKept } from '../ui/preferences.ts';
import { OutlineHost, type OutlinePort } from './outline-host.ts';
import { between, type OpenPart, runOutlineKey } from './outline-keys.ts';
import type { WordsEnv } from './outline-words.ts';
import { useLinkedElement } from './finding/linked-element.tsx';
import { useJudged } from './rounds/use-judged.ts';
import { useCommentCounts } from './comments/use-comments.ts';
import type { CommentOn, Lock } from './selection-actions.ts';
import { useOutlineActions } from './use-outline-actions.ts';
import { useOutlineFocus } from './use-outline-focus.ts';
import { useTableLines, useTreeLines } from './use-outline-lines.ts';

/** What the outline needs of whoever shows it. */
export interface OutlineSource extends OutlinePort {
  session: BoardSession;
  /** Name of a participant; undefined when nobody may know it. */
  nameOf(participantId: string): string | undefined;
  /** Locking is a command of the server, for facilitators. */
  onLock?: Lock;
  comments: BoardComments;
  /** Opens the field for a comment; left out where there is no server to write it. */
  onComment?: CommentOn;
  /** Grows each time somebody asks for the filter of the table. */
  wantsFilter?: number;
  /** Shows an element on the canvas; left out where there is none. */
  onShow?(id: string): void;
  /** It stands in the place of the canvas, and links to elements lead to its lines. */
  followsLinks?: boolean;
}

/** The two ways to read the board here. */
export const VIEWS = ['tree', 'table'] as const;
export type OutlineViewName = (typeof VIEWS)[number];

const VIEW_KEY = 'talkoot.outlineView';

export type OutlineState = ReturnType<typeof useOutline>;

/** The outline's state and what people do in it, whichever view shows it. */
export function useOutline(source: OutlineSource) {
  const { session, onShow } = source;
  const { model } = session;
  const t = useT();
  const { nameOf } = source;
  const said = useCommentCounts(source.comments);
  const judged = useJudged(session);
  const env: WordsEnv = useMemo(() => ({ model, t, nameOf, said, judged }), [model, t, nameOf, said, judged]);
  const [view, setView] = useState<OutlineViewName>(() => (readKept(VIEW_KEY) === 'table' ? 'table' : 'tree'));
  const [asked, setAsked] = useState(0);
  if (source.wantsFilter !== undefined && source.wantsFilter !== asked) {
    setAsked(source.wantsFilter);
    setView('table');
  }
  const [choosing, setChoosing] = useState(false);
  const [open, setOpen] = useState<OpenPart | null>(null);
  const anchor = useRef<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const host = useHost(source, section);
  const tree = useTreeLines(model, view === 'tree');
  const table = useTableLines(env, view === 'table');
  const ids = view === 'tree' ? tree.ids : table.ids;
  const focus = useOutlineFocus(host, ids, choosing);
  const facilitates = isFacilitating(session.me().role);
  const actions = useOutlineActions({
    host,
    env,
    focus,
    open: tree.open,
    page: {
      ...(facilitates && source.onLock ? { onLock: source.onLock } : {}),
      ...(source.onComment ? { onComment: source.onComment } : {}),
      onProperties: () => setOpen({ dialog: 'properties' }),
    },
  });
  useAsked(host, setOpen);
  useLinkedElement(
    session,
    source.followsLinks
      ? {
          show: (id) => {
            tree.reveal(id);
            if (view === 'table') table.setFilter('');
            focus.to(id);
          },
        }
      : null,
  );
  const step = (key: string) =>
    view === 'tree' ? tree.step(focus.active, key) : table.step(focus.active, focus.column, key);
  const onKey = (event: KeyboardEvent): void => {
    if (host.editing || !(event.target instanceof HTMLElement) || event.target.dataset.line === undefined) return;
    const target = { host, actions, focus, ids, anchor, step, toggle: tree.toggle, toHead, open: setOpen, onShow };
    if (runOutlineKey(target, event)) event.preventDefault();
  };
  const toHead = (column: number): void =>
    focus.root.current?.querySelector<HTMLElement>(`[data-head="${column}"]`)?.focus();
  /** What was open goes; the line it was about is read on, unless its words were opened. */
  const close = (): void => {
    setOpen(null);
    if (host.editing === null) focus.to(focus.active, { keep: true });
  };
  const show = (next: OutlineViewName): void => {
    keep(VIEW_KEY, next);
    setView(next);
  };
  return {
    host,
    env,
    section,
    view,
    show,
    tree,
    table,
    ids,
    focus,
    actions,
    choosing,
    setChoosing,
    open,
    setOpen,
    close,
    onKey,
    onShow,
    onLock: source.onLock,
    wantsFilter: source.wantsFilter ?? 0,
    press: presser(host, focus, anchor, ids, choosing),
  };
}

/** One host as long as the session is; it needs nothing of React but to say when it changed. */
function useHost(source: OutlineSource, section: { current: HTMLElement | null }): OutlineHost {
  const latest = useRef(source);
  useLayoutEffect(() => {
    latest.current = source;
  });
  const { session } = source;
  const host = useMemo(
    () =>
      new OutlineHost(
        session,
        () => latest.current,
        () => isLine(section.current, document.activeElement),
      ),
    [session, section],
  );
  useEffect(() => host.start(document), [host]);
  useSyncExternalStore(
    (listener) => host.subscribe(listener),
    () => host.version,
  );
  return host;
}

/** Is the focus on a line? Events of the clipboard do not say where they are meant for. */
function isLine(section: HTMLElement | null, focused: Element | null): boolean {
  return focused instanceof HTMLElement && focused.dataset.line !== undefined && section?.contains(focused) === true;
}

/** A new element that wants words of its own, as an image does, asks for them. */
function useAsked(host: OutlineHost, setOpen: (part: OpenPart) => void): void {
  const { asking } = host;
  useEffect(() => {
    if (asking === null) return;
    const asked = host.typeOf(asking)?.controls.find((control) => control.type === 'line' && control.asked);
    host.asking = null;
    host.selection.set([asking]);
    if (asked) setOpen({ dialog: `line ${asked.field}` });
  }, [asking, host, setOpen]);
}

interface Press {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** A press on a line selects it; with Ctrl, or while several are chosen, it too; with Shift all between. */
function presser(
  host: OutlineHost,
  focus: ReturnType<typeof useOutlineFocus>,
  anchor: { current: string | null },
  ids: readonly string[],
  choosing: boolean,
) {
  return {
    /** Before the focus comes. */
    down: ({ shiftKey, ctrlKey, metaKey }: Press): void => {
      focus.keepDuring(shiftKey || ctrlKey || metaKey || choosing);
    },
    done: (id: string, { shiftKey, ctrlKey, metaKey }: Press): void => {
      focus.keepDuring(false);
      if (shiftKey) {
        host.selection.set(between(ids, anchor.current ?? id, id));
        return;
      }
      if (ctrlKey || metaKey || choosing) host.selection.toggle(id);
      else host.selection.set([id]);
      anchor.current = id;
    },
  };
}
