import { draftElement, type ElementData, endAt, type Side, sidePoint, SIDES } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { addElement } from '../../sync/actions-add.ts';
import { additionBetween, type EndTo, endFrom, endOn, setEnd } from '../../sync/ends.ts';
import type { CanvasController } from '../controller.ts';
import { growTowards } from '../growing.ts';
import { elementAt } from '../hit.ts';
import { movedFar, type Pointer, type ToolContext, type ToolState } from './state.ts';

/** So near to the middle of a side an end is bound to it, CSS pixels. */
const SIDE_PX = 18;

/** Where an end would be put at a point: on what is under it, unless that is `without`. */
export function endUnder(canvas: CanvasController, pointer: Pointer, without: string | null): EndTo {
  const point = pointer.board;
  const accept = (id: string): boolean => id !== without && !canvas.model.kindOf(id)?.connects;
  const hit = elementAt(canvas, point, pointer.touch, accept);
  if (hit.type === 'board' || hit.part === 'inside') return { element: null, side: null, point };
  const box = canvas.scene.shownBox(hit.id);
  const near = (side: Side): boolean => {
    const at = box && sidePoint(box, side);
    return at !== undefined && Math.hypot(at.x - point.x, at.y - point.y) * canvas.camera.zoom <= SIDE_PX;
  };
  return endOn(canvas.model, hit.id, SIDES.find(near) ?? null);
}

function aim(canvas: CanvasController, end: EndTo | null): void {
  canvas.linkTarget = end?.element ? { element: end.element, side: end.side } : null;
  canvas.scene.refreshActive();
}

/** A line as it would be, before it is on the board. */
function draftOf(canvas: CanvasController, type: ElementType, from: EndTo, to: EndTo): ElementData {
  const boxOf = (id: string) => canvas.scene.shownBox(id);
  const origin = { x: 0, y: 0 };
  const draft = draftElement(type.kind, {
    place: { frame: null, ...origin },
    size: { width: 1, height: 1 },
    fields: type.defaults.fields,
  });
  const [one, other] = [from, to].map((end) => endAt(endFrom(end, origin), origin, boxOf));
  const route = type.connects && one && other ? type.connects.route(draft, one, other) : undefined;
  return route ? { ...draft, route } : draft;
}

/**
 * Drawing a line: from where the pointer is pressed to where it is let go, or from one click to the next, so that
 * nobody has to drag. `grown`: it began at a dot beside an element, where a mere click grows the next one.
 */
export function linking(
  context: ToolContext,
  type: ElementType,
  start: Pointer,
  from: EndTo,
  grown?: { id: string; side: Side },
): ToolState {
  const { canvas } = context;
  let clicked = false;

  function target(pointer: Pointer): EndTo {
    return endUnder(canvas, pointer, from.element);
  }

  function end(): ToolState {
    canvas.scene.drafts = [];
    aim(canvas, null);
    canvas.tool = 'select';
    return context.idle();
  }

  function finish(pointer: Pointer): ToolState {
    const result = addElement(canvas.session, additionBetween(canvas.session, type, from, target(pointer)));
    if (canvas.tell(result) && result.allowed) canvas.selection.set(result.ids);
    return end();
  }

  return {
    name: 'linking',
    pansAtEdge: true,
    enter: () => canvas.setCursor('crosshair'),
    move: (pointer) => {
      if (!clicked && !movedFar(start, pointer)) return undefined;
      const to = target(pointer);
      canvas.scene.drafts = [draftOf(canvas, type, from, to)];
      aim(canvas, to);
      return undefined;
    },
    down: () => undefined,
    up: (pointer) => {
      if (clicked || movedFar(start, pointer)) return finish(pointer);
      if (grown) {
        growTowards(canvas, grown.id, grown.side);
        return end();
      }
      // A click begins the line; the next one ends it.
      clicked = true;
      return undefined;
    },
    cancel: () => void end(),
  };
}

/** Pulling one end of a line elsewhere. */
export function rebinding(context: ToolContext, id: string, index: 0 | 1): ToolState {
  const { canvas } = context;
  const element = canvas.model.get(id);
  const field = canvas.model.kindOf(id)?.connects?.ends[index];
  const corner = element ? canvas.model.cornerOf(element) : { x: 0, y: 0 };

  function end(): ToolState {
    aim(canvas, null);
    canvas.scene.settle([id]);
    return context.idle();
  }

  return {
    name: 'rebinding',
    pansAtEdge: true,
    enter: () => canvas.setCursor('grabbing'),
    move: (pointer) => {
      const to = endUnder(canvas, pointer, id);
      if (field) canvas.scene.hold([[id, { dx: 0, dy: 0, fields: { [field]: endFrom(to, corner) } }]]);
      aim(canvas, to);
      return undefined;
    },
    up: (pointer) => {
      canvas.tell(setEnd(canvas.session, id, index, endUnder(canvas, pointer, id)));
      return end();
    },
    cancel: () => void end(),
  };
}
