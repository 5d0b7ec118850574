import type { Palette, Primitive, TextPrimitive } from './drawing.ts';
import type { Box } from './geometry.ts';
import type { LaidRun } from './text-layout.ts';
import { FONT_FAMILY } from './text-metrics.ts';

/** Text made safe inside SVG, in content and in quoted attributes. Control characters, which XML forbids, are dropped. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

/** SVG of one drawing, without the `svg` element around it. */
export function paintSvg(primitives: readonly Primitive[], palette: Palette, hrefOf: HrefOf = noImages): string {
  return primitives.map((primitive) => paintOne(primitive, palette, hrefOf)).join('');
}

/** The address of a stored picture, or its bytes as one; undefined leaves the picture out. */
export type HrefOf = (image: string) => string | undefined;

function noImages(): undefined {
  return undefined;
}

/** A drawing put at its place on the board. */
export interface PlacedDrawing {
  x: number;
  y: number;
  primitives: readonly Primitive[];
}

/** A whole SVG file showing `view` of the board. */
export function svgDocument(
  drawings: readonly PlacedDrawing[],
  view: Box,
  palette: Palette,
  paper?: string,
  hrefOf?: HrefOf,
): string {
  const body = drawings
    .map(
      ({ x, y, primitives }) =>
        `<g transform="translate(${num(x)} ${num(y)})">${paintSvg(primitives, palette, hrefOf)}</g>`,
    )
    .join('');
  const back = paper
    ? tag('rect', { x: view.x, y: view.y, width: view.width, height: view.height, fill: palette(paper) })
    : '';
  const frame = `${num(view.x)} ${num(view.y)} ${num(view.width)} ${num(view.height)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame}" width="${num(view.width)}" height="${num(view.height)}" ` +
    `font-family="${FONT_FAMILY}, sans-serif" style="font-kerning:none">${back}${body}</svg>`
  );
}

function paintOne(primitive: Primitive, palette: Palette, hrefOf: HrefOf): string {
  switch (primitive.type) {
    case 'rect': {
      const { x, y, width, height, radius } = primitive;
      return tag('rect', { x, y, width, height, rx: radius, ...paint(primitive, palette) });
    }
    case 'ellipse': {
      const { cx, cy, rx, ry } = primitive;
      return tag('ellipse', { cx, cy, rx, ry, ...paint(primitive, palette) });
    }
    case 'path':
      return tag('path', { d: primitive.d, ...paint(primitive, palette) });
    case 'image': {
      const { x, y, width, height, image, alt } = primitive;
      const href = hrefOf(image);
      if (!href) return '';
      const shown = { x, y, width, height, href, preserveAspectRatio: 'none' };
      return `<image${attributes(shown)} role="img" aria-label="${escapeXml(alt)}"/>`;
    }
    case 'text':
      return paintText(primitive, palette);
  }
}

type Attributes = Record<string, string | number | undefined>;

function paint(primitive: Exclude<Primitive, { type: 'text' | 'image' }>, palette: Palette): Attributes {
  return {
    fill: primitive.fill ? palette(primitive.fill) : 'none',
    stroke: primitive.stroke && palette(primitive.stroke),
    'stroke-width': primitive.stroke ? (primitive.strokeWidth ?? 1) : undefined,
    'stroke-dasharray': primitive.dash?.map(num).join(' '),
    'stroke-linecap': primitive.round ? 'round' : undefined,
    'stroke-linejoin': primitive.round ? 'round' : undefined,
  };
}

function paintText(primitive: TextPrimitive, palette: Palette): string {
  const { layout, x, y } = primitive;
  const parts: string[] = [];
  for (const line of layout.lines) {
    for (const run of line.runs) {
      const fill = palette(run.link ? (primitive.linkFill ?? primitive.fill) : primitive.fill);
      parts.push(
        `<text${attributes({ x: x + run.x, y: y + line.baseline, fill, ...fontOf(run, layout.fontSize) })} xml:space="preserve">` +
          `${escapeXml(run.text)}</text>`,
      );
    }
  }
  return parts.join('');
}

function fontOf(run: LaidRun, size: number): Attributes {
  const lines = [run.link ? 'underline' : '', run.strike ? 'line-through' : ''].filter(Boolean).join(' ');
  return {
    'font-size': size,
    'font-weight': run.bold ? 700 : undefined,
    'font-style': run.italic ? 'italic' : undefined,
    'text-decoration': lines || undefined,
  };
}

function tag(name: string, values: Attributes): string {
  return `<${name}${attributes(values)}/>`;
}

function attributes(values: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    text += ` ${name}="${typeof value === 'number' ? num(value) : escapeXml(value)}"`;
  }
  return text;
}

/** Hundredths of a unit are finer than any paper. */
function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
