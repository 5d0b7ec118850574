import { type Box, centreOf, containsBox, grow, lineMeets, type Point, turned } from '@talkoot/board';
import { withBundles } from '../../sync/bundles.ts';
import type { CanvasController } from '../controller.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** Drawing a box around what is to be selected. Containers count only when they are wholly in it. */
export function marquee(context: ToolContext, start: Pointer, first: Pointer): ToolState {
  const { canvas } = context;
  const before = start.shift ? [...canvas.selection.ids] : [];

  function update(pointer: Pointer): void {
    const box = boxOf(start, pointer);
    canvas.marquee = box;
    const found = canvas.scene.index.search(box).filter((id) => isTaken(canvas, id, box));
    canvas.selection.set([...before, ...withBundles(canvas.model, found)]);
    canvas.scene.refreshActive();
  }

  function end(): void {
    canvas.marquee = null;
    canvas.scene.refreshActive();
  }

  return {
    name: 'marquee',
    pansAtEdge: true,
    enter: () => update(first),
    move: (pointer) => {
      update(pointer);
      return undefined;
    },
    up: () => {
      end();
      return context.idle();
    },
    cancel: () => {
      end();
      canvas.selection.set(before);
    },
  };
}

/** What is nothing but a line is taken where the line runs, a container when it is wholly in the box. */
function isTaken(canvas: CanvasController, id: string, box: Box): boolean {
  const element = canvas.model.get(id);
  const own = canvas.model.box(id);
  if (!element || !own) return false;
  if (element.route) return lineMeets(element.route.points, box);
  const line = canvas.typeOf(id)?.line?.(element);
  if (!line) return !canvas.model.kindOf(id)?.container || containsBox(box, own);
  const middle = centreOf(own);
  const points = line.points.map(({ x, y }) => turned({ x: own.x + x, y: own.y + y }, middle, element.rotation));
  // A dot is a line from itself to itself.
  return lineMeets([...points, points.at(-1) as Point], grow(box, line.width / 2));
}

export function boxOf(a: Pointer, b: Pointer): Box {
  return {
    x: Math.min(a.board.x, b.board.x),
    y: Math.min(a.board.y, b.board.y),
    width: Math.abs(a.board.x - b.board.x),
    height: Math.abs(a.board.y - b.board.y),
  };
}
