import type { Point } from '@talkoot/board';

/** Most points of one stroke. A longer line becomes several elements. */
export const MOST_POINTS = 2_000;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Two letters a coordinate: so many steps across the box. */
const STEPS = 64 * 64 - 1;
const LETTERS_A_POINT = 4;
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));

/** Is this the line of a stroke: at least one point, no more than {@link MOST_POINTS}? */
export function isPacked(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length % LETTERS_A_POINT !== 0) return false;
  return value.length <= MOST_POINTS * LETTERS_A_POINT && /^[\w-]+$/.test(value);
}

/** Points in parts of a box (0 to 1), as text of four letters a point. */
export function pack(points: readonly Point[]): string {
  return points.map(({ x, y }) => packed(x) + packed(y)).join('');
}

function packed(part: number): string {
  const step = Math.round(Math.min(1, Math.max(0, part)) * STEPS);
  return (LETTERS[step >> 6] as string) + (LETTERS[step & 63] as string);
}

/** The points of such a text, in parts of the box. */
export function unpack(text: string): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + LETTERS_A_POINT <= text.length; at += LETTERS_A_POINT) {
    points.push({ x: unpacked(text, at), y: unpacked(text, at + 2) });
  }
  return points;
}

function unpacked(text: string, at: number): number {
  return ((VALUES.get(text[at] as string) ?? 0) * 64 + (VALUES.get(text[at + 1] as string) ?? 0)) / STEPS;
}
