import { FONT_METRICS } from './metrics.gen.ts';

/** Weight and slant of a piece of words. */
export interface FontStyle {
  bold: boolean;
  italic: boolean;
}

/** Family name as CSS and canvas use it. */
export const FONT_FAMILY = 'Atkinson Hyperlegible';
/** Height of the letters above and below the line, as parts of the font size. */
export const FONT_ASCENT = FONT_METRICS.ascent / 1000;
export const FONT_DESCENT = FONT_METRICS.descent / 1000;

/** Letters up to here have their width in an array; the few beyond in a map. */
const DENSE = 0x300;
const UNKNOWN = 600;
const WIDE = 1000;
const EMOJI = 1250;

interface WidthTable {
  dense: Float64Array;
  sparse: Map<number, number>;
}

function tableOf(widths: readonly number[]): WidthTable {
  const table: WidthTable = { dense: new Float64Array(DENSE), sparse: new Map() };
  FONT_METRICS.codes.forEach((code, at) => {
    const width = widths[at] ?? UNKNOWN;
    if (code < DENSE) table.dense[code] = width;
    else table.sparse.set(code, width);
  });
  return table;
}

const TABLES: readonly WidthTable[] = [
  tableOf(FONT_METRICS.regular),
  tableOf(FONT_METRICS.bold),
  tableOf(FONT_METRICS.italic),
  tableOf(FONT_METRICS.boldItalic),
];

const EXTENDED: ReadonlySet<number> = new Set(FONT_METRICS.extended);

/** The subset of the shipped font that has a letter; null for a letter that is drawn with whatever font there is. */
export function shippedSubset(code: number): 'latin' | 'latin-ext' | null {
  if (EXTENDED.has(code)) return 'latin-ext';
  const [{ dense, sparse }] = TABLES as [WidthTable];
  return (code < DENSE ? dense[code] : sparse.get(code)) ? 'latin' : null;
}

/** Marks and joiners that stand on the letter before them. */
function takesNoRoom(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x200d ||
    code === 0x200b ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff)
  );
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

function isEmoji(code: number): boolean {
  return (
    (code >= 0x1f000 && code <= 0x1faff) || (code >= 0x2600 && code <= 0x27bf) || (code >= 0x2b00 && code <= 0x2bff)
  );
}

/** Marks and joiners draw nothing themselves, whatever the font. */
function isIgnorable(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

/** A letter the font does not have: measured as a cell where nobody knows which font will draw it. */
function cellWidth(code: number): number {
  if (takesNoRoom(code) || isIgnorable(code)) return 0;
  if (isEmoji(code)) return EMOJI;
  return isWide(code) ? WIDE : UNKNOWN;
}

/** Width of one code point in thousandths of the font size. */
export function advanceOf(code: number, style: FontStyle): number {
  const table = TABLES[(style.bold ? 1 : 0) + (style.italic ? 2 : 0)] as WidthTable;
  const known = code < DENSE ? table.dense[code] : table.sparse.get(code);
  return known || cellWidth(code);
}

/** Width of letters that the shipped font has not, in thousandths of the font size. */
export type MeasureLetters = (letters: string, style: FontStyle) => number;

/** One emoji is one cell, however many code points join into it. */
function cells(letters: string, style: FontStyle): number {
  let width = 0;
  for (const letter of lettersOf(letters)) {
    let sum = 0;
    for (const point of letter) sum += advanceOf(point.codePointAt(0) as number, style);
    width += EMOJI_LETTER.test(letter) ? Math.min(sum, EMOJI) : sum;
  }
  return width;
}

const EMOJI_LETTER = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What people take for single letters: an emoji of several code points is one. */
export function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

let measureLetters: MeasureLetters = cells;

/**
 * How letters beyond the shipped font are measured from now on. In a browser that is as its own fonts draw them, so
 * that lines break on the canvas as they do in the editor; elsewhere they are cells.
 */
export function measureLettersWith(measure: MeasureLetters): void {
  measureLetters = measure;
}

/** Do the shipped fonts lack this letter? */
function isForeign(code: number): boolean {
  if (code < DENSE) return !TABLES[0]?.dense[code] && code >= SPACE;
  return !TABLES[0]?.sparse.has(code) && !isIgnorable(code);
}

const SPACE = 0x20;

/** Width of words in thousandths of the font size, without kerning (painters switch it off). */
export function unitWidth(text: string, style: FontStyle): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (isForeign(code)) return mixedWidth(text, style);
    if (code > 0xffff) i++;
    width += advanceOf(code, style);
  }
  return width;
}

/** Foreign letters that stand together are measured together: some scripts join them. */
function mixedWidth(text: string, style: FontStyle): number {
  let width = 0;
  let foreign = '';
  const flush = (): void => {
    if (foreign) width += measureLetters(foreign, style);
    foreign = '';
  };
  for (const letter of lettersOf(text)) {
    if (hasForeign(letter)) foreign += letter;
    else {
      flush();
      width += unitWidth(letter, style);
    }
  }
  flush();
  return width;
}

/** Is there anything that the shipped fonts cannot draw? */
export function hasForeign(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (isForeign(code)) return true;
    if (code > 0xffff) i++;
  }
  return false;
}

/** Width of words at a font size. */
export function measureText(text: string, style: FontStyle, fontSize: number): number {
  return (unitWidth(text, style) * fontSize) / 1000;
}
