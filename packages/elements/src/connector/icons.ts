import type { ConnectorHead, ConnectorPath } from './model.ts';

/** Small filled outlines around 0,0 for choosing the way of a line. */
export const PATH_ICONS: Readonly<Record<ConnectorPath, string>> = {
  curved: 'M-8 5.1C-1.5 5.1 -2.5 -6.9 8 -6.9V-5.1C-0.5 -5.1 0.5 6.9 -8 6.9Z',
  straight: 'M-7.6 6.4L6.4 -7.6L7.6 -6.4L-6.4 7.6Z',
  elbow: 'M-8 5.1H-0.9V-6.9H8V-5.1H0.9V6.9H-8Z',
};

const BARE = 'M-8 -0.9H8V0.9H-8Z';

/** What stands at the first end, on the left. */
export const START_ICONS: Readonly<Record<ConnectorHead, string>> = {
  none: BARE,
  arrow: 'M8 -0.9H-4.6L-1 -4.5L-2.3 -5.8L-8.1 0L-2.3 5.8L-1 4.5L-4.6 0.9H8Z',
  triangle: 'M8 -0.9H-1V-5.5L-8 0L-1 5.5V0.9H8Z',
  dot: 'M8 -0.9H-0.2A4 4 0 1 0 -0.2 0.9H8Z',
  diamond: 'M8 -0.9H1L-3.5 -5L-8 0L-3.5 5L1 0.9H8Z',
};

/** What stands at the last end, on the right. */
export const END_ICONS: Readonly<Record<ConnectorHead, string>> = {
  none: BARE,
  arrow: 'M-8 -0.9H4.6L1 -4.5L2.3 -5.8L8.1 0L2.3 5.8L1 4.5L4.6 0.9H-8Z',
  triangle: 'M-8 -0.9H1V-5.5L8 0L1 5.5V0.9H-8Z',
  dot: 'M-8 -0.9H0.2A4 4 0 1 1 0.2 0.9H-8Z',
  diamond: 'M-8 -0.9H-1L3.5 -5L8 0L3.5 5L-1 0.9H-8Z',
};
