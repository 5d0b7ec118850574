import type { Palette } from '@talkoot/board';
import { STICKY_COLOURS } from './sticky/model.ts';

/** Colours by token, for one look of the theme. */
export type ColourTable = Readonly<Record<string, string>>;

/** Warm paper, dark ink, lake blue. */
export const LIGHT_COLOURS: ColourTable = {
  paper: '#f8f5ee',
  ink: '#1f2a33',
  'ink.soft': '#56626d',
  accent: '#1769aa',
  link: '#0f5a94',
  'image.ground': 'rgba(60, 48, 28, 0.06)',
  'shadow.near': 'rgba(60, 48, 28, 0.10)',
  'shadow.far': 'rgba(60, 48, 28, 0.07)',
  'sticky.ink': '#1f2a33',
  'sticky.link': '#0b4a7c',
  'sticky.yellow': '#ffe68a',
  'sticky.orange': '#ffcd94',
  'sticky.red': '#ffb8ab',
  'sticky.pink': '#fbc9e0',
  'sticky.violet': '#dccdf8',
  'sticky.blue': '#bfe0f8',
  'sticky.green': '#c5e7ba',
  'sticky.grey': '#e6e2d9',
  'sticky.yellow.mark': '#a77c00',
  'sticky.orange.mark': '#b5630c',
  'sticky.red.mark': '#b8402c',
  'sticky.pink.mark': '#b03a78',
  'sticky.violet.mark': '#7350b8',
  'sticky.blue.mark': '#226fa8',
  'sticky.green.mark': '#3f7f2c',
  'sticky.grey.mark': '#6d675a',
  'shape.line.yellow': '#a77c00',
  'shape.line.orange': '#b5630c',
  'shape.line.red': '#b8402c',
  'shape.line.pink': '#b03a78',
  'shape.line.violet': '#7350b8',
  'shape.line.blue': '#226fa8',
  'shape.line.green': '#3f7f2c',
  'shape.line.grey': '#6d675a',
  'frame.line': '#d5cdbd',
  'frame.band': 'rgba(70, 58, 34, 0.06)',
  'frame.paper': '#fffdf8',
  'frame.lake': '#e7f1f8',
  'frame.moss': '#ebf3e4',
  'frame.sand': '#f6ebd6',
  'frame.rose': '#f9e8e8',
};

/** Evening: the same roles on dark. Stickies keep dark ink, so that they stay the brightest things on the board. */
export const DARK_COLOURS: ColourTable = {
  paper: '#1b1e21',
  ink: '#ecebe6',
  'ink.soft': '#a9b0b6',
  accent: '#6db6ee',
  link: '#8cc7f5',
  'image.ground': 'rgba(255, 255, 255, 0.08)',
  'shadow.near': 'rgba(0, 0, 0, 0.30)',
  'shadow.far': 'rgba(0, 0, 0, 0.18)',
  'sticky.ink': '#161d24',
  'sticky.link': '#083f6b',
  'sticky.yellow': '#ecd074',
  'sticky.orange': '#e8b278',
  'sticky.red': '#e69e92',
  'sticky.pink': '#e0a9c6',
  'sticky.violet': '#c1afe3',
  'sticky.blue': '#9cc6e4',
  'sticky.green': '#a5cd99',
  'sticky.grey': '#c6c3ba',
  'sticky.yellow.mark': '#705200',
  'sticky.orange.mark': '#7a4106',
  'sticky.red.mark': '#802817',
  'sticky.pink.mark': '#7a2350',
  'sticky.violet.mark': '#4c3283',
  'sticky.blue.mark': '#134a74',
  'sticky.green.mark': '#27551a',
  'sticky.grey.mark': '#4a463c',
  'shape.line.yellow': '#c79a1f',
  'shape.line.orange': '#d98a3a',
  'shape.line.red': '#df6b57',
  'shape.line.pink': '#d0679f',
  'shape.line.violet': '#9c7fe0',
  'shape.line.blue': '#4c9bd8',
  'shape.line.green': '#6aa857',
  'shape.line.grey': '#96948c',
  'frame.line': '#434a50',
  'frame.band': 'rgba(255, 255, 255, 0.05)',
  'frame.paper': '#25292d',
  'frame.lake': '#1f2d39',
  'frame.moss': '#25301f',
  'frame.sand': '#342c1e',
  'frame.rose': '#372628',
};

/** A palette from a table; an unknown token is drawn in ink rather than not at all. */
export function paletteOf(table: ColourTable): Palette {
  return (token) => table[token] ?? (table.ink as string);
}

/** The tokens under which a sticky's words stand, for checks of contrast. */
export const STICKY_TOKENS: readonly string[] = STICKY_COLOURS.map((colour) => `sticky.${colour}`);
