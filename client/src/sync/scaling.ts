import { type BoardElement, type Box, type End, type Place, placeInFrame, type Size, tenth } from '@talkoot/board';
import type { Verdict } from '@talkoot/rights';
import { applySettings, type Editing, elementsOfIds, type Setting } from './actions.ts';
import { withoutPassengers } from './actions-move.ts';

/** Where an element of a scaled group comes to stand, and how large it is. */
export interface Scaled {
  x: number;
  y: number;
  size: Size;
}

/** Boxes of elements after the box around them became another of the same proportions. */
export function scaledBoxes(session: Editing, ids: Iterable<string>, from: Box, to: Box): Map<string, Scaled> {
  const factor = to.width / from.width;
  const { model } = session;
  return new Map(
    elementsOfIds(model, withoutPassengers(model, ids)).map((element): [string, Scaled] => {
      const corner = model.cornerOf(element);
      const { width, height } = element.size;
      // Elements are turned about their middles, which move with the group.
      const middle = { x: corner.x + width / 2, y: corner.y + height / 2 };
      const size = { width: atLeast(width * factor), height: atLeast(height * factor) };
      return [
        element.id,
        {
          x: to.x + (middle.x - from.x) * factor - size.width / 2,
          y: to.y + (middle.y - from.y) * factor - size.height / 2,
          size,
        },
      ];
    }),
  );
}

/** Makes several elements larger or smaller together, with the room between them. */
export function scale(session: Editing, ids: Iterable<string>, from: Box, to: Box): Verdict {
  const { model } = session;
  const factor = to.width / from.width;
  const scaled = scaledBoxes(session, ids, from, to);
  const settings = elementsOfIds(model, scaled.keys()).flatMap((element): Setting[] => {
    const at = scaled.get(element.id) as Scaled;
    if (element.route) return endsScaled(session, element, factor, { from, to });
    return [
      { element, field: 'size', value: at.size },
      { element, field: 'place', value: placed(session, element, at) },
    ];
  });
  return applySettings(session, settings);
}

/** What connects follows what it hangs on; its free ends keep their part of the group. */
function endsScaled(
  { model }: Editing,
  element: BoardElement,
  factor: number,
  { from, to }: { from: Box; to: Box },
): Setting[] {
  const corner = model.cornerOf(element);
  const at = { x: to.x + (corner.x - from.x) * factor, y: to.y + (corner.y - from.y) * factor };
  const ends = model.kinds.get(element.kind)?.connects?.ends ?? [];
  return [
    { element, field: 'place', value: placed({ model }, element, at) },
    ...ends.map((field): Setting => {
      const end = element.fields[field] as End;
      return { element, field, value: { ...end, x: tenth(end.x * factor), y: tenth(end.y * factor) } };
    }),
  ];
}

function placed({ model }: Pick<Editing, 'model'>, { place }: BoardElement, at: { x: number; y: number }): Place {
  const frame = place.frame !== null && model.get(place.frame) ? place.frame : null;
  const { x, y } = placeInFrame({ frame: null, x: at.x, y: at.y }, frame, model.places);
  return { frame, x: tenth(x), y: tenth(y) };
}

function atLeast(length: number): number {
  return Math.max(8, tenth(length));
}
