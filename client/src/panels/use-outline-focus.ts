import type { BoardModel } from '@talkoot/board';
import { type RefObject, useEffect, useReducer, useRef, useState } from 'react';
import type { OutlineHost } from './outline-host.ts';

export interface OutlineFocus {
  root: RefObject<HTMLDivElement | null>;
  /** The line that is in the tab order. */
  active: string | null;
  /** The column of the table whose cell is; the tree has none. */
  column: number;
  /** The focus came to a line by itself: by Tab, or a press. */
  at(id: string, column?: number): void;
  /** Moves the focus to a line; `keep`: what is selected stays so. */
  to(id: string | null, options?: { keep?: boolean; column?: number }): void;
  /** A press with Ctrl or Shift begins, or is over: the focus that comes with it leaves the selection as it is. */
  keepDuring(pressed: boolean): void;
}

/** One line is in the tab order, the focus follows it, and what is selected follows the focus. */
export function useOutlineFocus(host: OutlineHost, ids: readonly string[], choosing: boolean): OutlineFocus {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ id: string; column: number } | null>(null);
  const keeping = useRef(false);
  const last = useRef({ index: 0, focused: false });
  const [focused, setFocused] = useState<string | null>(null);
  const [column, setColumn] = useState(0);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const neighbour = ids[Math.min(last.current.index, ids.length - 1)] ?? null;
  const active = focused !== null && ids.includes(focused) ? focused : neighbour;
  host.active = active;
  const to: OutlineFocus['to'] = (id, options) => {
    const next = options?.column ?? column;
    keeping.current = options?.keep ?? false;
    wanted.current = id === null ? null : { id, column: next };
    setFocused(id);
    setColumn(next);
    // The same line again may have lost the focus.
    draw();
  };
  useEffect(() => {
    // What was read is gone: the line that took its place is read on.
    if (wanted.current && !host.model.get(wanted.current.id) && active) wanted.current = { id: active, column };
    else if (isLost(last.current.focused, focused, host.model) && active) wanted.current = { id: active, column };
    if (active) last.current.index = ids.indexOf(active);
    const target = wanted.current && findLine(root.current, wanted.current);
    if (!target) return;
    wanted.current = null;
    target.focus();
    keeping.current = false;
  });
  useEffect(() => follow(root.current, (inside) => (last.current.focused = inside)), []);
  return {
    root,
    active,
    column,
    at: (id, next = 0) => {
      if (!keeping.current && !choosing && !host.selection.has(id)) host.selection.set([id]);
      keeping.current = false;
      setFocused(id);
      setColumn(next);
    },
    to,
    keepDuring: (pressed) => {
      keeping.current = pressed;
    },
  };
}

/** The focused line was taken away and nothing else has the focus yet. */
function isLost(hadFocus: boolean, focused: string | null, model: BoardModel): boolean {
  return hadFocus && focused !== null && !model.get(focused) && document.activeElement === document.body;
}

function findLine(root: HTMLElement | null, { id, column }: { id: string; column: number }): HTMLElement | null {
  const lines = root?.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? [];
  return [...lines].find(({ dataset }) => dataset.col === undefined || Number(dataset.col) === column) ?? null;
}

function follow(root: HTMLElement | null, tell: (inside: boolean) => void): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  root?.addEventListener('focusin', () => tell(true), options);
  // Without a next one nothing took the focus: the line itself went away, or the window did.
  root?.addEventListener('focusout', (event) => event.relatedTarget && tell(false), options);
  return () => stop.abort();
}
