import { boxAround } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { describe, expect, test } from 'vitest';
import { addElement } from '../../sync/actions-add.ts';
import { bundle } from '../../sync/bundles.ts';
import { turnSelected } from '../turn.ts';
import { enteredBox, groupTurnHandle } from '../handles.ts';
import { build, stubFrames } from './testing/build.ts';

stubFrames();

/** Two notes of the first frame, tied together: they stand at 30,150 and 208,150 and are 160 wide. */
function tied() {
  const board = build();
  bundle(board.session, ['start-0', 'start-1']);
  return { ...board, chosen: () => [...board.canvas.selection.ids].sort() };
}

test('a box takes a line drawn by hand where it runs, not where only its box is, turned or not', () => {
  const { canvas, session, drag } = build();
  const [type] = [...ELEMENT_TYPES.values()].filter(({ strokes }) => strokes);
  if (!type?.strokes) throw new Error('nothing is drawn by hand');
  // A corner: along the top to the right, then down.
  const points = [0, 1, 2, 3, 4].map((at) => ({ x: 1_000 + at * 50, y: 700 }));
  const down = [1, 2, 3, 4].map((at) => ({ x: 1_200, y: 700 + at * 40 }));
  const [stroke] = type.strokes.cut([...points, ...down], type.strokes.pens[0].fields, 0.4);
  if (!stroke) throw new Error('no line');
  const { x, y, ...size } = stroke.box;
  const added = addElement(session, { type, at: { x, y, size }, fields: stroke.fields, frame: null });
  const id = added.allowed ? (added.ids[0] as string) : '';
  drag([980, 870], [1_100, 760]);
  expect(canvas.selection.has(id)).toBe(false);
  drag([980, 680], [1_050, 720]);
  expect(canvas.selection.has(id)).toBe(true);
  canvas.selection.set([id]);
  // On its head, the line runs along the left and the bottom.
  turnSelected(canvas, 180);
  canvas.selection.clear();
  drag([980, 870], [1_100, 760]);
  expect(canvas.selection.has(id)).toBe(true);
});

describe('a bundle on the canvas', () => {
  test('a click chooses all of it, a double click one within, Escape leads out again', () => {
    const { canvas, click, key, chosen } = tied();
    click(60, 200);
    expect(chosen()).toEqual(['start-0', 'start-1']);
    expect(enteredBox(canvas)).toBeNull();
    click(60, 200, { clicks: 2 });
    expect(chosen()).toEqual(['start-0']);
    expect(canvas.editing).toBeNull();
    expect(enteredBox(canvas)).not.toBeNull();
    click(230, 200);
    expect(chosen()).toEqual(['start-1']);
    click(60, 200, { shift: true });
    expect(chosen()).toEqual(['start-0', 'start-1']);
    click(230, 200, { clicks: 2 });
    click(230, 200);
    click(230, 200, { clicks: 2 });
    expect(canvas.editing).toBe('start-1');
    canvas.stopEditing();
    key('Escape');
    expect(chosen()).toEqual(['start-0', 'start-1']);
    key('Escape');
    expect(chosen()).toEqual([]);
  });

  test('a box that touches one takes all; Shift adds and takes away the whole', () => {
    const { drag, click, chosen } = tied();
    drag([10, 140], [100, 320]);
    expect(chosen()).toEqual(['start-0', 'start-1']);
    click(60, 200, { shift: true });
    expect(chosen()).toEqual([]);
    click(420, 200);
    click(60, 200, { shift: true });
    expect(chosen()).toEqual(['start-0', 'start-1', 'start-2']);
  });

  test('a drag takes all of it along', () => {
    const { session, drag } = tied();
    drag([60, 200], [160, 300], { ctrl: true });
    expect(session.model.box('start-0')).toMatchObject({ x: 130, y: 250 });
    expect(session.model.box('start-1')).toMatchObject({ x: 308, y: 250 });
  });

  test('Enter goes into a bundle that is chosen whole, Escape out of it', () => {
    const { canvas, click, key } = tied();
    click(60, 200);
    key('Enter');
    expect([...canvas.selection.ids]).toEqual(['start-0']);
    expect(canvas.editing).toBeNull();
    key('Escape');
    expect(canvas.selection.ids).toEqual(new Set(['start-0', 'start-1']));
  });

  test('Ctrl and G tie, with Shift they undo', () => {
    const { canvas, session, key } = build();
    canvas.selection.set(['start-0', 'start-2']);
    key('g', { ctrlKey: true });
    expect(session.model.bundleOf('start-2').size).toBe(2);
    key('G', { ctrlKey: true, shiftKey: true });
    expect(session.model.bundleOf('start-2').size).toBe(0);
  });

  test('turns about its middle by its handle', () => {
    const { canvas, session, click, machine, pointer } = tied();
    click(60, 200);
    const grip = groupTurnHandle(canvas) as { x: number; y: number };
    const before = boxAround(['start-0', 'start-1'].map((id) => session.model.box(id) as never)) as never as {
      x: number;
      y: number;
      width: number;
      height: number;
    };
    const middle = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
    machine.down(pointer(grip.x, grip.y));
    // A quarter turn on: the vector from the middle to the grip, turned.
    const [dx, dy] = [grip.x - middle.x, grip.y - middle.y];
    machine.move(pointer(middle.x - dy, middle.y + dx));
    machine.up(pointer(middle.x - dy, middle.y + dx));
    expect(session.model.get('start-0')?.rotation).toBe(90);
    expect(session.model.get('start-1')?.rotation).toBe(90);
    const [a, b] = [session.model.box('start-0'), session.model.box('start-1')];
    expect(a?.x).toBeCloseTo(b?.x ?? 0);
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBeCloseTo(178);
    session.undo.undo();
    expect(session.model.get('start-1')?.rotation).toBe(0);
  });
});
