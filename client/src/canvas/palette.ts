import type { Palette } from '@talkoot/board';
import { type ColourTable, DARK_COLOURS, LIGHT_COLOURS, paletteOf } from '@talkoot/elements';

export type ColourScheme = 'light' | 'dark';

/** What only the canvas draws: the paper's dots, selection, handles, other people's names. */
const CANVAS_LIGHT: ColourTable = {
  'canvas.dot': '#e2dccf',
  'canvas.select': '#216c8f',
  'canvas.selectSoft': 'rgba(33, 108, 143, 0.10)',
  'canvas.handle': '#ffffff',
  'canvas.nameInk': '#ffffff',
};

const CANVAS_DARK: ColourTable = {
  'canvas.dot': '#2b3034',
  'canvas.select': '#7db5cb',
  'canvas.selectSoft': 'rgba(125, 181, 203, 0.16)',
  'canvas.handle': '#14171a',
  'canvas.nameInk': '#ffffff',
};

const LIGHT = paletteOf({ ...LIGHT_COLOURS, ...CANVAS_LIGHT });
const DARK = paletteOf({ ...DARK_COLOURS, ...CANVAS_DARK });

/** All colours of the canvas in one scheme. */
export function canvasPalette(scheme: ColourScheme): Palette {
  return scheme === 'dark' ? DARK : LIGHT;
}
