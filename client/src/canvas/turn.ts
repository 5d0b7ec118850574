import { turn } from '../sync/actions.ts';
import type { CanvasController } from './controller.ts';
import type { Selection } from './selection.ts';

/** One step of turning by key or menu, degrees. */
export const TURN_STEP = 15;

/** Is this an element that can be turned by hand just now? */
export function canTurn(canvas: Pick<CanvasController, 'typeOf' | 'editing'>, id: string): boolean {
  return canvas.typeOf(id)?.turns === true && canvas.editing !== id;
}

/** Turns each of the selected elements about its own middle. */
export function turnSelected(
  canvas: Pick<CanvasController, 'typeOf' | 'editing' | 'session' | 'tell'> & { selection: Pick<Selection, 'ids'> },
  degrees: number,
): boolean {
  const ids = [...canvas.selection.ids].filter((id) => canTurn(canvas, id));
  return ids.length > 0 && canvas.tell(turn(canvas.session, ids, degrees));
}
