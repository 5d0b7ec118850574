import { turnUnits, unitsOf } from '../sync/bundles.ts';
import type { CanvasController } from './controller.ts';
import type { Selection } from './selection.ts';

/** One step of turning by key or menu, degrees. */
export const TURN_STEP = 15;

/** Is this an element that can be turned by hand just now? */
export function canTurn(canvas: Pick<CanvasController, 'typeOf' | 'editing'>, id: string): boolean {
  return canvas.typeOf(id)?.turns === true && canvas.editing !== id;
}

/** Turns each of the selected elements about its own middle, a bundle about that of all. */
export function turnSelected(
  canvas: Pick<CanvasController, 'typeOf' | 'editing' | 'session' | 'model' | 'tell'> & {
    selection: Pick<Selection, 'ids'>;
  },
  degrees: number,
): boolean {
  const turns = (id: string): boolean => canTurn(canvas, id);
  const bundles = unitsOf(canvas.model, canvas.selection.ids).filter((unit) => unit.length > 1 && unit.some(turns));
  const alone = [...canvas.selection.ids].filter((id) => turns(id) && !bundles.some((unit) => unit.includes(id)));
  const units = [...bundles, ...alone.map((id) => [id])];
  return units.length > 0 && canvas.tell(turnUnits(canvas.session, units, degrees, turns));
}
