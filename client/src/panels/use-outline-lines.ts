import { type BoardModel, framesAround, readingOrder } from '@talkoot/board';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLanguage } from '../ui/i18n.tsx';
import type { Movement } from './outline-keys.ts';
import { isMore, type MoreRow, type OutlineRow, PAGE, rowsOf, stepFrom } from './outline-rows.ts';
import {
  type Column,
  filtered,
  nextSorting,
  type Sorting,
  sorted,
  stepInTable,
  tableRows,
} from './outline-table-rows.ts';
import type { WordsEnv } from './outline-words.ts';
import { useModelVersion } from './use-model.ts';

/** More elements than this, and frames begin closed. */
const CLOSED_FROM = 400;

/** The lines of the tree that are to be seen, and which frames are open; none while it is not shown. */
export function useTreeLines(model: BoardModel, shownNow: boolean) {
  const version = useModelVersion(model);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(
    () => new Set(model.size > CLOSED_FROM ? model.containers() : []),
  );
  const [shown, setShown] = useState<ReadonlyMap<string | null, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const rows = useMemo(
    () => (shownNow ? rowsOf(readingOrder(model), model, { collapsed, shown }) : []),
    [model, version, collapsed, shown, shownNow],
  );
  const list = rows.filter((row): row is OutlineRow => !isMore(row));
  const toggle = (id: string): void => setCollapsed(toggled(collapsed, id, !collapsed.has(id)));
  const open = (frame: string | null): void => setCollapsed(toggled(collapsed, frame, false));
  /** Opens every frame in which an element stands, and the pages before it. */
  const reveal = (id: string): void => {
    const place = model.placeOf(id);
    const around = place ? framesAround(place, model.places) : [];
    setCollapsed(new Set([...collapsed].filter((frame) => !around.includes(frame))));
    setShown(new Map([...shown, ...[...around, null].map((frame) => [frame, model.size] as const)]));
  };
  const showMore = ({ frame, more }: MoreRow): void => {
    setShown(new Map(shown).set(frame, (shown.get(frame) ?? PAGE) + Math.min(more, PAGE)));
  };
  const step = (id: string | null, key: string): Movement => stepFrom(list, id, key);
  return { rows, ids: list.map(({ element }) => element.id), toggle, open, reveal, showMore, step };
}

function toggled(set: ReadonlySet<string>, id: string | null, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (id !== null && on) next.add(id);
  else if (id !== null) next.delete(id);
  return next;
}

/** The lines of the table, filtered, sorted and by pages; none while it is not shown. */
export function useTableLines(env: WordsEnv, shownNow: boolean) {
  const { model } = env;
  const [language] = useLanguage();
  const version = useModelVersion(model);
  const [sorting, setSorting] = useState<Sorting>(null);
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState(PAGE);
  const looked = useDeferredValue(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model changes inside; its version tells
  const every = useMemo(() => (shownNow ? tableRows(readingOrder(model), env) : []), [model, version, env, shownNow]);
  const hits = useMemo(() => sorted(filtered(every, looked), sorting, language), [every, looked, sorting, language]);
  const rows = hits.slice(0, shown);
  const ids = rows.map(({ element }) => element.id);
  const sortBy = (column: Column): Sorting => {
    const next = nextSorting(sorting, column);
    setSorting(next);
    return next;
  };
  return {
    rows,
    ids,
    /** Lines after the filter, shown or not. */
    total: hits.length,
    sorting,
    sortBy,
    filter,
    setFilter: (words: string): void => {
      setFilter(words);
      setShown(PAGE);
    },
    showMore: (): void => setShown(shown + PAGE),
    step: (id: string | null, column: number, key: string): Movement => stepInTable(ids, id, column, key),
  };
}
