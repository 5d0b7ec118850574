import type { ColourToken, Palette, Primitive, TextPrimitive } from './drawing.ts';
import type { Size } from './fields.ts';
import type { Box } from './geometry.ts';
import { isLink } from './links.ts';
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
  /** Degrees by which it is turned around the middle of its `size`. */
  rotation?: number;
  size?: Size;
}

/** What a whole SVG file has besides its drawings. */
export interface SvgExtras {
  /** Colour of the ground; without it, the ground is transparent. */
  paper?: ColourToken;
  /** Name of the picture, for screen readers. */
  title?: string;
  language?: string;
  /** A style sheet, as with fonts. */
  style?: string;
  /** Where stored pictures are found. */
  hrefOf?: HrefOf;
}

/** A whole SVG file showing `view` of the board. */
export function svgDocument(
  drawings: readonly PlacedDrawing[],
  view: Box,
  palette: Palette,
  extras: SvgExtras = {},
): string {
  const { x, y, width, height } = view;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: [x, y, width, height].map(num).join(' '),
    width,
    height,
    'xml:lang': extras.language,
    'font-family': `${FONT_FAMILY}, sans-serif`,
    'text-rendering': 'geometricPrecision',
    style: 'font-kerning:none',
  };
  const title = extras.title === undefined ? '' : `<title>${escapeXml(extras.title)}</title>`;
  const style = extras.style === undefined ? '' : `<style>${escapeXml(extras.style)}</style>`;
  const back = extras.paper ? tag('rect', { x, y, width, height, fill: palette(extras.paper) }) : '';
  const body = drawings.map((drawing) => paintPlaced(drawing, palette, extras.hrefOf)).join('');
  return `<svg${attributes(root)}>${title}${style}${back}${body}</svg>`;
}

function paintPlaced(
  { x, y, primitives, rotation = 0, size }: PlacedDrawing,
  palette: Palette,
  hrefOf?: HrefOf,
): string {
  const turn = rotation && size ? ` rotate(${[rotation, size.width / 2, size.height / 2].map(num).join(' ')})` : '';
  const transform = `translate(${num(x)} ${num(y)})${turn}`;
  return `<g${attributes({ transform })}>${paintSvg(primitives, palette, hrefOf)}</g>`;
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

/** Opened beside the picture, and not told where from. */
function linkTo(href: string): Attributes {
  return { href, target: '_blank', rel: 'noopener' };
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
      // Words that run from right to left begin at their right end.
      const from = run.rtl ? { x: x + run.x + run.width, direction: 'rtl' } : { x: x + run.x };
      const place = { ...from, y: y + line.baseline, fill, ...fontOf(run, layout.fontSize) };
      const words = `<text${attributes(place)} xml:space="preserve">${escapeXml(run.text)}</text>`;
      parts.push(run.link && isLink(run.link) ? `<a${attributes(linkTo(run.link))}>${words}</a>` : words);
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
