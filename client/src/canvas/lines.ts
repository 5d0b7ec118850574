import { draftElement, type ElementData, type Point } from '@talkoot/board';
import type { ElementType, NewStroke } from '@talkoot/elements';
import type { Addition } from '../sync/actions-add.ts';

/** Where a line is tidied, it stays as near to the hand as this. CSS pixels. */
const TOLERANCE_PX = 0.4;

/** A line that is being drawn by hand. */
export interface Line {
  type: ElementType;
  fields: Readonly<Record<string, unknown>>;
  /** On the board. */
  points: readonly Point[];
}

function cut({ type, fields, points }: Line, zoom: number): NewStroke[] {
  return type.strokes?.cut(points, fields, TOLERANCE_PX / zoom) ?? [];
}

/** The new elements of a line; `zoom` is that under which it was drawn. */
export function additionsOf(line: Line, zoom: number): Addition[] {
  return cut(line, zoom).map(({ box: { x, y, ...size }, fields }) => ({ type: line.type, at: { x, y, size }, fields }));
}

/** The same elements before they are on the board, for drawing them. */
export function sketchesOf(line: Line, zoom: number): ElementData[] {
  return cut(line, zoom).map(({ box: { x, y, ...size }, fields }) =>
    draftElement(line.type.kind, { place: { frame: null, x, y }, size, fields }),
  );
}
