import type { BoardElement, ReadingNode } from '@talkoot/board';
import type { Movement } from './outline-keys.ts';
import { matcherOf } from './finding/search.ts';
import {
  frameName,
  kindOf,
  linkWords,
  tagWords,
  type WordsEnv,
  noWordsKey,
  wordsOf,
  joinedBy,
} from './outline-words.ts';

/** The columns of the table, in their order. */
export const COLUMNS = ['words', 'kind', 'frame', 'author', 'tags', 'judged', 'links'] as const;
export type Column = (typeof COLUMNS)[number];

/** How the table is sorted; null: as the board is read. */
export type Sorting = { column: Column; descending: boolean } | null;

/** One line of the table: what stands in each column, empty for nothing. */
export interface TableRow extends Record<Column, string> {
  element: BoardElement;
  /** It has no words of its own. */
  wordless: boolean;
}

/** Every element as a line, in the order in which the board is read. */
export function tableRows(nodes: readonly ReadingNode[], env: WordsEnv): TableRow[] {
  const rows: TableRow[] = [];
  const visit = (siblings: readonly ReadingNode[]): void => {
    for (const { element, children } of siblings) {
      rows.push(rowOf(element, env));
      visit(children);
    }
  };
  visit(nodes);
  return rows;
}

function rowOf(element: BoardElement, env: WordsEnv): TableRow {
  const { model, t } = env;
  const { frame } = element.place;
  const links = linkWords(element, env);
  const words = wordsOf(element, '');
  const instead = joinedBy(model, element) ? (links[0] ?? '') : t(noWordsKey(element));
  return {
    element,
    wordless: words === '',
    words: words || instead,
    kind: kindOf(element, t),
    frame: frame !== null && model.get(frame) ? frameName(model, frame, t) : '',
    author: (element.author && env.nameOf(element.author)) || '',
    tags: tagWords(element),
    judged: (env.judged.get(element.id) ?? []).join('; '),
    links: links.join('; '),
  };
}

/** The lines in which all of these words stand, in whatever columns. */
export function filtered(rows: readonly TableRow[], query: string): readonly TableRow[] {
  if (query.trim() === '') return rows;
  const matches = matcherOf(query);
  return rows.filter((row) => matches(COLUMNS.map((column) => row[column]).join('\n')));
}

/** The lines by a column; what is empty there comes last either way, equals stay as the board is read. */
export function sorted(rows: readonly TableRow[], sorting: Sorting, language: string): readonly TableRow[] {
  if (!sorting) return rows;
  const { column, descending } = sorting;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const way = descending ? -1 : 1;
  const isEmpty = (row: TableRow): boolean => row[column] === '' || (column === 'words' && row.wordless);
  return [...rows].sort((a, b) => {
    if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
    return way * compare(a[column], b[column]);
  });
}

/** What a press on a column's head leads to: up, down, as read. */
export function nextSorting(now: Sorting, column: Column): Sorting {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? null : { column, descending: true };
}

/** Cells of a line: the columns, and the actions after them. */
const CELLS = COLUMNS.length + 1;

/** Where a key leads from a cell: up and down in its column, into the heads above the first line, along its line. */
export function stepInTable(ids: readonly string[], id: string | null, column: number, key: string): Movement {
  const at = id === null ? -1 : ids.indexOf(id);
  const to = (line: number, cell = column): Movement => {
    const next = ids[line];
    return next === undefined ? null : { focus: next, column: Math.max(0, Math.min(CELLS - 1, cell)) };
  };
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return at <= 0 ? { head: Math.min(column, COLUMNS.length - 1) } : to(at - 1);
    case 'ArrowLeft':
      return to(at, column - 1);
    case 'ArrowRight':
      return to(at, column + 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(ids.length - 1);
    default:
      return undefined;
  }
}
