import type { Box } from '@talkoot/board';
import type { OptionValues } from '../format.ts';

/** A page and how the board lies on it. Points. */
export interface PageLayout {
  width: number;
  height: number;
  /** Points per board unit. */
  scale: number;
  /** Where the view's corner lies. */
  x: number;
  y: number;
}

/** Short and long side. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = { a4: [595.28, 841.89], a3: [841.89, 1190.55] };
const MARGIN = 28;
/** A page as large as its view: CSS pixels as points. */
const OWN_SCALE = 0.75;
/** Readers take no larger page. */
const LONGEST = 14_000;
/** A single note does not fill a page. */
const LARGEST_SCALE = 1.5;

/** Lays a view on the chosen paper: upright or lying as suits it, in the middle. */
export function layPage(view: Box, options: OptionValues): PageLayout {
  const paper = PAPERS[String(options.paper)];
  if (!paper) {
    const scale = Math.min(OWN_SCALE, LONGEST / Math.max(view.width, view.height));
    return { width: view.width * scale, height: view.height * scale, scale, x: 0, y: 0 };
  }
  const [short, long] = paper;
  const [width, height] = view.width > view.height ? [long, short] : [short, long];
  const fitting = Math.min((width - 2 * MARGIN) / view.width, (height - 2 * MARGIN) / view.height);
  const scale = Math.min(fitting, LARGEST_SCALE);
  return { width, height, scale, x: (width - view.width * scale) / 2, y: (height - view.height * scale) / 2 };
}
