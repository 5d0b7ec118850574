import type { Align, Box, Primitive, Size } from '@talkoot/board';
import type { FrameLook } from './model.ts';

const RADIUS = 12;
const LINE = { stroke: 'frame.line', strokeWidth: 1.5 } as const;

interface LookSpec {
  /** What the frame is drawn with. */
  outline(size: Size, fill: string | undefined): Primitive[];
  /** Where the title stands; by default along the top, from the left. */
  title?(size: Size): Box & { align: Align };
  /** How much of its box, around the middle, is there for words and content; by default all. */
  usable?: { across: number; down: number };
}

function rect(size: Size, radius: number, fill: string | undefined, more: object = {}): Primitive {
  return { type: 'rect', x: 0, y: 0, ...size, radius, ...LINE, ...(fill ? { fill } : {}), ...more };
}

function shadow(size: Size): Primitive {
  return { type: 'rect', x: 0, y: 4, ...size, radius: RADIUS, fill: 'shadow.far', minScale: 0.1 };
}

/** Its line stays within the box, however wide. */
function ellipse(size: Size, fill: string | undefined, more: { strokeWidth?: number } = {}): Primitive {
  const [cx, cy] = [size.width / 2, size.height / 2];
  const inset = (more.strokeWidth ?? 0) / 2;
  return { type: 'ellipse', cx, cy, rx: cx - inset, ry: cy - inset, ...LINE, ...(fill ? { fill } : {}), ...more };
}

function path(d: string, fill: string | undefined): Primitive {
  return { type: 'path', d, ...LINE, ...(fill ? { fill } : {}) };
}

/** Round shapes hold their title in the middle of the part near the top. */
function roundTitle(size: Size): Box & { align: Align } {
  const width = size.width * 0.6;
  return { x: (size.width - width) / 2, y: size.height * 0.1, width, height: 0, align: 'center' };
}

/** A stripe along the top or the left edge, its outer corners round as the frame's are. */
function band(d: string): Primitive {
  return { type: 'path', d, fill: 'frame.band' };
}

function topBand({ width, height }: Size): Primitive {
  const r = Math.min(RADIUS, height);
  return band(`M0 ${height}V${r}A${r} ${r} 0 0 1 ${r} 0H${width - r}A${r} ${r} 0 0 1 ${width} ${r}V${height}Z`);
}

/** Narrower than the corners are round: the arcs are cut at its inner edge. */
function leftBand({ width, height }: Size): Primitive {
  const r = RADIUS;
  const cut = r - Math.sqrt(r * r - (r - width) ** 2);
  return band(`M${width} ${cut}A${r} ${r} 0 0 0 0 ${r}V${height - r}A${r} ${r} 0 0 0 ${width} ${height - cut}Z`);
}

/** The largest box in an ellipse. */
const ROUND = { across: Math.SQRT1_2, down: Math.SQRT1_2 } as const;

const LOOKS: Record<FrameLook, LookSpec> = {
  card: {
    // Without a background its own shadow would be seen through it.
    outline: (size, fill) => [...(fill ? [shadow(size)] : []), rect(size, RADIUS, fill)],
  },
  cell: { outline: (size, fill) => [rect(size, 0, fill)] },
  circle: { outline: (size, fill) => [ellipse(size, fill)], title: roundTitle, usable: ROUND },
  column: {
    outline: (size, fill) => [rect(size, RADIUS, fill), topBand({ width: size.width, height: headOf(size) })],
  },
  panel: { outline: (size, fill) => [rect(size, RADIUS, fill)] },
  path: {
    outline: ({ width, height }, fill) => {
      const tip = Math.min(width * 0.15, height / 2, 60);
      const d = `M0 0H${width - tip}L${width} ${height / 2}L${width - tip} ${height}H0L${tip * 0.7} ${height / 2}Z`;
      return [path(d, fill)];
    },
    title: (size) => {
      const edge = Math.min(size.width * 0.15, size.height / 2, 60) + 12;
      return { x: edge, y: 14, width: size.width - 2 * edge, height: 0, align: 'left' };
    },
    usable: { across: 0.8, down: 1 },
  },
  quadrant: { outline: (size, fill) => [rect(size, 4, fill)] },
  ring: {
    outline: (size, fill) => {
      const width = Math.min(size.width, size.height) * 0.03;
      return [ellipse(size, fill, { strokeWidth: width })];
    },
    title: roundTitle,
    usable: ROUND,
  },
  row: {
    outline: (size, fill) => [rect(size, RADIUS, fill), leftBand({ width: 10, height: size.height })],
    title: (size) => ({ x: 26, y: 14, width: size.width - 42, height: 0, align: 'left' }),
  },
  sector: {
    outline: ({ width, height }, fill) => [
      path(
        `M${width / 2} ${height}L0 ${height * 0.22}Q${width / 2} ${-height * 0.22} ${width} ${height * 0.22}Z`,
        fill,
      ),
    ],
    title: (size) => ({ ...roundTitle(size), y: size.height * 0.14 }),
    usable: { across: 0.5, down: 0.5 },
  },
  zone: { outline: (size, fill) => [rect(size, RADIUS, fill, { dash: [10, 7], strokeWidth: 2 })] },
};

function headOf(size: Size): number {
  return Math.min(size.height, Math.max(16, size.width / 26) * 2.3 + 34);
}

/** What a frame of this look is drawn with. */
export function outlineOf(look: FrameLook, size: Size, fill: string | undefined): Primitive[] {
  return LOOKS[look].outline(size, fill);
}

/** Where the title begins, how wide it may run and how it is aligned. */
export function titleBoxOf(look: FrameLook, size: Size): Box & { align: Align } {
  return LOOKS[look].title?.(size) ?? { x: 18, y: 13, width: Math.max(20, size.width - 36), height: 0, align: 'left' };
}

/** Room around the content of a frame. */
const AIR = 24;

/** The box of a frame of this look that has room for `content` under a head so high. */
export function roomFor(look: FrameLook, content: Box, head: number): Box {
  const { across, down } = LOOKS[look].usable ?? { across: 1, down: 1 };
  const above = head + AIR / 2;
  const width = (content.width + 2 * AIR) / across;
  const height = (content.height + 2 * AIR + above) / down;
  return {
    x: content.x + content.width / 2 - width / 2,
    y: content.y + content.height / 2 - above / 2 - height / 2,
    width,
    height,
  };
}
