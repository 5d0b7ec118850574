import { ELEMENT_TYPES } from '@talkoot/elements';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { fillWorkshop } from '../dev/gallery-board.ts';
import { LocalSession } from '../dev/local-session.ts';
import { CanvasController } from './controller.ts';
import { jumpTo, showSelection, stepFrame } from './going.ts';
import { DrawnNames } from './names.ts';
import { ElementPainter } from './paint/element-painter.ts';
import { canvasPalette } from './palette.ts';

/** A board with the frames "start", "stop" and "next" beside each other, each with five notes. */
function build(fill: (doc: Y.Doc) => void = fillWorkshop): CanvasController {
  const session = new LocalSession();
  fill(session.document('board') as Y.Doc);
  const names = new DrawnNames();
  const canvas = new CanvasController({
    session,
    types: ELEMENT_TYPES,
    painter: new ElementPainter(ELEMENT_TYPES, names, canvasPalette('light')),
    names,
    onRefused: () => {},
    onUnreachable: () => {},
    onHelp: () => {},
  });
  canvas.camera.viewport = { width: 1_000, height: 800 };
  canvas.camera.set({ x: -5_000, y: -5_000, zoom: 1 });
  return canvas;
}

function middleOf(canvas: CanvasController): { x: number; y: number } {
  const { x, y, width, height } = canvas.camera.view();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

test('steps lead from frame to frame and stay at the ends', () => {
  const canvas = build();
  const went = [1, 1, 1, 1, -1, -1, -1].map((step) => {
    expect(stepFrame(canvas, step as 1 | -1)).toBe(true);
    return canvas.lookedAt;
  });
  expect(went).toEqual(['start', 'stop', 'next', 'next', 'stop', 'start', 'start']);
});

test('who looks elsewhere goes on from the frame in view, or begins at an end', () => {
  const canvas = build();
  stepFrame(canvas, -1);
  expect(canvas.lookedAt).toBe('next');
  canvas.lookAt('stop');
  canvas.camera.panBy(30, 20);
  expect(canvas.lookedAt).toBeNull();
  stepFrame(canvas, 1);
  expect(canvas.lookedAt).toBe('next');
});

test('a board without frames has no steps', () => {
  expect(
    stepFrame(
      build(() => {}),
      1,
    ),
  ).toBe(false);
});

test('a jump selects, and keeps a zoom at which words can be read', () => {
  const canvas = build();
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
  const canvas = build();
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
