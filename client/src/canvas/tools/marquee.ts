import { type Box, containsBox, lineMeets } from '@talkoot/board';
import { withBundles } from '../../sync/bundles.ts';
import type { Pointer, ToolContext, ToolState } from './state.ts';

/** Drawing a box around what is to be selected. Containers count only when they are wholly in it. */
export function marquee(context: ToolContext, start: Pointer, first: Pointer): ToolState {
  const { canvas } = context;
  const before = start.shift ? [...canvas.selection.ids] : [];

  function update(pointer: Pointer): void {
    const box = boxOf(start, pointer);
    canvas.marquee = box;
    const found = canvas.scene.index.search(box).filter((id) => {
      const whole = canvas.model.box(id);
      const line = canvas.model.get(id)?.route?.points;
      if (line) return lineMeets(line, box);
      return !canvas.model.kindOf(id)?.container || (whole && containsBox(box, whole));
    });
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

export function boxOf(a: Pointer, b: Pointer): Box {
  return {
    x: Math.min(a.board.x, b.board.x),
    y: Math.min(a.board.y, b.board.y),
    width: Math.abs(a.board.x - b.board.x),
    height: Math.abs(a.board.y - b.board.y),
  };
}
