import type { Palette } from '@talkoot/board';
import { type ColourTable, DARK_COLOURS, LIGHT_COLOURS, paletteOf } from '@talkoot/elements';

export type ColourScheme = 'light' | 'dark';

/** What only the canvas draws: the paper's dots, selection, handles, other people's names. */
const CANVAS_LIGHT: ColourTable = {
  'canvas.dot': '#e2dccf',
  'canvas.select': '#1769aa',
  'canvas.selectSoft': 'rgba(23, 105, 170, 0.10)',
  'canvas.selectHalo': 'rgba(23, 105, 170, 0.28)',
  'canvas.guide': '#c2388a',
  'canvas.found': '#b35c00',
  'canvas.handle': '#ffffff',
  'canvas.personEdge': '#ffffff',
  'canvas.nameInk': '#ffffff',
};

const CANVAS_DARK: ColourTable = {
  'canvas.dot': '#2b3034',
  'canvas.select': '#6db6ee',
  'canvas.selectSoft': 'rgba(109, 182, 238, 0.16)',
  'canvas.selectHalo': 'rgba(109, 182, 238, 0.38)',
  'canvas.guide': '#f07fc0',
  'canvas.found': '#f5a742',
  // As light as in the light scheme: dark dots would sink into notes and paper alike.
  'canvas.handle': '#ffffff',
  // People have one colour in both schemes; on dark paper a light edge lifts it off.
  'canvas.personEdge': '#e9e5dc',
  'canvas.nameInk': '#ffffff',
};

const LIGHT = paletteOf({ ...LIGHT_COLOURS, ...CANVAS_LIGHT });
const DARK = paletteOf({ ...DARK_COLOURS, ...CANVAS_DARK });

/** All colours of the canvas in one scheme. */
export function canvasPalette(scheme: ColourScheme): Palette {
  return scheme === 'dark' ? DARK : LIGHT;
}
