import type { ShapeForm, ShapeWeight } from './model.ts';

/** Small filled outlines around 0,0 for choosing a form. */
export const FORM_ICONS: Readonly<Record<ShapeForm, string>> = {
  rectangle: 'M-8 -6H8V6H-8Z',
  rounded: 'M-5 -6H5A3 3 0 0 1 8 -3V3A3 3 0 0 1 5 6H-5A3 3 0 0 1 -8 3V-3A3 3 0 0 1 -5 -6Z',
  ellipse: 'M-8 0A8 6 0 1 1 8 0A8 6 0 1 1 -8 0Z',
  diamond: 'M0 -8L8 0L0 8L-8 0Z',
  triangle: 'M0 -7L8 7H-8Z',
  hexagon: 'M-5 -7H5L8 0L5 7H-5L-8 0Z',
  cloud: 'M-4 6A4 4 0 0 1 -6 -1A4 4 0 0 1 -1 -5A4.5 4.5 0 0 1 6 -2A3.6 3.6 0 0 1 5 6Z',
  arrow: 'M-8 -3H1V-7L8 0L1 7V3H-8Z',
};

/** Lines of each width, for choosing it. */
export const WEIGHT_ICONS: Readonly<Record<ShapeWeight, string>> = {
  thin: 'M-8 -0.8H8V0.8H-8Z',
  medium: 'M-8 -1.8H8V1.8H-8Z',
  thick: 'M-8 -3.4H8V3.4H-8Z',
};
