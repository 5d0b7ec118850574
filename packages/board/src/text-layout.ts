import { inVisualOrder } from './bidi.ts';
import type { TextRun } from './element.ts';
import { FONT_ASCENT, FONT_DESCENT, hasForeign, lettersOf, unitWidth } from './text-metrics.ts';
import { newWord, type Paragraph, type Part, type PieceStyle, shapeText, tabWidth, type Word } from './text-shape.ts';

/** `left` is where words begin: at the right in a paragraph that runs from right to left. */
export type Align = 'left' | 'center' | 'right';

/** How words are set in a box `width` wide. */
export interface TextSetting {
  width: number;
  fontSize: number;
  /** Distance of lines as a part of the font size. */
  lineHeight?: number;
  align?: Align;
  /** All words bold, as in a title. */
  bold?: boolean;
}

/** Letters of one style and direction on one line; `x`, their left end, counts from the box. */
export interface LaidRun extends PieceStyle {
  text: string;
  x: number;
  width: number;
  /** They run from right to left. */
  rtl: boolean;
}

/** One line; `baseline` counts from the top of the box. */
export interface LaidLine {
  baseline: number;
  x: number;
  width: number;
  /** From left to right; a list's mark stands first. */
  runs: LaidRun[];
  /** Its paragraph begins at the right. */
  rtl: boolean;
}

/** Words broken into lines. Board units throughout. */
export interface TextLayout {
  fontSize: number;
  lineHeight: number;
  /** Width of the widest line. */
  width: number;
  height: number;
  lines: LaidLine[];
}

export const LINE_HEIGHT = 1.3;
/** Room before the words of a list, as a part of the font size. */
export const LIST_INDENT = 1.4;

/** Breaks words into lines. */
export function layoutText(runs: readonly TextRun[], setting: TextSetting): TextLayout {
  return setParagraphs(shapeText(runs, setting.bold), setting);
}

/**
 * Sets words in the largest of the sizes between `min` and `max` at which they fit the box without breaking a
 * word; at `min` they may reach below it.
 */
export function fitText(
  runs: readonly TextRun[],
  box: { width: number; height: number },
  sizes: { min: number; max: number },
  setting: Omit<TextSetting, 'width' | 'fontSize'> = {},
): TextLayout {
  const paragraphs = shapeText(runs, setting.bold);
  const lay = (fontSize: number) => setParagraphs(paragraphs, { ...setting, width: box.width, fontSize });
  let low = sizes.min;
  let high = sizes.max;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(paragraphs, box, middle, setting.lineHeight ?? LINE_HEIGHT)) low = middle;
    else high = middle - 1;
  }
  return lay(low);
}

function fits(
  paragraphs: readonly Paragraph[],
  box: { width: number; height: number },
  fontSize: number,
  lineHeight: number,
): boolean {
  const scale = fontSize / 1000;
  let lines = 0;
  for (const paragraph of paragraphs) {
    const room = box.width - (paragraph.marker ? LIST_INDENT * fontSize : 0);
    if (paragraph.words.some((word) => word.width * scale > room)) return false;
    lines += breakLines(paragraph.words, room / scale).length;
  }
  return Math.max(1, lines) * fontSize * lineHeight <= box.height;
}

function setParagraphs(paragraphs: readonly Paragraph[], setting: TextSetting): TextLayout {
  const { fontSize, align = 'left' } = setting;
  const lineHeight = (setting.lineHeight ?? LINE_HEIGHT) * fontSize;
  const scale = fontSize / 1000;
  const rise = baselineIn(lineHeight, fontSize);
  const lines: LaidLine[] = [];
  for (const paragraph of paragraphs) {
    const indent = paragraph.marker ? LIST_INDENT * fontSize : 0;
    const room = Math.max(1, setting.width - indent);
    // A list stands at its marks, wherever the other words are set.
    const side = paragraph.marker ? 'left' : align;
    breakLines(paragraph.words, room / scale).forEach((words, at, all) => {
      const last = at === all.length - 1;
      const line = setLine(words, { room, scale, align: side, rtl: paragraph.rtl, last });
      if (!paragraph.rtl) shiftBy(line, indent);
      line.baseline = lines.length * lineHeight + rise;
      if (at === 0 && paragraph.marker) line.runs.unshift(markerRun(paragraph, setting.width, scale));
      lines.push(line);
    });
  }
  const width = lines.reduce((most, line) => Math.max(most, line.x + line.width), 0);
  return { fontSize, lineHeight, width, height: Math.max(1, lines.length) * lineHeight, lines };
}

/** Distance of the baseline from the top of its line: letters in the middle, their heights in whole units. */
export function baselineIn(lineHeight: number, fontSize: number): number {
  const ascent = Math.round(FONT_ASCENT * fontSize);
  return (lineHeight - ascent - Math.round(FONT_DESCENT * fontSize)) / 2 + ascent;
}

/** Greedy: as many words on a line as it holds; a word wider than a line is broken between letters. */
function breakLines(words: readonly Word[], room: number): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    let line = lines[lines.length - 1] as Word[];
    while (line.length > 0 && used + word.width > room + SLACK) {
      line = withoutUnhyphened(line, used, room);
      lines.push(line);
      used = line.reduce((sum, { width }) => sum + width, 0);
    }
    if (used + word.width <= room + SLACK) {
      line.push(word);
      used = endOf(word, used);
      continue;
    }
    const pieces = breakWord(word, room);
    pieces.forEach((piece, at) => {
      if (at === 0) line.push(piece);
      else lines.push([piece]);
    });
    used = endOf(pieces[pieces.length - 1] as Word, 0);
  }
  return lines;
}

