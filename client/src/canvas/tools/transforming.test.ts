import { describe, expect, test, vi } from 'vitest';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { addElement } from '../../sync/actions-add.ts';
import { turnHandle } from '../handles.ts';
import { hitTest } from '../hit.ts';
import { turnSelected } from '../turn.ts';
import { build, stubFrames } from './testing/build.ts';

stubFrames();

/** The first note stands at 30,150 and is 160 wide. */
const FIRST: [number, number] = [110, 230];

describe('pulling larger', () => {
  const sizeOf = ({ session }: ReturnType<typeof build>) => session.model.get('start-0')?.size;

  test('by a side leaves the other way as it is; the press itself changes nothing', () => {
    const built = build();
    const { session, click, machine, pointer } = built;
    click(...FIRST);
    expect(hitTest(built.canvas, { x: 190, y: 200 }, true)).toMatchObject({ type: 'element' });
    machine.down(pointer(190, 200));
    machine.move(pointer(260, 260, { ctrl: true }));
    machine.up(pointer(260, 260, { ctrl: true }));
    expect(sizeOf(built)).toEqual({ width: 230, height: 160 });
    machine.down(pointer(80, 150));
    machine.move(pointer(80, 120, { ctrl: true }));
    machine.up(pointer(80, 110, { ctrl: true }));
    expect(session.model.box('start-0')).toEqual({ x: 30, y: 110, width: 230, height: 200 });
  });

  test('snaps the pulled edges to others and shows the line, unless Ctrl is held', () => {
    const built = build();
    const { canvas, session, click, machine, pointer } = built;
    addElement(session, {
      type: ELEMENT_TYPES.get('shape') as never,
      at: { x: 400, y: 700, size: { width: 99, height: 99 } },
    });
    click(...FIRST);
    machine.down(pointer(190, 310));
    machine.move(pointer(396, 360));
    expect(canvas.guides).toMatchObject([{ axis: 'x', at: 400, to: 799 }]);
    expect(canvas.acting).toBe(true);
    machine.up(pointer(396, 360));
    expect([sizeOf(built), canvas.guides, canvas.acting]).toEqual([{ width: 370, height: 210 }, [], false]);
  });
});

describe('turning', () => {
  test('by the handle, straight when nearly so, in steps with Shift', () => {
    const { canvas, session, click, machine, pointer } = build();
    click(...FIRST);
    const grip = turnHandle(session.model.box('start-0') as never, 0, 1);
    const turnTo = (x: number, y: number, shift = false): number | undefined => {
      const at = turnHandle(session.model.box('start-0') as never, session.model.get('start-0')?.rotation ?? 0, 1);
      machine.down(pointer(at.x, at.y));
      machine.move(pointer(x, y, { shift }));
      machine.up(pointer(x, y, { shift }));
      return session.model.get('start-0')?.rotation;
    };
    // From the lower left to the upper left is a quarter turn.
    expect(turnTo(grip.x + 1, 230 - (grip.y - 230))).toBe(90);
    session.undo.undo();
    expect(session.model.get('start-0')?.rotation).toBe(0);
    const turned = turnTo(grip.x - 30, grip.y - 60, true) as number;
    expect(turned).not.toBe(0);
    expect(turned % 15).toBe(0);
    expect(canvas.selection.only).toBe('start-0');
  });

  test('by a step from the menu, each about its own middle; areas and lines stay', () => {
    const { canvas, session } = build();
    canvas.selection.set(['start', 'start-0', 'start-1']);
    expect(turnSelected(canvas, 15)).toBe(true);
    expect([session.model.get('start-0')?.rotation, session.model.get('start-1')?.rotation]).toEqual([15, 15]);
    expect(session.model.get('start')?.rotation).toBe(0);
  });

  test('what is turned is found where it is seen, and pulled along its own sides', () => {
    const { canvas, session, machine, pointer } = build();
    const type = ELEMENT_TYPES.get('shape');
    if (!type) throw new Error('no shapes');
    const result = addElement(session, { type, at: { x: 1_000, y: 700, size: { width: 200, height: 40 } } });
    const id = result.allowed ? (result.ids[0] as string) : '';
    canvas.selection.set([id]);
    turnSelected(canvas, 90);
    // It stands upright now: 40 wide and 200 high around 1100,720.
    expect(session.model.bounds(id)).toMatchObject({ width: expect.closeTo(40), height: expect.closeTo(200) });
    expect(hitTest(canvas, { x: 1_100, y: 640 }, false)).toMatchObject({ id });
    expect(hitTest(canvas, { x: 1_010, y: 720 }, false)).toEqual({ type: 'board' });
    // The corner that was lower right is now lower left: pulled down, it grows in its length, its other end stays.
    machine.down(pointer(1_080, 820));
    machine.move(pointer(1_080, 850));
    machine.up(pointer(1_080, 870));
    expect(session.model.get(id)?.size).toEqual({ width: 250, height: 40 });
    const bounds = session.model.bounds(id) as { y: number; height: number };
    expect(bounds.y).toBeCloseTo(620);
    expect(bounds.height).toBeCloseTo(250);
  });
});

describe('several together', () => {
  test('are pulled larger by a corner, the room between them too', () => {
    const { canvas, session, drag } = build();
    canvas.selection.set(['start-0', 'start-1']);
    const [a, b] = [session.model.box('start-0'), session.model.box('start-1')];
    if (!a || !b) throw new Error('no notes');
    const corner: [number, number] = [b.x + b.width + 6, b.y + b.height + 6];
    const width = b.x + b.width - a.x;
    drag(corner, [corner[0] + width, corner[1] + 500]);
    const [c, d] = [session.model.box('start-0'), session.model.box('start-1')];
    const factor = (c?.width ?? 0) / a.width;
    expect(factor).toBeGreaterThan(1.9);
    expect(c).toMatchObject({ x: a.x, y: a.y });
    expect((d?.x ?? 0) - a.x).toBeCloseTo((b.x - a.x) * factor, 0);
    session.undo.undo();
    expect(session.model.box('start-1')).toEqual(b);
  });
});

test('a picture keeps its proportions, unless Shift is held', () => {
  const { canvas, session, drag } = build();
  const type = ELEMENT_TYPES.get('image');
  if (!type) throw new Error('no images');
  const result = addElement(session, { type, at: { x: 1_000, y: 600, size: { width: 200, height: 100 } } });
  const id = result.allowed ? (result.ids[0] as string) : '';
  canvas.selection.set([id]);
  drag([1_200, 700], [1_300, 700]);
  expect(session.model.get(id)?.size).toEqual({ width: 300, height: 150 });
  drag([1_300, 750], [1_300, 850], { shift: true });
  expect(session.model.get(id)?.size).toEqual({ width: 300, height: 250 });
});

test('held near an edge, the view goes along and what is dragged with it', () => {
  const { canvas, session, machine, pointer } = build();
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  machine.down(pointer(...FIRST));
  machine.move(pointer(800, 895, { ctrl: true }));
  for (let step = 0; step < 10; step++) for (const frame of frames.splice(0)) frame(0);
  expect(canvas.camera.state.y).toBeGreaterThan(50);
  machine.up(pointer(800, 895, { ctrl: true }));
  const moved = session.model.box('start-0') as { y: number };
  expect(moved.y).toBeCloseTo(150 + (895 - 230) + canvas.camera.state.y, 0);
  const after = canvas.camera.state.y;
  for (const frame of frames.splice(0)) frame(0);
  expect(canvas.camera.state.y).toBe(after);
});
