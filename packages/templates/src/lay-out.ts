import { type NewElement, ordersBetween, type Size } from '@talkoot/board';
import { roomFor } from '@talkoot/elements';
import type { Language } from '@talkoot/protocol';
import { expectedNotes } from './expected-notes.ts';
import type { Template, TemplateFrame } from './format.ts';

/** Board units. A sticky is as large as the toolbar makes it. */
const STICKY = 160;
const GAP = 16;
/** Height that a frame's title and prompt take at its top. */
const HEADING = 112;
/** Space between neighbouring frames. */
const GUTTER = 32;
const LARGEST_SIDE = 8_000;
/** Boards are looked at on screens that are wider than high, though not by much. */
const ASPECT = { least: 1.2, most: 2.4 };
/** How much larger than its smallest a board may get for the notes that the agenda will bring. */
const LARGEST_SCALE = 1.4;
const SCALE_STEP = 0.05;

type Look = TemplateFrame['look'];

interface Grid {
  columns: number;
  rows: number;
}

/** How many stickies the smallest frame holds beside and below each other. */
const ROW: Grid = { columns: 8, rows: 1 };
const FITS: Partial<Record<Look, Grid>> = {
  column: { columns: 2, rows: 5 },
  path: ROW,
  row: ROW,
};
const FITS_OTHERS: Grid = { columns: 2, rows: 2 };
/** A frame that is so many times as wide as high takes its notes as a row does, whatever it looks like. */
const WIDE = 2.5;

/** Looks that are round when they are as wide as high. */
const ROUND = new Set<Look>(['circle', 'ring']);
/** Looks that hold few notes for their size: a board that were large enough for all of them could not be seen at once. */
const SCANT = new Set<Look>([...ROUND, 'sector']);

export interface LaidOut {
  elements: NewElement[];
  /** Frame of the template to element on the board; the agenda speaks of frames by their template ids. */
  frameIds: Record<string, string>;
}

/**
 * A template as elements of a new board: nobody's, in one language, large enough to work in. A frame that lies whole
 * in another one stands in it.
 */
export function layOut(template: Template, language: Language, newId: () => string): LaidOut {
  const area = areaOf(template);
  const frameIds: Record<string, string> = {};
  for (const { id } of template.frames) frameIds[id] = newId();
  // What lies around another is below it.
  const frames = template.frames.toSorted((a, b) => depthOf(a, template.frames) - depthOf(b, template.frames));
  const orders = ordersBetween(null, null, frames.length);
  const elements = frames.map((frame, index) => {
    const around = frameAround(frame, template.frames);
    return frameElement(frame, {
      id: frameIds[frame.id] as string,
      around: around && { id: frameIds[around.id] as string, corner: cornerOf(around, area) },
      language,
      area,
      order: orders[index] as string,
    });
  });
  return { elements, frameIds };
}

/** The smallest of the frames in which a frame lies whole. */
function frameAround(frame: TemplateFrame, frames: readonly TemplateFrame[]): TemplateFrame | undefined {
  const surface = ({ position }: TemplateFrame): number => position.w * position.h;
  return frames
    .filter((other) => surface(other) > surface(frame) && liesIn(frame, other))
    .sort((a, b) => surface(a) - surface(b))[0];
}

function depthOf(frame: TemplateFrame, frames: readonly TemplateFrame[]): number {
  const around = frameAround(frame, frames);
  return around ? 1 + depthOf(around, frames) : 0;
}

function liesIn({ position: inner }: TemplateFrame, { position: outer }: TemplateFrame): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/** Size of the whole template such that its frames hold the notes that its agenda will bring. */
function areaOf(template: Template): Size {
  const least = leastArea(template.frames);
  if (template.frames.some(({ look }) => SCANT.has(look))) return within(least);
  let area = least;
  for (let scale = 1; scale <= LARGEST_SCALE; scale += SCALE_STEP) {
    area = scaled(least, scale);
    if (template.frames.every((frame) => holds(frame, area) >= expectedNotes(frame, template))) break;
  }
  return within(area);
}

function within(area: Size): Size {
  return scaled(area, Math.min(1, LARGEST_SIDE / Math.max(1, area.width, area.height)));
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
}

/** Such that stickies fit into the smallest frame, round frames are round, and it is neither a tower nor a band. */
function leastArea(frames: readonly TemplateFrame[]): Size {
  const needs = frames.map(({ look, position }) => {
    const { columns, rows } = FITS[look] ?? (position.w > WIDE * position.h ? ROW : FITS_OTHERS);
    const { width, height } = roomFor(look, { x: 0, y: 0, width: spanOf(columns), height: spanOf(rows) }, HEADING);
    return { width: (width + GUTTER) / position.w, height: (height + GUTTER) / position.h };
  });
  const width = Math.max(0, ...needs.map((need) => need.width));
  const height = Math.max(0, ...needs.map((need) => need.height));
  const round = frames.find(({ look }) => ROUND.has(look))?.position;
  if (!round) return { width: Math.max(width, height * ASPECT.least), height: Math.max(height, width / ASPECT.most) };
  const side = Math.max(width * round.w, height * round.h);
  return { width: side / round.w, height: side / round.h };
}

/** How many stickies a frame holds in rows below its heading. */
function holds({ look, position }: TemplateFrame, area: Size): number {
  const none = roomFor(look, { x: 0, y: 0, width: 0, height: 0 }, HEADING);
  const one = roomFor(look, { x: 0, y: 0, width: STICKY, height: STICKY }, HEADING);
  const along = (length: number, bare: number, withOne: number): number =>
    Math.floor((((length - bare) / (withOne - bare)) * STICKY + GAP) / (STICKY + GAP));
  const columns = along(position.w * area.width - GUTTER, none.width, one.width);
  const rows = along(position.h * area.height - GUTTER, none.height, one.height);
  return Math.max(0, columns) * Math.max(0, rows);
}

/** So many stickies beside each other. */
function spanOf(count: number): number {
  return count * STICKY + (count - 1) * GAP;
}

function cornerOf({ position }: TemplateFrame, area: Size): { x: number; y: number } {
  return { x: Math.round(position.x * area.width), y: Math.round(position.y * area.height) };
}

interface Placing {
  id: string;
  around: { id: string; corner: { x: number; y: number } } | undefined;
  language: Language;
  area: Size;
  order: string;
}

function frameElement(frame: TemplateFrame, { id, around, language, area, order }: Placing): NewElement {
  const { x, y } = cornerOf(frame, area);
  const { w, h } = frame.position;
  const { look, repeat, visibility, role } = frame;
  return {
    id,
    kind: 'frame',
    place: { frame: around?.id ?? null, x: x - (around?.corner.x ?? 0), y: y - (around?.corner.y ?? 0) },
    size: { width: Math.round(w * area.width) - GUTTER, height: Math.round(h * area.height) - GUTTER },
    order,
    author: null,
    text: frame.title[language],
    fields: {
      look,
      prompt: frame.prompt[language],
      ...(repeat && { repeat }),
      ...(visibility && { visibility }),
      ...(role && { role }),
    },
  };
}
