import {
  type BoardElement,
  type Box,
  boxAround,
  centreOf,
  grow,
  outwards,
  type Point,
  sidePoint,
  SIDES,
  type Side,
  type Size,
  turned,
} from '@talkoot/board';
import type { Resizing } from '@talkoot/elements';
import { mayMove } from '../sync/actions-move.ts';
import { mayAdd } from '../sync/actions-add.ts';
import { bundleEntered } from '../sync/bundles.ts';
import type { CanvasController } from './controller.ts';
import { canGrow, lineType } from './growing.ts';
import { canTurn } from './turn.ts';

/** The corners and sides by which an element is pulled larger. */
export type Handle = 'nw' | 'ne' | 'sw' | 'se' | 'n' | 's' | 'w' | 'e';

/** How far outside a corner the handle for turning stands, CSS pixels. */
const TURN_PX = 22;

/** Where an element that can be turned is gripped for it: outside its lower left corner. */
export function turnHandle(box: Box, rotation: number, zoom: number): Point {
  const away = TURN_PX / zoom;
  return turned({ x: box.x - away, y: box.y + box.height + away }, centreOf(box), rotation);
}

/** Where the handles of a turned box are. */
export function handlesOf(
  box: Box,
  handles: Resizing['handles'],
  rotation = 0,
): { handle: Handle; x: number; y: number }[] {
  const middle = centreOf(box);
  return uprightHandles(box, handles).map((at) => ({ handle: at.handle, ...turned(at, middle, rotation) }));
}

function uprightHandles(box: Box, handles: Resizing['handles']): { handle: Handle; x: number; y: number }[] {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  if (handles === 'width') {
    const middle = box.y + box.height / 2;
    return [
      { handle: 'w', x: box.x, y: middle },
      { handle: 'e', x: right, y: middle },
    ];
  }
  return [
    { handle: 'nw', x: box.x, y: box.y },
    { handle: 'ne', x: right, y: box.y },
    { handle: 'sw', x: box.x, y: bottom },
    { handle: 'se', x: right, y: bottom },
  ];
}

/** The box after a handle was pulled by an offset; the opposite side stays. `square` keeps the proportions. */
export function pulled(box: Box, handle: Handle, by: Point, min: Size, square: boolean): Box {
  const west = handle.includes('w');
  const north = handle.includes('n');
  const across = west || handle.includes('e');
  const along = north || handle.includes('s');
  let width = across ? Math.max(min.width, box.width + (west ? -by.x : by.x)) : box.width;
  let height = along ? Math.max(min.height, box.height + (north ? -by.y : by.y)) : box.height;
  if (square && across && along) {
    const factor = Math.max(width / box.width, height / box.height, min.width / box.width, min.height / box.height);
    width = box.width * factor;
    height = box.height * factor;
  }
  return {
    x: west ? box.x + box.width - width : box.x,
    y: north ? box.y + box.height - height : box.y,
    width,
    height,
  };
}

/** The same for a box that is turned: pulled along its own sides, the opposite corner staying where it is seen. */
export function pulledTurned(
  box: Box,
  rotation: number,
  pull: { handle: Handle; by: Point; min: Size; square: boolean },
): Box {
  const { handle, by, min, square } = pull;
  const next = pulled(box, handle, turned(by, { x: 0, y: 0 }, -rotation), min, square);
  if (rotation === 0) return next;
  const middle = turned(centreOf(next), centreOf(box), rotation);
  return { ...next, x: middle.x - next.width / 2, y: middle.y - next.height / 2 };
}

/** Pointer shape over a handle. */
export function cursorOf(handle: Handle): string {
  if (handle === 'w' || handle === 'e') return 'ew-resize';
  if (handle === 'n' || handle === 's') return 'ns-resize';
  return handle === 'nw' || handle === 'se' ? 'nwse-resize' : 'nesw-resize';
}

/** The ends of an element that connects; none of others. */
function endsOfLine(element: BoardElement | undefined): (Point & { index: 0 | 1 })[] {
  const points = element?.route?.points;
  const [first, last] = [points?.[0], points?.at(-1)];
  if (!first || !last) return [];
  return [
    { ...first, index: 0 },
    { ...last, index: 1 },
  ];
}

