import { mayMove } from '../../sync/actions-move.ts';
import { chosenBy, toggleBy } from '../choosing.ts';
import type { CanvasController } from '../controller.ts';
import { type Hit, linkAt, overWords } from '../hit.ts';
import { openLink } from '../open-link.ts';
import { dragging } from './dragging.ts';
import { marquee } from './marquee.ts';
import { panning } from './panning.ts';
import { movedFar, type Pointer, type ToolContext, type ToolState } from './state.ts';

/** Pressed, and not yet clear whether it is a click, a drag or a box. */
export function pointing(context: ToolContext, start: Pointer, hit: Hit): ToolState {
  const { canvas } = context;
  const id = hit.type === 'element' ? hit.id : null;
  const wasSelected = id !== null && canvas.selection.has(id);
  const grabs = hit.type === 'element' && (hit.part === 'body' || wasSelected);
  // A press selects at once, so that press and drag are one gesture. Fingers select on release: they may be panning.
  if (id && grabs && !wasSelected && !start.touch && !start.shift) canvas.selection.set(chosenBy(canvas, id));

  function move(pointer: Pointer): ToolState | undefined {
    if (!movedFar(start, pointer)) return undefined;
    if (start.touch && !wasSelected) return panning(context, start);
    if (!id || !grabs) return marquee(context, start, pointer);
    if (start.shift && !wasSelected) toggleBy(canvas, id);
    // What may not be moved is no obstacle to drawing a box over it.
    if (!canMoveAny(canvas) && canvas.model.kindOf(id)?.container) return marquee(context, start, pointer);
    return dragging(context, start, pointer);
  }

  function up(pointer: Pointer): ToolState {
    const link = id !== null && start.ctrl && !start.shift ? linkAt(canvas, id, start.board) : null;
    if (link) openLink(link);
    else if (id === null) clickBoard(canvas, start);
    else if (start.shift || start.ctrl) toggleBy(canvas, id);
    else clickElement(canvas, pointer, id, { wasSelected, inside: hit.type === 'element' && hit.part === 'inside' });
    return context.idle();
  }

  return { name: 'pointing', leavesView: true, move, up };
}

function canMoveAny(canvas: CanvasController): boolean {
  return [...canvas.selection.ids].some((id) => mayMove(canvas.session, id).allowed);
}

function clickBoard(canvas: CanvasController, pointer: Pointer): void {
  if (!pointer.shift) canvas.selection.clear();
  if (pointer.clicks === 2) addHere(canvas, pointer);
}

/** The first kind of the toolbar is what a double click puts down. */
function addHere(canvas: CanvasController, pointer: Pointer): void {
  const type = [...canvas.types.values()].find(({ placing }) => placing === 'point');
  if (type) canvas.add({ type, at: pointer.board });
}

function clickElement(
  canvas: CanvasController,
  pointer: Pointer,
  id: string,
  { wasSelected, inside }: { wasSelected: boolean; inside: boolean },
): void {
  const ground = inside && !overWords(canvas, id, pointer.board);
  if (pointer.clicks === 2 && ground) {
    addHere(canvas, pointer);
    return;
  }
  const again = (pointer.clicks === 2 || (pointer.touch && wasSelected)) && !ground;
  const chosen = chosenBy(canvas, id);
  // The second click goes into a bundle, the next into the words.
  canvas.selection.set(again ? [id] : chosen);
  if (again && chosen.length === 1) canvas.edit(id);
}
