import type { ImagePrimitive, Palette, Primitive, TextPrimitive } from '@talkoot/board';
import type { Sources } from '../format.ts';

/** A document under way. */
export type Pdf = PDFKit.PDFDocument;

/** Primitives but words, which are tagged on their own. */
export type ShapePrimitive = Exclude<Primitive, TextPrimitive>;

interface Ink {
  colour: string;
  opacity: number;
}

/** A colour of CSS as PDF has it: the opacity apart. */
export function inkOf(css: string): Ink {
  const parts = /^rgba?\(([^)]*)\)$/.exec(css)?.[1]?.split(',').map(Number);
  if (!parts) return { colour: css, opacity: 1 };
  const hex = parts.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return { colour: `#${hex.join('')}`, opacity: parts[3] ?? 1 };
}

/** Paints one shape in the coordinates that are in force. */
export async function paintShape(
  pdf: Pdf,
  primitive: ShapePrimitive,
  palette: Palette,
  sources: Pick<Sources, 'picture'>,
): Promise<void> {
  if (primitive.type === 'image') return paintImage(pdf, primitive, sources);
  if (!primitive.fill && !primitive.stroke) return;
  outline(pdf, primitive);
  const fill = primitive.fill && inkOf(palette(primitive.fill));
  const stroke = primitive.stroke && inkOf(palette(primitive.stroke));
  if (fill) pdf.fillColor(fill.colour, fill.opacity);
  if (stroke) {
    pdf.strokeColor(stroke.colour, stroke.opacity).lineWidth(primitive.strokeWidth ?? 1);
    if (primitive.dash?.every((length) => length > 0)) pdf.addContent(`[${primitive.dash.join(' ')}] 0 d`);
    else pdf.undash();
  }
  if (fill && stroke) pdf.addContent('B');
  else pdf.addContent(fill ? 'f' : 'S');
}

function outline(pdf: Pdf, primitive: Exclude<ShapePrimitive, ImagePrimitive>): void {
  switch (primitive.type) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = primitive;
      const round = Math.min(radius, width / 2, height / 2);
      if (round > 0) pdf.roundedRect(x, y, width, height, round);
      else pdf.rect(x, y, width, height);
      return;
    }
    case 'ellipse':
      pdf.ellipse(primitive.cx, primitive.cy, primitive.rx, primitive.ry);
      return;
    case 'path':
      pdf.path(primitive.d);
  }
}

/** A picture that cannot be had, or that is broken, is left out. */
async function paintImage(pdf: Pdf, primitive: ImagePrimitive, sources: Pick<Sources, 'picture'>): Promise<void> {
  const picture = await sources.picture(primitive.image, true);
  if (!picture) return;
  const { x, y, width, height } = primitive;
  pdf.image(bufferOf(picture.bytes), x, y, { width, height });
}

/** Bytes as the writer takes them, in browsers too. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}
