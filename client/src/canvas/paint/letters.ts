import { type FontStyle, measureLettersWith } from '@talkoot/board';
import { fontOf } from './primitives.ts';

/** Measured at this size, from which widths follow for every other. */
const SIZE = 100;
const REMEMBERED = 20_000;

/**
 * Letters beyond the shipped font are measured as this browser draws them. Only then do lines break alike on the canvas
 * and in the editor: emoji and other scripts are as wide as the device's fonts make them.
 */
export function measureLettersHere(): void {
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx) return;
  ctx.fontKerning = 'none';
  ctx.textRendering = 'geometricPrecision';
  const known = new Map<string, number>();
  measureLettersWith((letters: string, style: FontStyle) => {
    const key = `${style.bold ? 'b' : ''}${style.italic ? 'i' : ''}:${letters}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    ctx.font = fontOf(style, SIZE);
    const width = (ctx.measureText(letters).width * 1_000) / SIZE;
    known.set(key, width);
    return width;
  });
}
