import { isLink, type Point, type TextRun } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import type { Editing } from './actions.ts';
import { type AddResult, type Addition, addElements } from './actions-add.ts';
import { besideSame } from './beside-same.ts';

/** Lines of prose are longer than this; shorter ones are a list of thoughts. */
const LIST_LINE = 160;
const GAP = 20;
/** A list runs down so far, then goes on beside. */
const MOST_ROWS = 10;

const MARK = /^\s*(?:[-*•–‣◦·]|\d{1,3}[.)])\s+/u;

/**
 * What pasted words are: the cells of a sheet, the items of a list, or one thought. A cell of a sheet may hold line
 * breaks in quotes, as spreadsheets write them.
 */
export function notesIn(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  if (plain === '') return [];
  if (plain.includes('\t')) return cellsOf(plain);
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const isList =
    lines.length > 1 && (lines.every((line) => MARK.test(line)) || lines.every(({ length }) => length <= LIST_LINE));
  if (!isList) return [[plain]];
  const items = lines.map((line) => line.replace(MARK, '').trim());
  const rows = Math.min(MOST_ROWS, items.length);
  return Array.from({ length: rows }, (_, row) => items.filter((_, index) => index % rows === row));
}

/** Rows of a sheet as text: tabs between cells, quotes around what holds tabs, line breaks or quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim());
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some(Boolean));
}

/** The words of a note; an address alone, as browsers copy it, is a link where the kind has links. */
function wordsOf(text: string, { text: words }: ElementType): string | TextRun[] {
  return words?.formats.includes('link') && isLink(text) ? [{ insert: text, attributes: { link: text } }] : text;
}

/** Puts rows of words on the board as notes, their middle at a point or a little beside others; empty cells stay empty. */
export function pasteNotes(
  session: Editing,
  rows: readonly (readonly string[])[],
  type: ElementType,
  middle: Point,
): AddResult {
  const { width, height } = type.defaults.size;
  const columns = Math.max(...rows.map(({ length }) => length));
  const [stepX, stepY] = [width + GAP, height + GAP];
  const corner = { x: middle.x - (columns * stepX - GAP) / 2, y: middle.y - (rows.length * stepY - GAP) / 2 };
  const off = besideSame(session.model, { ...corner, width, height });
  const [left, top] = [corner.x + off.x, corner.y + off.y];
  const longest = type.text?.maxLength ?? 0;
  const additions = rows.flatMap((row, down) =>
    row.flatMap((text, right): Addition[] =>
      text
        ? [
            {
              type,
              text: wordsOf(text.slice(0, longest), type),
              at: { x: left + right * stepX, y: top + down * stepY, size: { width, height } },
            },
          ]
        : [],
    ),
  );
  return addElements(session, additions);
}
