import type { Align, Box, Primitive, Size } from '@talkoot/board';
import type { FrameLook } from './model.ts';

const RADIUS = 12;
const LINE = { stroke: 'frame.line', strokeWidth: 1.5 } as const;

interface LookSpec {
  /** What the frame is drawn with. */
  outline(size: Size, fill: string | undefined): Primitive[];
  /** Where the title stands; by default along the top, from the left. */
  title?(size: Size): Box & { align: Align };
}

function rect(size: Size, radius: number, fill: string | undefined, more: object = {}): Primitive {
  return { type: 'rect', x: 0, y: 0, ...size, radius, ...LINE, ...(fill ? { fill } : {}), ...more };
}

function ellipse(size: Size, fill: string | undefined, more: object = {}): Primitive {
  const rx = size.width / 2;
  const ry = size.height / 2;
  return { type: 'ellipse', cx: rx, cy: ry, rx, ry, ...LINE, ...(fill ? { fill } : {}), ...more };
}

function path(d: string, fill: string | undefined): Primitive {
  return { type: 'path', d, ...LINE, ...(fill ? { fill } : {}) };
}

/** Round shapes hold their title in the middle of the part near the top. */
function roundTitle(size: Size): Box & { align: Align } {
  const width = size.width * 0.6;
  return { x: (size.width - width) / 2, y: size.height * 0.1, width, height: 0, align: 'center' };
}

/** Head of a column and stripe of a row, inside the frame's line. */
function band(width: number, height: number, radius: number): Primitive {
  return { type: 'rect', x: 0, y: 0, width, height, radius, fill: 'frame.band' };
}

const LOOKS: Record<FrameLook, LookSpec> = {
  card: {
    outline: (size, fill) => [
      { type: 'rect', x: 0, y: 4, ...size, radius: RADIUS, fill: 'shadow.far', minScale: 0.1 },
      rect(size, RADIUS, fill),
    ],
  },
  cell: { outline: (size, fill) => [rect(size, 0, fill)] },
  circle: { outline: (size, fill) => [ellipse(size, fill)], title: roundTitle },
  column: {
    outline: (size, fill) => [rect(size, RADIUS, fill), band(size.width, headOf(size), RADIUS)],
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
  },
  quadrant: { outline: (size, fill) => [rect(size, 4, fill)] },
  ring: {
    outline: (size, fill) => {
      const width = Math.min(size.width, size.height) * 0.03;
      return [ellipse(size, fill, { stroke: 'frame.line', strokeWidth: width })];
    },
    title: roundTitle,
  },
  row: {
    outline: (size, fill) => [rect(size, RADIUS, fill), band(10, size.height, 5)],
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