const SLACK = 0.01;

/** A line cannot end at a soft hyphen for which it has no room: what stands before that goes to the next line. */
function withoutUnhyphened(line: Word[], used: number, room: number): Word[] {
  let from = line.length;
  let width = used;
  for (; from > 1; from--) {
    const last = line[from - 1] as Word;
    if (!last.hyphen || last.spaces.length > 0 || width + last.hyphen.width <= room + SLACK) break;
    width -= last.width;
  }
  return line.splice(from);
}

/** Where the next word begins after this one, which begins at `from`. */
function endOf(word: Word, from: number): number {
  if (!word.tabs) return from + word.width + word.spaceWidth;
  return word.spaces.reduce((at, space) => at + spaceAt(space, at), from + word.width);
}

function spaceAt(space: Part, at: number): number {
  return space.text === '\t' ? tabWidth(at) : space.width;
}

function breakWord(word: Word, room: number): Word[] {
  const pieces: Word[] = [newWord()];
  for (const part of word.parts) {
    const joins = hasForeign(part.text);
    let text = '';
    let width = 0;
    const flush = () => {
      if (text) (pieces[pieces.length - 1] as Word).parts.push({ ...part, text, width });
      text = '';
      width = 0;
    };
    for (const letter of joins ? lettersOf(part.text) : part.text) {
      const piece = pieces[pieces.length - 1] as Word;
      // Scripts that join their letters make them narrower together.
      const advance = joins ? unitWidth(text + letter, part.style) - width : unitWidth(letter, part.style);
      if (piece.width > 0 && piece.width + advance > room) {
        flush();
        pieces.push(newWord());
      }
      const own = text === '' && joins ? unitWidth(letter, part.style) : advance;
      (pieces[pieces.length - 1] as Word).width += own;
      text += letter;
      width += own;
    }
    flush();
  }
  const { spaces, spaceWidth, hyphen, tabs } = word;
  Object.assign(pieces[pieces.length - 1] as Word, { spaces, spaceWidth, hyphen, tabs });
  return pieces;
}

interface LineSetting {
  room: number;
  scale: number;
  align: Align;
  rtl: boolean;
  /** The last of its paragraph. */
  last: boolean;
}

function setLine(words: readonly Word[], { room, scale, align, rtl, last }: LineSetting): LaidLine {
  const parts = partsOf(words);
  const turns = rtl || parts.some(({ level }) => level > 0);
  const runs: LaidRun[] = [];
  let x = 0;
  for (const part of turns ? inVisualOrder(joined(parts)) : parts) {
    if (part.text !== '\t') addPart(runs, part, x * scale, scale);
    x += part.width;
  }
  const width = x * scale;
  const start = rtl ? room - width : 0;
  // Spaces after the last word of a paragraph count as far as they fit; where a line is broken they hang.
  const hanging = last ? (words.at(-1)?.spaceWidth ?? 0) * scale : 0;
  const free = Math.max(Math.min(0, room - width), room - width - hanging);
  const line: LaidLine = { baseline: 0, x: 0, width, runs, rtl };
  shiftBy(line, align === 'left' ? start : align === 'center' ? Math.max(0, free / 2) || start : free);
  return line;
}

/** The parts of a line; spaces at its end hang over the edge, and tabs have found their width. */
function partsOf(words: readonly Word[]): Part[] {
  const parts: Part[] = [];
  let x = 0;
  words.forEach((word, at) => {
    parts.push(...word.parts);
    x += word.width;
    const last = at === words.length - 1;
    if (last || (word.hyphen && word.spaces.length === 0)) return;
    for (const space of word.spaces) {
      const width = spaceAt(space, x);
      parts.push(space.text === '\t' ? { ...space, width } : space);
      x += width;
    }
  });
  const last = words[words.length - 1];
  return last?.hyphen && last.spaces.length === 0 ? [...parts, last.hyphen] : parts;
}

/** Neighbours of one style and level as one part, so that letters which join do so. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    const alike = last && last.level === part.level && sameStyle(last.style, part.style);
    if (!alike || part.text === '\t' || last.text === '\t') result.push(part);
    else result[result.length - 1] = { ...last, text: last.text + part.text, width: last.width + part.width };
  }
  return result;
}

function shiftBy(line: LaidLine, shift: number): void {
  line.x += shift;
  for (const run of line.runs) run.x += shift;
}

function addPart(runs: LaidRun[], part: Part, x: number, scale: number): void {
  const last = runs[runs.length - 1];
  const rtl = part.level % 2 === 1;
  const goesOn = last && Math.abs(last.x + last.width - x) < 1e-6;
  if (goesOn && !rtl && !last.rtl && sameStyle(last, part.style)) {
    last.text += part.text;
    last.width += part.width * scale;
    return;
  }
  runs.push({ text: part.text, x, width: part.width * scale, rtl, ...part.style });
}

function sameStyle(a: PieceStyle, b: PieceStyle): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.link === b.link;
}

function markerRun({ marker, bold, rtl }: Paragraph, across: number, scale: number): LaidRun {
  const text = marker ?? '';
  const style: PieceStyle = { bold, italic: false, strike: false, link: null };
  const width = unitWidth(text, style) * scale;
  return { text, x: rtl ? across - width : 0, width, rtl: false, ...style };
}
