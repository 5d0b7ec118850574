import type { Align, Box, ElementData, Primitive } from '@talkoot/board';
import type { FrameRepeat, FrameVisibility } from './model.ts';

/** A small drawing in a square with sides of 1, whose corner is at 0,0. */
type Glyph = (put: Put) => Primitive[];

/** From the glyph's square to the frame. */
interface Put {
  x(x: number): number;
  y(y: number): number;
  length(length: number): number;
}

const LINE = 0.08;
const GAP = 0.2;
const MIN_SCALE = 0.1;

/** Two sheets, one behind the other: this frame is copied. */
const sheets: Glyph = (put) => [
  stroked(put, [
    ['M', 0.4, 0.2],
    ['L', 0.4, 0.06],
    ['L', 0.94, 0.06],
    ['L', 0.94, 0.74],
    ['L', 0.74, 0.74],
  ]),
  stroked(put, [['M', 0.06, 0.28], ['L', 0.64, 0.28], ['L', 0.64, 0.96], ['L', 0.06, 0.96], ['Z']]),
];

function person(put: Put, middle: number): Primitive[] {
  const [cx, cy, radius] = [put.x(middle), put.y(0.26), put.length(0.18)];
  return [
    { type: 'ellipse', cx, cy, rx: radius, ry: radius, ...line(put) },
    stroked(put, [
      ['M', middle - 0.3, 0.95],
      ['Q', middle - 0.3, 0.58, middle, 0.58],
      ['Q', middle + 0.3, 0.58, middle + 0.3, 0.95],
      ['Z'],
    ]),
  ];
}

/** An eye, crossed out. */
const unseen: Glyph = (put) => [
  stroked(put, [['M', 0.02, 0.5], ['Q', 0.5, 0, 0.98, 0.5], ['Q', 0.5, 1, 0.02, 0.5], ['Z']]),
  {
    type: 'ellipse',
    cx: put.x(0.5),
    cy: put.y(0.5),
    rx: put.length(0.12),
    ry: put.length(0.12),
    ...line(put),
  },
  stroked(put, [
    ['M', 0.14, 0.92],
    ['L', 0.86, 0.08],
  ]),
];

/** Who gets a copy; several people stand closer than the width of one. */
const COPIES: Record<FrameRepeat, readonly { glyph: Glyph; width: number }[]> = {
  participant: [
    { glyph: sheets, width: 1 },
    { glyph: (put) => person(put, 0.35), width: 0.7 },
  ],
  group: [
    { glyph: sheets, width: 1 },
    { glyph: (put) => [...person(put, 0.35), ...person(put, 1.05)], width: 1.4 },
  ],
};

const SEEN: Record<FrameVisibility, { glyph: Glyph; width: number }> = {
  'author-only': { glyph: unseen, width: 1 },
};

function line(put: Put): Pick<Extract<Primitive, { type: 'path' }>, 'stroke' | 'strokeWidth' | 'minScale'> {
  return { stroke: 'ink.soft', strokeWidth: put.length(LINE), minScale: MIN_SCALE };
}

function stroked(put: Put, commands: readonly (readonly [string, ...number[]])[]): Primitive {
  const d = commands
    .map(([letter, ...at]) => letter + at.map((value, axis) => round(axis % 2 ? put.y(value) : put.x(value))).join(' '))
    .join('');
  return { type: 'path', d, round: true, ...line(put) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** For whom the frame is copied; null when it is one for everybody. Older boards say nothing of it. */
export function repeatOf({ fields }: ElementData): FrameRepeat | null {
  return (fields.repeat as FrameRepeat | null | undefined) ?? null;
}

/** Who sees the notes in the frame; null when everybody does. */
export function visibilityOf({ fields }: ElementData): FrameVisibility | null {
  return (fields.visibility as FrameVisibility | null | undefined) ?? null;
}

function glyphsOf(element: ElementData): readonly { glyph: Glyph; width: number }[] {
  const [repeat, visibility] = [repeatOf(element), visibilityOf(element)];
  return [...(repeat ? COPIES[repeat] : []), ...(visibility ? [SEEN[visibility]] : [])];
}

/** How much of the title's line the signs of a frame take; 0 when it has none. */
export function marksWidth(element: ElementData, size: number): number {
  const glyphs = glyphsOf(element);
  if (glyphs.length === 0) return 0;
  return glyphs.reduce((sum, { width }) => sum + width * size, (glyphs.length - 1) * GAP * size);
}

/** Signs that a frame is copied, or shows everybody only their own: at the end of its title, or above a centred one. */
export function marksOf(element: ElementData, title: Box & { align: Align }, size: number): Primitive[] {
  const width = marksWidth(element, size);
  const centred = title.align === 'center';
  let left = centred ? title.x + (title.width - width) / 2 : title.x + title.width - width;
  const top = centred ? Math.max(2, title.y - size * 1.15) : title.y + size * 0.1;
  return glyphsOf(element).flatMap((mark) => {
    const from = left;
    left += (mark.width + GAP) * size;
    return mark.glyph({ x: (x) => from + x * size, y: (y) => top + y * size, length: (length) => length * size });
  });
}
