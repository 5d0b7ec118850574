import type { Point } from '@talkoot/board';

/** Path data that uses absolute M, L, H, V, C, A and Z, made larger and then moved. */
export function placedPath(d: string, to: Point, scale = 1): string {
  return d.replace(/([MLHVCAZ])([^MLHVCAZ]*)/g, (_, letter: string, rest: string) => {
    const numbers =
      rest.trim() === ''
        ? []
        : rest
            .trim()
            .split(/[\s,]+/)
            .map(Number);
    return letter + numbers.map((value, at) => round(placed(value, axisOf(letter, at), to, scale))).join(' ');
  });
}

type Axis = 'x' | 'y' | 'length' | 'none';

const ARC: readonly Axis[] = ['length', 'length', 'none', 'none', 'none', 'x', 'y'];

/** What the number at this place of a command stands for. */
function axisOf(letter: string, at: number): Axis {
  if (letter === 'H') return 'x';
  if (letter === 'V') return 'y';
  if (letter === 'A') return ARC[at % 7] as Axis;
  return at % 2 === 0 ? 'x' : 'y';
}

function placed(value: number, axis: Axis, to: Point, scale: number): number {
  if (axis === 'none') return value;
  return value * scale + (axis === 'length' ? 0 : to[axis]);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
