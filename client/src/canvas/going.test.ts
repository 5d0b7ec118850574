import { type Box, inReadingOrder, overlaps } from '@talkoot/board';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { CanvasController } from './controller.ts';
import { jumpTo, showSelection, stepElement, stepFrame } from './going.ts';
import { build, stubFrames } from './tools/testing/build.ts';

stubFrames();

/** A board with the frames "start", "stop" and "next" beside each other, each with five notes, seen from far beside. */
function boardOf(fill?: (doc: Y.Doc) => void): CanvasController {
  const { canvas } = build(fill);
  canvas.camera.viewport = { width: 1_000, height: 800 };
  canvas.camera.set({ x: -5_000, y: -5_000, zoom: 1 });
  return canvas;
}

function middleOf(canvas: CanvasController): { x: number; y: number } {
  const { x, y, width, height } = canvas.camera.view();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

test('steps lead from frame to frame and stay at the ends', () => {
  const canvas = boardOf();
  const went = [1, 1, 1, 1, -1, -1, -1].map((step) => {
    expect(stepFrame(canvas, step as 1 | -1)).toBe(true);
    return canvas.lookedAt;
  });
  expect(went).toEqual(['start', 'stop', 'next', 'next', 'stop', 'start', 'start']);
});

test('who looks elsewhere goes on from the frame in view, or begins at an end', () => {
  const canvas = boardOf();
  stepFrame(canvas, -1);
  expect(canvas.lookedAt).toBe('next');
  canvas.lookAt('stop');
  canvas.camera.panBy(30, 20);
  expect(canvas.lookedAt).toBeNull();
  stepFrame(canvas, 1);
  expect(canvas.lookedAt).toBe('next');
});

test('one after another is selected as the board is read, brought into view, and round again', () => {
  const canvas = boardOf();
  const order = inReadingOrder(canvas.model).map(({ id }) => id);
  const selected = [...order, 'again'].map(() => {
    expect(stepElement(canvas, 1)).toBe(true);
    const id = canvas.selection.only as string;
    expect(overlaps(canvas.model.box(id) as Box, canvas.camera.view())).toBe(true);
    return id;
  });
  expect(selected).toEqual([...order, order[0]]);
  stepElement(canvas, -1);
  expect(canvas.selection.only).toBe(order.at(-1));
});

test('with nothing selected the first in view is', () => {
  const canvas = boardOf();
  canvas.lookAt('next');
  stepElement(canvas, 1);
  expect(canvas.selection.only).toBe('next');
});

test('a board without frames has no steps', () => {
  expect(
    stepFrame(
      boardOf(() => {}),
      1,
    ),
  ).toBe(false);
});

test('a jump selects, and keeps a zoom at which words can be read', () => {
  const canvas = boardOf();
  canvas.camera.set({ x: 9_000, y: 9_000, zoom: 0.8 });
  jumpTo(canvas, 'stop-0');
  expect([...canvas.selection.ids]).toEqual(['stop-0']);
  expect(canvas.camera.zoom).toBe(0.8);
  expect(middleOf(canvas)).toEqual({ x: 730, y: 230 });
  canvas.camera.set({ x: 0, y: 0, zoom: 0.1 });
  jumpTo(canvas, 'stop-0');
  expect(canvas.camera.zoom).toBe(1);
});

test('the selection is shown whole, small things larger', () => {
  const canvas = boardOf();
  expect(showSelection(canvas)).toBe(false);
  canvas.selection.set(['start-0']);
  expect(showSelection(canvas)).toBe(true);
  expect(canvas.camera.zoom).toBe(2);
  canvas.selection.set(['start', 'next']);
  showSelection(canvas);
  const { x, width } = canvas.camera.view();
  expect(x).toBeLessThan(0);
  expect(x + width).toBeGreaterThan(1_820);
});
