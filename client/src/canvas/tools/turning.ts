import { type Box, centreOf, type Point } from '@talkoot/board';
import { setTurn } from '../../sync/actions.ts';
import { TURN_STEP } from '../turn.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** So near to a quarter turn an element stands straight, degrees. */
const STRAIGHT = 3;

/** Turning the one selected element about its middle. With Shift in steps. */
export function turning(context: ToolContext, start: Pointer, id: string): ToolState {
  const { canvas } = context;
  const middle = centreOf(canvas.model.box(id) as Box);
  const before = canvas.model.get(id)?.rotation ?? 0;
  const first = angleTo(middle, start.board);

  function angle(pointer: Pointer): number {
    const free = before + angleTo(middle, pointer.board) - first;
    if (pointer.shift) return normal(Math.round(free / TURN_STEP) * TURN_STEP);
    const quarter = Math.round(free / 90) * 90;
    return normal(Math.abs(free - quarter) <= STRAIGHT ? quarter : Math.round(free));
  }

  function end(): void {
    canvas.scene.settle([id]);
  }

  return {
    name: 'turning',
    enter: () => canvas.setCursor('grabbing'),
    move: (pointer) => {
      canvas.scene.hold([[id, { dx: 0, dy: 0, rotation: angle(pointer) }]]);
      return undefined;
    },
    up: (pointer) => {
      canvas.tell(setTurn(canvas.session, new Map([[id, angle(pointer)]])));
      end();
      return context.idle();
    },
    cancel: end,
  };
}

function angleTo(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** The same angle between -180 and 180. */
function normal(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
