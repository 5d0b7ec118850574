import { type LaidRun, type PlacedDrawing, shippedSubset } from '@talkoot/board';

/** A file of the shipped font: letters come in two subsets. */
export interface FontFile {
  bold: boolean;
  italic: boolean;
  subset: 'latin' | 'latin-ext';
}

/** How the file is packed. WOFF2 is smaller; the PDF writer cannot take letters with accents out of it. */
export type FontPacking = 'woff' | 'woff2';

/** Every run of words in drawings. */
export function* runsIn(drawings: readonly PlacedDrawing[]): Generator<LaidRun> {
  for (const { primitives } of drawings) {
    for (const primitive of primitives) {
      if (primitive.type !== 'text') continue;
      for (const line of primitive.layout.lines) yield* line.runs;
    }
  }
}

/** The font files that hold the letters of these words; the wider subset first, since in CSS the last one wins. */
export function fontFilesFor(drawings: readonly PlacedDrawing[]): FontFile[] {
  const files = new Map<string, FontFile>();
  for (const { text, bold, italic } of runsIn(drawings)) {
    for (const letter of text) {
      const subset = shippedSubset(letter.codePointAt(0) as number);
      if (subset) files.set(`${bold} ${italic} ${subset}`, { bold, italic, subset });
    }
  }
  return [...files.values()].sort((a, b) => b.subset.length - a.subset.length);
}