/** How far beside an element the dots stand from which lines are drawn, CSS pixels. */
const DOT_PX = 18;

/** The dots beside an element from which lines are drawn; none where the person may draw none. */
export function growHandles(canvas: CanvasController, id: string): (Point & { side: Side })[] {
  const line = lineType(canvas);
  const box = canvas.scene.shownBounds(id);
  if (!line || !box || canvas.editing || !canGrow(canvas, id) || !mayAdd(canvas.session, line)) return [];
  return SIDES.map((side) => {
    const { x, y } = sidePoint(box, side);
    const out = outwards(side);
    const away = DOT_PX / canvas.camera.zoom;
    return { x: x + out.x * away, y: y + out.y * away, side };
  });
}

/** The handles of a selection of several stand so far outside the box around it, CSS pixels. */
export const GROUP_PX = 6;

/** The box around several selected elements as they are shown; null unless there are several. */
export function groupBox(canvas: CanvasController): Box | null {
  const { selection, scene } = canvas;
  if (selection.ids.size < 2) return null;
  return boxAround([...selection.ids].map((id) => scene.shownBounds(id)).filter((box) => box !== undefined));
}

/** Handles are looked for with every move of the pointer: no more elements than this are asked about. */
const MOST_ASKED = 50;

/** The corners by which a selection of several is made larger or smaller. */
export function groupHandles(canvas: CanvasController): { handle: Handle; x: number; y: number }[] {
  const around = canvas.editing ? null : groupBox(canvas);
  const may =
    around && [...canvas.selection.ids].slice(0, MOST_ASKED).some((id) => mayMove(canvas.session, id).allowed);
  return may ? handlesOf(grow(around, GROUP_PX / canvas.camera.zoom), 'corners') : [];
}

/** Where a bundle that is selected whole is gripped for turning; undefined where nothing of it turns. */
export function groupTurnHandle(canvas: CanvasController): Point | undefined {
  const { ids } = canvas.selection;
  const [first = ''] = ids;
  const members = canvas.model.bundleOf(first);
  const isWhole = members.size === ids.size && [...ids].every((id) => members.has(id));
  if (!isWhole || ![...ids].some((id) => canTurn(canvas, id)) || groupHandles(canvas).length === 0) return undefined;
  const around = groupBox(canvas);
  if (!around) return undefined;
  return turnHandle(grow(around, GROUP_PX / canvas.camera.zoom), 0, canvas.camera.zoom);
}

/** The box around the bundle inside which something is selected; null unless one was entered. */
export function enteredBox({ model, selection, scene }: CanvasController): Box | null {
  const members = [...bundleEntered(model, selection.ids)];
  return boxAround(members.map((id) => scene.shownBounds(id)).filter((box) => box !== undefined));
}

/** The handles by which the person may pull an element larger as it is shown; none where they may not. */
export function resizeHandles(canvas: CanvasController, id: string): { handle: Handle; x: number; y: number }[] {
  const box = canvas.scene.shownBox(id);
  const resizing = canvas.typeOf(id)?.resizing;
  if (!box || !resizing || !mayMove(canvas.session, id).allowed) return [];
  return handlesOf(box, resizing.handles, canvas.scene.shownElement(id)?.rotation);
}

/** Where the person may grip an element to turn it, as it is shown. */
export function turnGrip(canvas: CanvasController, id: string): Point | undefined {
  const box = canvas.scene.shownBox(id);
  if (!box || !canTurn(canvas, id) || !mayMove(canvas.session, id).allowed) return undefined;
  return turnHandle(box, canvas.scene.shownElement(id)?.rotation ?? 0, canvas.camera.zoom);
}

/** The ends of a line that the person may put elsewhere. */
export function endGrips(canvas: CanvasController, id: string): (Point & { index: 0 | 1 })[] {
  return mayMove(canvas.session, id).allowed ? endsOfLine(canvas.scene.shownElement(id)) : [];
}
