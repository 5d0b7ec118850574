import {
  type BoardElement,
  type Box,
  outwards,
  type Point,
  sidePoint,
  SIDES,
  type Side,
  type Size,
} from '@talkoot/board';
import type { Resizing } from '@talkoot/elements';
import { mayAdd } from '../sync/actions-add.ts';
import type { CanvasController } from './controller.ts';
import { canGrow, lineType } from './growing.ts';

/** The corners and sides by which an element is pulled larger. */
export type Handle = 'nw' | 'ne' | 'sw' | 'se' | 'w' | 'e';

/** Where the handles of a box are. */
export function handlesOf(box: Box, handles: Resizing['handles']): { handle: Handle; x: number; y: number }[] {
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
  const north = handle.startsWith('n');
  const sides = handle === 'w' || handle === 'e';
  let width = Math.max(min.width, box.width + (west ? -by.x : by.x));
  let height = sides ? box.height : Math.max(min.height, box.height + (north ? -by.y : by.y));
  if (square && !sides) {
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

/** Pointer shape over a handle. */
export function cursorOf(handle: Handle): string {
  if (handle === 'w' || handle === 'e') return 'ew-resize';
  return handle === 'nw' || handle === 'se' ? 'nwse-resize' : 'nesw-resize';
}

/** The ends of an element that connects; none of others. */
export function endsOfLine(element: BoardElement | undefined): (Point & { index: 0 | 1 })[] {
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
  const box = canvas.scene.shownBox(id);
  if (!line || !box || canvas.editing || !canGrow(canvas, id) || !mayAdd(canvas.session, line)) return [];
  return SIDES.map((side) => {
    const { x, y } = sidePoint(box, side);
    const out = outwards(side);
    const away = DOT_PX / canvas.camera.zoom;
    return { x: x + out.x * away, y: y + out.y * away, side };
  });
}
