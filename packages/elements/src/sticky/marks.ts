import type { Primitive } from '@talkoot/board';
import { placedPath } from '../placed-path.ts';
import type { StickyColour } from './model.ts';

/** Half the width of a mark. */
const R = 4.5;
const MIN_SCALE = 0.35;

/** Outlines around 0,0. Simple enough to tell apart at a glance and to name aloud. */
export const MARKS: Readonly<Record<StickyColour, string>> = {
  yellow: circle(R),
  orange: `M0 ${-R}L${R} ${R}L${-R} ${R}Z`,
  red: `M${-R} ${-R}H${R}V${R}H${-R}Z`,
  pink: 'M0 4.5C-6.5 0 -4.5 -4.5 -2.2 -4.5C-1 -4.5 0 -3.6 0 -2.6C0 -3.6 1 -4.5 2.2 -4.5C4.5 -4.5 6.5 0 0 4.5Z',
  violet: `M0 ${-R - 0.8}L${R + 0.8} 0L0 ${R + 0.8}L${-R - 0.8} 0Z`,
  blue: 'M0 -5.2C2.4 -2 3.9 0 3.9 1.6A3.9 3.9 0 0 1 -3.9 1.6C-3.9 0 -2.4 -2 0 -5.2Z',
  green: 'M-1.6 -4.8H1.6V-1.6H4.8V1.6H1.6V4.8H-1.6V1.6H-4.8V-1.6H-1.6Z',
  grey: `M${-R} -1.5H${R}V1.5H${-R}Z`,
};

function circle(r: number): string {
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

/** The small mark by which a colour is known without seeing colours, centred at a point. */
export function markOf(colour: StickyColour, x: number, y: number): Primitive {
  return { type: 'path', d: moved(MARKS[colour], x, y), fill: `sticky.${colour}.mark`, minScale: MIN_SCALE };
}

const cache = new Map<string, string>();

/** Every sticky of one size and colour shares one path, so that painters can keep it. */
function moved(outline: string, x: number, y: number): string {
  const key = `${x},${y},${outline}`;
  const known = cache.get(key);
  if (known) return known;
  const d = placedPath(outline, { x, y });
  if (cache.size > 500) cache.clear();
  cache.set(key, d);
  return d;
}
