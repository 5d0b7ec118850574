import type { TextRun } from './element.ts';
import { advanceOf, type FontStyle } from './text-metrics.ts';

/** How a piece of words looks. */
export interface PieceStyle extends FontStyle {
  strike: boolean;
  link: string | null;
}

/** Letters of one style that stand together; widths in thousandths of the font size. */
export interface Part {
  text: string;
  style: PieceStyle;
  width: number;
}

/** What is not broken over lines, with the spaces after it, which may hang over the edge. */
export interface Word {
  parts: Part[];
  width: number;
  spaces: Part[];
  spaceWidth: number;
}

/** One paragraph; `marker` is what a list puts before it. */
export interface Paragraph {
  words: Word[];
  marker: string | null;
}

const SPACE = 0x20;
const TAB = 0x09;

/** Cuts runs into paragraphs and words and measures each once, whatever size they are set in later. */
export function shapeText(runs: readonly TextRun[], bold = false): Paragraph[] {
  const shaper = new Shaper(bold);
  for (const run of runs) shaper.add(run);
  return shaper.finish();
}

class Shaper {
  readonly #bold: boolean;
  readonly #paragraphs: Paragraph[] = [];
  #words: Word[] = [];
  #word: Word | null = null;
  #ordered = 0;

  constructor(bold: boolean) {
    this.#bold = bold;
  }

  add(run: TextRun): void {
    const style = this.#styleOf(run.attributes);
    const lines = run.insert.split('\n');
    lines.forEach((line, at) => {
      if (line) this.#addLine(line, style);
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

  #addLine(line: string, style: PieceStyle): void {
    let start = 0;
    let spaces = isSpace(line.charCodeAt(0));
    for (let i = 1; i <= line.length; i++) {
      const code = i < line.length ? line.charCodeAt(i) : -1;
      const cut = code === -1 || isSpace(code) !== spaces || (!spaces && breaksAfter(line, i - 1));
      if (!cut) continue;
      this.#addPart(line.slice(start, i), style, spaces);
      if (!spaces && code !== -1 && !isSpace(code)) this.#word = null;
      start = i;
      spaces = isSpace(code);
    }
  }

  #addPart(text: string, style: PieceStyle, spaces: boolean): void {
    if (!this.#word || (!spaces && this.#word.spaces.length > 0)) {
      this.#word = { parts: [], width: 0, spaces: [], spaceWidth: 0 };
      this.#words.push(this.#word);
    }
    const width = unitWidth(text, style);
    if (spaces) {
      this.#word.spaces.push({ text: text.replaceAll('\t', ' '), style, width });
      this.#word.spaceWidth += width;
    } else {
      this.#word.parts.push({ text, style, width });
      this.#word.width += width;
    }
  }

  #endParagraph(list: unknown): void {
    this.#ordered = list === 'ordered' ? this.#ordered + 1 : 0;
    const marker = list === 'ordered' ? `${this.#ordered}.` : typeof list === 'string' ? '•' : null;
    this.#paragraphs.push({ words: this.#words, marker });
    this.#words = [];
    this.#word = null;
  }

  /** A last line break ends its paragraph and opens no empty one, as in the editor. */
  finish(): Paragraph[] {
    if (this.#words.length > 0) this.#endParagraph(null);
    return this.#paragraphs;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Browsers also break after a hyphen that stands between letters. */
function breaksAfter(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (code !== 0x2d && code !== 0x2013 && code !== 0x2014) return false;
  const next = line.charCodeAt(at + 1);
  return at > 0 && !isSpace(line.charCodeAt(at - 1)) && !(next >= 0x30 && next <= 0x39);
}

/** Width of letters in thousandths of the font size. */
export function unitWidth(text: string, style: FontStyle): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdbff) {
      code = text.codePointAt(i) as number;
      i++;
    }
    width += advanceOf(code === TAB ? SPACE : code, style);
  }
  return width;
}
