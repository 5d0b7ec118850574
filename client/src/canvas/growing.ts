import { type Box, OPPOSITE_SIDE, type Side } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { nanoid } from 'nanoid';
import { type AddResult, addElements, BESIDE, spotBeside } from '../sync/actions-add.ts';
import { additionBetween, endOn } from '../sync/ends.ts';
import type { CanvasController } from './controller.ts';

/** Room for the line between an element and the one grown from it. */
const LINE = 80;

/** The next of the same kind and look beside an element, as people write note after note. */
export function addBeside(canvas: CanvasController, id: string): AddResult | null {
  const element = canvas.model.get(id);
  const type = canvas.typeOf(id);
  const box = canvas.model.box(id);
  if (!element || !box || !type || type.placing !== 'point') return null;
  canvas.stopEditing();
  const spot = freeSpotBeside(canvas, box, 'right', BESIDE);
  const result = canvas.add({ type, at: { ...spot, size: element.size }, fields: element.fields });
  const added = result.allowed ? result.ids[0] : undefined;
  if (added) canvas.reveal(added);
  return result;
}

/** Grows an element: another of its kind and look on one side, and a line to it. Null where nothing can grow. */
export function growTowards(canvas: CanvasController, id: string, side: Side): AddResult | null {
  const element = canvas.model.get(id);
  const type = canvas.typeOf(id);
  const line = lineType(canvas);
  const box = canvas.model.box(id);
  if (!element || !type || !line || !box || !canGrow(canvas, id)) return null;
  canvas.stopEditing();
  const spot = freeSpotBeside(canvas, box, side, LINE);
  const grown = nanoid(16);
  const middle = { x: spot.x + box.width / 2, y: spot.y + box.height / 2 };
  const result = addElements(canvas.session, [
    { id: grown, type, at: { ...spot, size: element.size }, fields: element.fields },
    additionBetween(canvas.session, line, endOn(canvas.model, id, side), {
      element: grown,
      side: OPPOSITE_SIDE[side],
      point: middle,
    }),
  ]);
  if (!canvas.tell(result)) return result;
  canvas.selection.set([grown]);
  canvas.reveal(grown);
  canvas.edit(grown);
  return result;
}

/** The kind whose elements run between others. */
export function lineType(canvas: Pick<CanvasController, 'types'>): ElementType | undefined {
  return [...canvas.types.values()].find(({ placing }) => placing === 'line');
}

/** Lines are drawn out of everything but lines and areas. */
export function canGrow(canvas: CanvasController, id: string): boolean {
  const kind = canvas.model.kindOf(id);
  return kind !== undefined && !kind.connects && !kind.container;
}

function freeSpotBeside(canvas: CanvasController, box: Box, side: Side, gap: number): { x: number; y: number } {
  let spot = spotBeside(box, side, gap);
  for (let step = 0; step < 60 && isTaken(canvas, { ...box, ...spot }); step++) {
    // In a row people go on in the row; what is grown goes aside.
    spot = spotBeside({ ...box, ...spot }, gap === LINE ? ASIDE[side] : side, BESIDE);
  }
  return spot;
}

const ASIDE: Readonly<Record<Side, Side>> = { left: 'bottom', right: 'bottom', top: 'right', bottom: 'right' };

function isTaken(canvas: CanvasController, box: Box): boolean {
  return canvas.scene.index
    .search({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 })
    .some((id) => !canvas.model.kindOf(id)?.container && !canvas.model.kindOf(id)?.connects);
}
