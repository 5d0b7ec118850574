import {
  type LaidRun,
  measureText,
  type Palette,
  type PlacedDrawing,
  shippedSubset,
  type TextPrimitive,
} from '@talkoot/board';
import { fontFilesFor, type FontFile } from '../fonts.ts';
import type { Sources } from '../format.ts';
import { bufferOf, inkOf, type Pdf } from './shapes.ts';

type Piece = { text: string; font: string | null };

/** As the metrics by which words were set: no letter moves towards another. */
const PLAIN_SETTING = { kern: false, liga: false, clig: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

/** Registers the font files that the words of these drawings need. */
export async function registerFonts(
  pdf: Pdf,
  drawings: readonly PlacedDrawing[],
  sources: Pick<Sources, 'font'>,
): Promise<void> {
  for (const file of fontFilesFor(drawings))
    pdf.registerFont(fontName(file), bufferOf(await sources.font(file, 'woff')));
}

function fontName({ subset, bold, italic }: FontFile): string {
  return `${subset}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`;
}

const letterGroups = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Words cut where the font file changes; null is for letters that none has. */
export function piecesOf({ text, bold, italic, rtl }: LaidRun): Piece[] {
  // Scripts that run from the right join their letters: they are drawn as a whole.
  if (rtl) return [{ text, font: null }];
  const pieces: Piece[] = [];
  const add = (part: string, font: string | null): void => {
    const last = pieces.at(-1);
    // Letters without a font stay apart, since each is drawn by itself.
    if (last && font !== null && last.font === font) last.text += part;
    else pieces.push({ text: part, font });
  };
  for (const { segment } of letterGroups.segment(text)) {
    const letters = [...segment].map((letter) => ({ letter, subset: shippedSubset(letter.codePointAt(0) as number) }));
    if (letters.some(({ subset }) => subset === null)) add(segment, null);
    else for (const { letter, subset } of letters) add(letter, fontName({ subset: subset ?? 'latin', bold, italic }));
  }
  return pieces;
}

/** What words are painted with. */
export interface WordsPaint {
  palette: Palette;
  sources: Pick<Sources, 'letters'>;
}

/** Paints one run of words with its baseline at `y`; `more`: another line follows, from which a space parts it. */
export async function paintRun(
  pdf: Pdf,
  run: LaidRun,
  at: { x: number; y: number; more: boolean },
  primitive: TextPrimitive,
  { palette, sources }: WordsPaint,
): Promise<void> {
  const size = primitive.layout.fontSize;
  const ink = inkOf(palette(run.link ? (primitive.linkFill ?? primitive.fill) : primitive.fill));
  const pieces = piecesOf(run);
  let x = at.x;
  for (const [index, { text, font }] of pieces.entries()) {
    const space = at.more && index === pieces.length - 1 ? ' ' : '';
    if (font === null) await paintLetters(pdf, text, { x, y: at.y, size, colour: ink.colour }, sources);
    else {
      pdf.font(font, size).fillColor(ink.colour, ink.opacity);
      pdf.text(text + space, x, at.y, { lineBreak: false, baseline: 'alphabetic', features: PLAIN_SETTING });
    }
    x += measureText(text, run, size);
  }
  // Drawn as on the canvas, so that both stand alike.
  if (run.link) pdf.rect(at.x, at.y + size * 0.12, run.width, size / 15).fill(ink.colour);
  if (run.strike) pdf.rect(at.x, at.y - size * 0.27, run.width, size / 15).fill(ink.colour);
}

/** Letters that no shipped font has, such as emoji: a picture of them that reads as what they are. */
async function paintLetters(
  pdf: Pdf,
  text: string,
  at: { x: number; y: number; size: number; colour: string },
  sources: Pick<Sources, 'letters'>,
): Promise<void> {
  const picture = text.trim() === '' ? null : await sources.letters(text, at.size, at.colour);
  if (!picture) return;
  pdf.markContent('Span', { actual: text });
  const { width, height, rise } = picture;
  pdf.image(bufferOf(picture.bytes), at.x, at.y - rise, { width, height });
  pdf.endMarkedContent();
}
