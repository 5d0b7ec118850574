import { type Box, centreOf, containsPoint, grow, isFrame, type Point, type Side, turned } from '@talkoot/board';
import { mayMove } from '../sync/actions-move.ts';
import type { CanvasController } from './controller.ts';
import {
  endGrips,
  groupHandles,
  groupTurnHandle,
  growHandles,
  type Handle,
  resizeHandles,
  turnGrip,
} from './handles.ts';

/** What lies under the pointer. */
export type Hit =
  | { type: 'handle'; id: string; handle: Handle }
  /** `null`: the whole bundle that is selected. */
  | { type: 'turn'; id: string | null }
  /** A corner of the box around several selected elements. */
  | { type: 'scale'; handle: Handle }
  /** An end of the selected line. */
  | { type: 'end'; id: string; index: 0 | 1 }
  /** The dot beside the selected element, out of which lines are drawn. */
  | { type: 'grow'; id: string; side: Side }
  /** `inside`: the empty ground of a container, where a press may as well mean the board. */
  | { type: 'element'; id: string; part: 'body' | 'inside' }
  | { type: 'board' };

const EDGE_PX = 8;
const HANDLE_PX = 9;
const HANDLE_TOUCH_PX = 20;
/** Thin things are found this near, CSS pixels. */
const LINE_PX = 7;
/** So near, board units, nothing else is meant. */
const SURE = 7;

/** Finds what a press at a point of the board means. */
export function hitTest(canvas: CanvasController, point: Point, touch: boolean): Hit {
  const { zoom } = canvas.camera;
  const only = canvas.selection.only;
  if (only) {
    const handle = handleAt(canvas, only, point, (touch ? HANDLE_TOUCH_PX : HANDLE_PX) / zoom);
    if (handle) return handle;
    // Fingers take hold of the thing itself; they have the corners.
    const side = touch ? undefined : resizeSide(canvas, only, point);
    if (side) return { type: 'handle', id: only, handle: side };
  }
  const corner = groupHandles(canvas).find(near(point, (touch ? HANDLE_TOUCH_PX : HANDLE_PX) / zoom));
  if (corner) return { type: 'scale', handle: corner.handle };
  const grip = groupTurnHandle(canvas);
  if (grip && near(point, (touch ? HANDLE_TOUCH_PX : HANDLE_PX) / zoom)(grip)) return { type: 'turn', id: null };
  return elementAt(canvas, point, touch);
}

function near(point: Point, reach: number): (at: Point) => boolean {
  return ({ x, y }) => Math.abs(x - point.x) <= reach && Math.abs(y - point.y) <= reach;
}

/**
 * The topmost element under a point that is accepted. From afar, where all is small, a line is found only beside things
 * that lie right under the point: else few of them could be taken hold of.
 */
export function elementAt(
  canvas: CanvasController,
  point: Point,
  touch: boolean,
  accept: (id: string) => boolean = () => true,
): Extract<Hit, { type: 'element' | 'board' }> {
  const reach = (touch ? 2 * LINE_PX : LINE_PX) / canvas.camera.zoom;
  let nearby: string | null = null;
  for (const id of canvas.scene.index.at(point, reach)) {
    const box = canvas.scene.shownBox(id);
    if (!box || !accept(id) || !isOn(canvas, id, point, reach)) continue;
    if (!isOn(canvas, id, point, Math.min(reach, SURE))) {
      nearby ??= id;
      continue;
    }
    const inside = isFrame(canvas.model.kindOf(id)) && !onRim(canvas, id, box, point);
    if (!inside || nearby === null) return { type: 'element', id, part: inside ? 'inside' : 'body' };
  }
  return nearby === null ? { type: 'board' } : { type: 'element', id: nearby, part: 'body' };
}

/** Does an element lie at a point, or, when it is not its whole box, no further off than `reach`? */
export function isOn(canvas: CanvasController, id: string, at: Point, reach: number): boolean {
  const element = canvas.scene.shownElement(id);
  const type = canvas.typeOf(id);
  const box = canvas.scene.shownBox(id);
  if (!element || !box) return false;
  const point = upright(canvas, id, box, at);
  if (!type?.hits) return containsPoint(box, point);
  if (!containsPoint(grow(box, reach), point)) return false;
  const inside = { x: point.x - box.x, y: point.y - box.y };
  return type.hits(element, inside, reach, canvas.names) || overWords(canvas, id, at);
}

