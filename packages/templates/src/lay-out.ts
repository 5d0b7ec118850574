import { type NewElement, ordersBetween } from '@talkoot/board';
import type { Language } from '@talkoot/protocol';
import type { Template, TemplateFrame } from './format.ts';

/** Board units. A sticky is as large as the toolbar makes it. */
const STICKY = 160;
const GAP = 16;
/** Height that a frame's title and prompt take at its top. */
const HEADING = 112;
/** Space between neighbouring frames. */
const GUTTER = 32;
const LARGEST_SIDE = 8_000;

/** Looks that are narrow and long: their notes go in rows below each other. */
const TALL = new Set<TemplateFrame['look']>(['column']);

/** How many stickies fit beside and below each other in the smallest frame of a template. */
const FITS = { columns: 2, rows: 2, tallRows: 5 };

export interface LaidOut {
  elements: NewElement[];
  /** Frame of the template to element on the board; the agenda speaks of frames by their template ids. */
  frameIds: Record<string, string>;
}

/** A template as elements of a new board: nobody's, in one language, large enough to work in. */
export function layOut(template: Template, language: Language, newId: () => string): LaidOut {
  const area = areaOf(template);
  const orders = ordersBetween(null, null, template.frames.length);
  const frameIds: Record<string, string> = {};
  const elements = template.frames.map((frame, index) => {
    const id = newId();
    frameIds[frame.id] = id;
    return frameElement(frame, { id, language, area, order: orders[index] as string });
  });
  return { elements, frameIds };
}

/** Size of the whole template such that stickies fit into its smallest frame. */
function areaOf({ frames }: Template): { width: number; height: number } {
  const side = (count: number): number => count * STICKY + (count + 1) * GAP + GUTTER;
  const widths = frames.map(({ position }) => side(FITS.columns) / position.w);
  const heights = frames.map(
    ({ position, look }) => (side(TALL.has(look) ? FITS.tallRows : FITS.rows) + HEADING) / position.h,
  );
  return {
    width: Math.min(LARGEST_SIDE, Math.ceil(Math.max(0, ...widths))),
    height: Math.min(LARGEST_SIDE, Math.ceil(Math.max(0, ...heights))),
  };
}

interface Placing {
  id: string;
  language: Language;
  area: { width: number; height: number };
  order: string;
}

function frameElement(frame: TemplateFrame, { id, language, area, order }: Placing): NewElement {
  const { x, y, w, h } = frame.position;
  return {
    id,
    kind: 'frame',
    place: { frame: null, x: Math.round(x * area.width), y: Math.round(y * area.height) },
    size: { width: Math.round(w * area.width) - GUTTER, height: Math.round(h * area.height) - GUTTER },
    order,
    author: null,
    text: frame.title[language],
    fields: { look: frame.look, prompt: frame.prompt[language] },
  };
}
