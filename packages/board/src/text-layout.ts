import type { TextRun } from './element.ts';
import { FONT_ASCENT, FONT_DESCENT } from './text-metrics.ts';
import { type Paragraph, type Part, type PieceStyle, shapeText, unitWidth, type Word } from './text-shape.ts';

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

/** Letters of one style on one line; `x` counts from the box. */
export interface LaidRun extends PieceStyle {
  text: string;
  x: number;
  width: number;
}

/** One line; `baseline` counts from the top of the box. */
export interface LaidLine {
  baseline: number;
  x: number;
  width: number;
  runs: LaidRun[];
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
    breakLines(paragraph.words, room / scale).forEach((words, at) => {
      const line = setLine(words, indent, room, scale, align);
      line.baseline = lines.length * lineHeight + rise;
      if (at === 0 && paragraph.marker) line.runs.unshift(markerRun(paragraph, line.x - indent, scale));
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
    if (line.length > 0 && used + word.width > room + 0.01) {
      line = [];
      lines.push(line);
      used = 0;
    }
    if (word.width <= room + 0.01) {
      line.push(word);
      used += word.width + word.spaceWidth;
      continue;
    }
    const pieces = breakWord(word, room);
    pieces.forEach((piece, at) => {
      if (at === 0) line.push(piece);
      else lines.push([piece]);
    });
    const last = pieces[pieces.length - 1] as Word;
    used = last.width + last.spaceWidth;
  }
  return lines;
}

function breakWord(word: Word, room: number): Word[] {
  const pieces: Word[] = [{ parts: [], width: 0, spaces: [], spaceWidth: 0 }];
  for (const part of word.parts) {
    let text = '';
    let width = 0;
    const flush = () => {
      if (text) (pieces[pieces.length - 1] as Word).parts.push({ text, style: part.style, width });
      text = '';
      width = 0;
    };
    for (const letter of part.text) {
      const piece = pieces[pieces.length - 1] as Word;
      const advance = unitWidth(letter, part.style);
      if (piece.width > 0 && piece.width + advance > room) {
        flush();
        pieces.push({ parts: [], width: 0, spaces: [], spaceWidth: 0 });
      }
      (pieces[pieces.length - 1] as Word).width += advance;
      text += letter;
      width += advance;
    }
    flush();
  }
  const last = pieces[pieces.length - 1] as Word;
  last.spaces = word.spaces;
  last.spaceWidth = word.spaceWidth;
  return pieces;
}

function setLine(words: readonly Word[], indent: number, room: number, scale: number, align: Align): LaidLine {
  const runs: LaidRun[] = [];
  let x = 0;
  words.forEach((word, at) => {
    const parts = at === words.length - 1 ? word.parts : [...word.parts, ...word.spaces];
    for (const part of parts) {
      addPart(runs, part, x * scale, scale);
      x += part.width;
    }
  });
  const width = x * scale;
  const shift = indent + (align === 'left' ? 0 : (room - width) * (align === 'center' ? 0.5 : 1));
  for (const run of runs) run.x += shift;
  return { baseline: 0, x: shift, width, runs };
}

function addPart(runs: LaidRun[], part: Part, x: number, scale: number): void {
  const last = runs[runs.length - 1];
  if (last && sameStyle(last, part.style)) {
    last.text += part.text;
    last.width += part.width * scale;
    return;
  }
  runs.push({ text: part.text, x, width: part.width * scale, ...part.style });
}

function sameStyle(a: PieceStyle, b: PieceStyle): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.link === b.link;
}

function markerRun(paragraph: Paragraph, x: number, scale: number): LaidRun {
  const text = paragraph.marker ?? '';
  const style: PieceStyle = { bold: false, italic: false, strike: false, link: null };
  return { text, x, width: unitWidth(text, style) * scale, ...style };
}