/** A point as it lies on an element before that was turned. */
function upright(canvas: CanvasController, id: string, box: Box, point: Point): Point {
  return turned(point, centreOf(box), -(canvas.scene.shownElement(id)?.rotation ?? 0));
}

function handleAt(canvas: CanvasController, id: string, point: Point, reach: number): Hit | null {
  const isNear = near(point, reach);
  const end = endGrips(canvas, id).find(isNear);
  if (end) return { type: 'end', id, index: end.index };
  const handle = resizeHandles(canvas, id).find(isNear);
  if (handle) return { type: 'handle', id, handle: handle.handle };
  const grip = turnGrip(canvas, id);
  if (grip && isNear(grip)) return { type: 'turn', id };
  const dot = growHandles(canvas, id).find(isNear);
  return dot ? { type: 'grow', id, side: dot.side } : null;
}

/** A side is gripped this near to it, CSS pixels. */
const SIDE_PX = 5;
/** On anything smaller, CSS pixels, sides would leave no room to take hold of the thing itself. */
const LEAST_SIDED = 48;

/** The side at a point by which the person may pull an element, without changing it the other way. */
function resizeSide(canvas: CanvasController, id: string, at: Point): Handle | undefined {
  const { zoom } = canvas.camera;
  const box = canvas.scene.shownBox(id);
  const resizing = canvas.typeOf(id)?.resizing;
  if (!box || resizing?.handles !== 'corners' || resizing.keepsShape || canvas.editing) return undefined;
  if (Math.min(box.width, box.height) * zoom < LEAST_SIDED || !mayMove(canvas.session, id).allowed) return undefined;
  const { x, y } = turned(at, centreOf(box), -(canvas.scene.shownElement(id)?.rotation ?? 0));
  const reach = SIDE_PX / zoom;
  if (x < box.x - reach || x > box.x + box.width + reach) return undefined;
  if (y < box.y - reach || y > box.y + box.height + reach) return undefined;
  if (Math.abs(x - box.x) <= reach) return 'w';
  if (Math.abs(x - box.x - box.width) <= reach) return 'e';
  if (Math.abs(y - box.y) <= reach) return 'n';
  return Math.abs(y - box.y - box.height) <= reach ? 's' : undefined;
}

/** On a container's line or its words, which belong to it alone. */
function onRim(canvas: CanvasController, id: string, box: Box, point: Point): boolean {
  const edge = EDGE_PX / canvas.camera.zoom;
  const inner = { x: box.x + edge, y: box.y + edge, width: box.width - 2 * edge, height: box.height - 2 * edge };
  return !containsPoint(inner, point) || overWords(canvas, id, point);
}

/** The address of the link at a point of an element's words. */
export function linkAt(canvas: CanvasController, id: string, at: Point): string | null {
  const element = canvas.scene.shownElement(id);
  const type = canvas.typeOf(id);
  const box = canvas.scene.shownBox(id);
  if (!element || !type || !box || !element.runs.some(({ attributes }) => attributes?.link)) return null;
  const point = upright(canvas, id, box, at);
  for (const entry of canvas.painter.words.blocksOf(type, element)) {
    const { x, y, layout } = canvas.painter.words.linesOf(entry);
    const inWords = { x: point.x - box.x - x, y: point.y - box.y - y };
    const line = layout.lines[Math.floor(inWords.y / layout.lineHeight)];
    const run = line?.runs.find((one) => one.link && inWords.x >= one.x && inWords.x <= one.x + one.width);
    if (run?.link) return run.link;
  }
  return null;
}

/** Is this point on the words that the element's editor would show? */
export function overWords(canvas: CanvasController, id: string, point: Point): boolean {
  const element = canvas.scene.shownElement(id);
  const type = canvas.typeOf(id);
  const box = canvas.scene.shownBox(id);
  if (!element || !type || !box) return false;
  return canvas.painter.words.blocksOf(type, element).some((entry) => {
    if (!entry.block.editable) return false;
    const { x, y, layout } = canvas.painter.words.linesOf(entry);
    const words = { x: box.x + x, y: box.y + y, width: Math.max(60, entry.block.box.width), height: layout.height };
    return containsPoint(words, upright(canvas, id, box, point));
  });
}
