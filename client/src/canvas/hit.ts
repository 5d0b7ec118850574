import { type Box, containsPoint, grow, type Point } from '@talkoot/board';
import type { CanvasController } from './controller.ts';
import { type Handle, handlesOf } from './handles.ts';

/** What lies under the pointer. */
export type Hit =
  | { type: 'handle'; id: string; handle: Handle }
  /** `inside`: the empty ground of a container, where a press may as well mean the board. */
  | { type: 'element'; id: string; part: 'body' | 'inside' }
  | { type: 'board' };

const EDGE_PX = 8;
const HANDLE_PX = 9;
const HANDLE_TOUCH_PX = 20;
/** How far beside a thin element a press still means it. */
const REACH_PX = 6;
const REACH_TOUCH_PX = 14;

/** Finds what a press at a point of the board means. */
export function hitTest(canvas: CanvasController, point: Point, touch: boolean): Hit {
  const { zoom } = canvas.camera;
  const only = canvas.selection.only;
  if (only) {
    const handle = handleAt(canvas, only, point, (touch ? HANDLE_TOUCH_PX : HANDLE_PX) / zoom);
    if (handle) return { type: 'handle', id: only, handle };
  }
  const reach = (touch ? REACH_TOUCH_PX : REACH_PX) / zoom;
  for (const id of canvas.scene.index.at(point, reach)) {
    const box = canvas.scene.shownBox(id);
    if (!box || !isOn(canvas, id, point, reach)) continue;
    const inside = canvas.model.kindOf(id)?.container === true && !onRim(canvas, id, box, point);
    return { type: 'element', id, part: inside ? 'inside' : 'body' };
  }
  return { type: 'board' };
}

/** Does an element lie at a point, or, when it is not its whole box, no further off than `reach`? */
export function isOn(canvas: CanvasController, id: string, point: Point, reach: number): boolean {
  const element = canvas.model.get(id);
  const type = canvas.typeOf(id);
  const box = canvas.scene.shownBox(id);
  if (!element || !box) return false;
  if (!type?.hits) return containsPoint(box, point);
  const inside = { x: point.x - box.x, y: point.y - box.y };
  return containsPoint(grow(box, reach), point) && type.hits(element, inside, reach, canvas.names);
}

function handleAt(canvas: CanvasController, id: string, point: Point, reach: number): Handle | null {
  const box = canvas.scene.shownBox(id);
  const resizing = canvas.typeOf(id)?.resizing;
  if (!box || !resizing) return null;
  const near = handlesOf(box, resizing.handles).find(
    ({ x, y }) => Math.abs(x - point.x) <= reach && Math.abs(y - point.y) <= reach,
  );
  return near?.handle ?? null;
}

/** On a container's line or its words, which belong to it alone. */
function onRim(canvas: CanvasController, id: string, box: Box, point: Point): boolean {
  const edge = EDGE_PX / canvas.camera.zoom;
  const inner = { x: box.x + edge, y: box.y + edge, width: box.width - 2 * edge, height: box.height - 2 * edge };
  return !containsPoint(inner, point) || overWords(canvas, id, point);
}

/** Is this point on the words that the element's editor would show? */
export function overWords(canvas: CanvasController, id: string, point: Point): boolean {
  const element = canvas.model.get(id);
  const type = canvas.typeOf(id);
  const box = canvas.scene.shownBox(id);
  if (!element || !type || !box) return false;
  return canvas.painter.words.blocksOf(type, element).some((entry) => {
    if (!entry.block.editable) return false;
    const { x, y, layout } = canvas.painter.words.linesOf(entry);
    const words = { x: box.x + x, y: box.y + y, width: Math.max(60, entry.block.box.width), height: layout.height };
    return containsPoint(words, point);
  });
}
