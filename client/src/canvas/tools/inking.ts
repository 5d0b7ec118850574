import type { Point } from '@talkoot/board';
import type { ElementType } from '@talkoot/elements';
import { addElements } from '../../sync/actions-add.ts';
import { additionsOf, type Line, sketchesOf } from '../lines.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** A straight line so near to a level, upright or slanting one is meant to be it. */
const PULL = (6 * Math.PI) / 180;
const EIGHTH = Math.PI / 4;

/** Drawing a line by hand: shown as it grows, written once at its end. With Shift it goes straight on. */
export function inking(context: ToolContext, type: ElementType, start: Pointer): ToolState {
  const { canvas } = context;
  const drawn = [start.board];
  let straightTo: Point | null = null;
  const fields = canvas.pens.fieldsOf(type);

  function line(): Line {
    return { type, fields, points: straightTo ? [...drawn, straightTo] : drawn };
  }

  function show(): void {
    canvas.scene.drafts = sketchesOf(line(), canvas.camera.zoom);
  }

  function follow(pointer: Pointer): void {
    if (pointer.shift) straightTo = pulled(drawn.at(-1) as Point, pointer.board);
    else {
      if (straightTo) drawn.push(straightTo);
      straightTo = null;
      drawn.push(...(pointer.trail ?? [pointer.board]));
    }
    show();
  }

  function end(): void {
    canvas.scene.drafts = [];
  }

  return {
    name: 'inking',
    enter: show,
    move: (pointer) => {
      follow(pointer);
      return undefined;
    },
    up: (pointer) => {
      follow(pointer);
      canvas.tell(addElements(canvas.session, additionsOf(line(), canvas.camera.zoom)));
      end();
      return context.idle();
    },
    cancel: end,
  };
}

/** The end of a straight line, on a multiple of 45 degrees when it is nearly there. */
function pulled(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const even = Math.round(angle / EIGHTH) * EIGHTH;
  if (Math.abs(angle - even) > PULL) return to;
  return { x: from.x + Math.cos(even) * length, y: from.y + Math.sin(even) * length };
}
