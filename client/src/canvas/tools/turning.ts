import { type Box, centreOf, type Point, turned } from '@talkoot/board';
import { movable, setTurn } from '../../sync/actions-move.ts';
import { turnAbout } from '../../sync/bundles.ts';
import { groupBox } from '../handles.ts';
import type { Lift } from '../scene/lifted.ts';
import { canTurn, TURN_STEP } from '../turn.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** So near to a quarter turn an element stands straight, degrees. */
const STRAIGHT = 3;

/** Turning the one selected element about its middle. With Shift in steps. */
export function turning(context: ToolContext, start: Pointer, id: string): ToolState {
  const { canvas } = context;
  const middle = centreOf(canvas.model.box(id) as Box);
  const angle = follower(middle, start, canvas.model.get(id)?.rotation ?? 0);

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

/** Turning the bundle that is selected whole about its middle. */
export function turningTogether(context: ToolContext, start: Pointer): ToolState {
  const { canvas } = context;
  const middle = centreOf(groupBox(canvas) as Box);
  const { ids } = movable(canvas.session, canvas.selection.ids);
  const angle = follower(middle, start, 0);
  const turns = (id: string): boolean => canTurn(canvas, id);

  function liftOf(id: string, by: number): Omit<Lift, 'restsUntil'> {
    const from = centreOf(canvas.model.box(id) as Box);
    const to = turned(from, middle, by);
    const rotation = (canvas.model.get(id)?.rotation ?? 0) + (turns(id) ? by : 0);
    return { dx: to.x - from.x, dy: to.y - from.y, rotation };
  }

  function end(): void {
    canvas.scene.settle(ids);
  }

  return {
    name: 'turning',
    enter: () => canvas.setCursor('grabbing'),
    move: (pointer) => {
      // Lines follow what they hang on.
      const solid = ids.filter((id) => !canvas.model.kindOf(id)?.connects);
      canvas.scene.hold(solid.map((id) => [id, liftOf(id, angle(pointer))] as const));
      return undefined;
    },
    up: (pointer) => {
      canvas.tell(turnAbout(canvas.session, ids, { middle, by: angle(pointer), turns }));
      end();
      return context.idle();
    },
    cancel: end,
  };
}

/** The angle as it follows the pointer round a middle: with Shift in steps, near a quarter turn straight. */
function follower(middle: Point, start: Pointer, before: number): (pointer: Pointer) => number {
  const first = angleTo(middle, start.board);
  return (pointer) => {
    const free = before + angleTo(middle, pointer.board) - first;
    if (pointer.shift) return normal(Math.round(free / TURN_STEP) * TURN_STEP);
    const quarter = Math.round(free / 90) * 90;
    return normal(Math.abs(free - quarter) <= STRAIGHT ? quarter : Math.round(free));
  };
}

function angleTo(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** The same angle between -180 and 180. */
function normal(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
