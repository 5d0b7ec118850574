import { type Direction, directionOf } from './bidi.ts';
import type { TextRun } from './element.ts';
import { breaksIn, type MayBreak } from './line-breaks.ts';
import { advanceOf, type FontStyle, unitWidth } from './text-metrics.ts';

/** How a piece of words looks. */
export interface PieceStyle extends FontStyle {
  strike: boolean;
  link: string | null;
}

/** Letters of one style that stand together; widths in thousandths of the font size. */
export interface Part {
  text: string;
  style: PieceStyle;
  /** Of a tab, what a space is wide: it reaches to the next stop. */
  width: number;
  /** Odd: it runs from right to left (UAX 9). */
  level: number;
}

/** What is not broken over lines, with the spaces after it, which may hang over the edge. */
export interface Word {
  parts: Part[];
  width: number;
  spaces: Part[];
  spaceWidth: number;
  /** The hyphen that shows when the line ends here, at a soft hyphen. */
  hyphen: Part | null;
  /** There are tabs among its spaces: their width depends on where they stand. */
  tabs: boolean;
}

/** One paragraph; `marker` is what a list puts before it. */
export interface Paragraph {
  words: Word[];
  marker: string | null;
  /** It begins at the right. */
  rtl: boolean;
  bold: boolean;
}

const SPACE = 0x20;
const TAB = 0x09;
const SOFT_HYPHEN = 0xad;
const PLAIN: PieceStyle = { bold: false, italic: false, strike: false, link: null };

/** A tab reaches to the next of such columns, spaces wide; the editor's style sheet says the same. */
export const TAB_COLUMN = 4;

/** Cuts runs into paragraphs and words and measures each once, whatever size they are set in later. */
export function shapeText(runs: readonly TextRun[], bold = false): Paragraph[] {
  const shaper = new Shaper(bold);
  for (const run of runs) shaper.add(run);
  return shaper.finish();
}

/** A word that has nothing yet. */
export function newWord(): Word {
  return { parts: [], width: 0, spaces: [], spaceWidth: 0, hyphen: null, tabs: false };
}

class Shaper {
  readonly #bold: boolean;
  readonly #paragraphs: Paragraph[] = [];
  #pieces: { text: string; style: PieceStyle }[] = [];
  #ordered = 0;

  constructor(bold: boolean) {
    this.#bold = bold;
  }

  add(run: TextRun): void {
    const style = this.#styleOf(run.attributes);
    const lines = run.insert.split('\n');
    lines.forEach((text, at) => {
      if (text) this.#pieces.push({ text, style });
      // Quill keeps a paragraph's list on the line break that ends it.
      if (at < lines.length - 1) this.#endParagraph(run.attributes?.list);
    });
  }

  #styleOf(attributes: Record<string, unknown> | undefined): PieceStyle {
    return {
      bold: this.#bold || attributes?.bold === true,
      italic: attributes?.italic === true,
      strike: attributes?.strike === true,
      link: typeof attributes?.link === 'string' ? attributes.link : null,
    };
  }

  #endParagraph(list: unknown): void {
    this.#ordered = list === 'ordered' ? this.#ordered + 1 : 0;
    const marker = list === 'ordered' ? `${this.#ordered}.` : typeof list === 'string' ? '•' : null;
    const text = this.#pieces.map((piece) => piece.text).join('');
    const direction = directionOf(text);
    const cutter = new Cutter(breaksIn(text), direction);
    for (const piece of this.#pieces) cutter.add(piece.text, piece.style);
    this.#paragraphs.push({ words: cutter.words, marker, rtl: direction?.rtl ?? false, bold: this.#bold });
    this.#pieces = [];
  }

  /** A last line break ends its paragraph and opens no empty one, as in the editor. */
  finish(): Paragraph[] {
    if (this.#pieces.length > 0) this.#endParagraph(null);
    return this.#paragraphs;
  }
}

/** Cuts one paragraph into words. */
class Cutter {
  readonly words: Word[] = [];
  readonly #mayBreak: MayBreak;
  readonly #direction: Direction | null;
  #word: Word | null = null;
  /** What a soft hyphen right before this letter would show. */
  #hyphen: Part | null = null;
  /** Letters of the paragraph that are in words. */
  #done = 0;

  constructor(mayBreak: MayBreak, direction: Direction | null) {
    this.#mayBreak = mayBreak;
    this.#direction = direction;
  }

  add(text: string, style: PieceStyle): void {
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const softly = code === SOFT_HYPHEN;
      if (i > 0 && !this.#startsAt(text, i)) continue;
      if (i > start) this.#addPart(text.slice(start, i), style, this.#done + start);
      start = i;
      if (this.#breaksBefore(code, this.#done + i)) {
        if (this.#word) this.#word.hyphen = this.#hyphen;
        this.#word = null;
      }
      this.#hyphen = softly ? hyphenOf(style, this.#levelAt(this.#done + i)) : null;
      if (softly) start = i + 1;
    }
    if (start < text.length) this.#addPart(text.slice(start), style, this.#done + start);
    this.#done += text.length;
  }

  /** Does a new part begin at this letter? */
  #startsAt(text: string, i: number): boolean {
    const [before, code] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    if (isSpace(before) !== isSpace(code) || before === TAB || code === TAB) return true;
    if (code === SOFT_HYPHEN || before === SOFT_HYPHEN) return true;
    const at = this.#done + i;
    if (this.#direction && this.#levelAt(at) !== this.#levelAt(at - 1)) return true;
    return !isSpace(code) && this.#mayBreak(at);
  }

  /** May a line begin with this letter, which spaces end before or none? */
  #breaksBefore(code: number, at: number): boolean {
    if (isSpace(code) || !this.#word) return false;
    return this.#word.spaces.length > 0 || (at > 0 && this.#mayBreak(at));
  }

  #levelAt(at: number): number {
    return this.#direction?.levels[at] ?? 0;
  }

  #addPart(text: string, style: PieceStyle, at: number): void {
    if (!this.#word) {
      this.#word = newWord();
      this.words.push(this.#word);
    }
    const word = this.#word;
    const part = { text, style, width: unitWidth(text === '\t' ? ' ' : text, style), level: this.#levelAt(at) };
    if (isSpace(text.charCodeAt(0))) {
      word.spaces.push(part);
      word.spaceWidth += part.width;
      word.tabs ||= text === '\t';
    } else {
      word.parts.push(part);
      word.width += part.width;
    }
  }
}

function hyphenOf(style: PieceStyle, level: number): Part {
  return { text: '-', style, width: unitWidth('-', style), level };
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** How far the next tab stop is from a place on a line; never so near that it would not be seen. */
export function tabWidth(from: number): number {
  const space = advanceOf(SPACE, PLAIN);
  const column = TAB_COLUMN * space;
  const rest = column - (from % column);
  return rest < space / 2 ? rest + column : rest;
}
