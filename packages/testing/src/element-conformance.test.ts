import { ELEMENT_TYPES, LIGHT_COLOURS, DARK_COLOURS, STICKY_TOKENS } from '@talkoot/elements';
import { describe, expect, test } from 'vitest';
import { elementConformance } from './element-conformance.ts';

for (const type of ELEMENT_TYPES.values()) elementConformance(type);

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** A colour as a painter leaves it when it is laid over another. */
function over(rgba: string, ground: string): string {
  const [r = 0, g = 0, b = 0, alpha = 1] = (rgba.match(/[\d.]+/g) ?? []).map(Number);
  const mixed = [r, g, b].map((part, at) => {
    const below = Number.parseInt(ground.slice(1 + 2 * at, 3 + 2 * at), 16);
    return Math.round(alpha * part + (1 - alpha) * below)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', LIGHT_COLOURS],
  ['dark', DARK_COLOURS],
])('contrast in %s', (_name, colours) => {
  const hex = (token: string): string => colours[token] as string;

  test('words and links on every sticky reach 4.5:1, its mark 3:1', () => {
    expect(STICKY_TOKENS).toHaveLength(8);
    for (const token of STICKY_TOKENS) {
      expect(contrast(hex('sticky.ink'), hex(token)), token).toBeGreaterThanOrEqual(4.5);
      expect(contrast(hex('sticky.link'), hex(token)), `link on ${token}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(hex(`${token}.mark`), hex(token)), `mark of ${token}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('titles, prompts and text reach 4.5:1 on every ground', () => {
    const grounds = Object.keys(colours).filter((token) => /^frame\.(paper|lake|moss|sand|rose)$/.test(token));
    for (const ground of [...grounds, 'paper']) {
      for (const ink of ['ink', 'ink.soft', 'link']) {
        expect(contrast(hex(ink), hex(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('words under a highlighter reach 4.5:1', () => {
    const marks = Object.keys(colours).filter((token) => token.startsWith('highlight.'));
    expect(marks).toHaveLength(9);
    for (const mark of marks) {
      for (const ground of ['paper', 'frame.paper']) {
        const [ink, below] = [over(hex(mark), hex('ink')), over(hex(mark), hex(ground))];
        expect(contrast(ink, below), `${mark} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
