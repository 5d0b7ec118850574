import type { End } from '@talkoot/board';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { build, stubFrames } from './testing/build.ts';

stubFrames();

/** The first two notes of the first frame stand at 30,150 and 200,150 and are 160 wide. */
const FIRST: [number, number] = [110, 230];
const SECOND: [number, number] = [280, 230];
const EMPTY: [number, number] = [1_790, 800];

function board() {
  const built = build();
  const lines = () => [...built.session.model.all()].filter(({ kind }) => kind === 'connector');
  const ends = () => lines().map(({ fields }) => [(fields.from as End).element, (fields.to as End).element]);
  return { ...built, lines, ends };
}

describe('drawing a line', () => {
  test('from one element to another by dragging, in the frame that both stand in', () => {
    const { canvas, key, drag, ends, lines } = board();
    key('l');
    drag(FIRST, SECOND);
    expect(ends()).toEqual([['start-0', 'start-1']]);
    expect(lines()[0]?.place.frame).toBe('start');
    expect(canvas.selection.only).toBe(lines()[0]?.id);
    expect(canvas.tool).toBe('select');
  });

  test('by two clicks, and to a free point', () => {
    const { key, click, machine, ends, session, lines } = board();
    key('l');
    click(...FIRST);
    expect(machine.state).toBe('linking');
    click(...EMPTY);
    expect(ends()).toEqual([['start-0', null]]);
    const route = session.model.get(lines()[0]?.id as string)?.route;
    expect(route?.points.at(-1)).toEqual({ x: 1_790, y: 800 });
  });

  test('Escape leaves nothing behind', () => {
    const { key, click, machine, canvas, lines } = board();
    key('l');
    click(...FIRST);
    expect(key('Escape')).toBe(true);
    expect([machine.state, canvas.linkTarget, lines().length]).toEqual(['idle', null, 0]);
  });

  test('out of the dot beside a selected element: dragged to another, or clicked to grow the next', () => {
    const { click, drag, ends, canvas, session } = board();
    click(...FIRST);
    drag([110, 150 - 18], SECOND);
    expect(ends()).toEqual([['start-0', 'start-1']]);
    canvas.selection.set(['start-4']);
    const size = session.model.size;
    const box = session.model.box('start-4') as { x: number; y: number; width: number; height: number };
    click(box.x + box.width / 2, box.y + box.height + 18);
    expect(session.model.size).toBe(size + 2);
    expect(ends()[1]?.[0]).toBe('start-4');
    expect(canvas.editing).toBe(canvas.selection.only);
    // The grown note and its line are one step.
    canvas.stopEditing();
    session.undo.undo();
    expect(session.model.size).toBe(size);
  });

  test('an end is pulled to another element, or off', () => {
    const { key, drag, ends, session, lines } = board();
    key('l');
    drag(FIRST, SECOND);
    const end = session.model.get(lines()[0]?.id as string)?.route?.points.at(-1) as { x: number; y: number };
    drag([end.x, end.y], [1_790, 800]);
    expect(ends()).toEqual([['start-0', null]]);
    drag([1_790, 800], SECOND);
    expect(ends()).toEqual([['start-0', 'start-1']]);
  });

  test('all that is selected is joined by the key', () => {
    const { key, canvas, ends } = board();
    canvas.selection.set(['start-0', 'start-1', 'start-2']);
    expect(key('l')).toBe(true);
    expect(ends()).toEqual([
      ['start-0', 'start-1'],
      ['start-1', 'start-2'],
    ]);
    expect(canvas.tool).toBe('select');
  });

  test('is not offered to those who may not', () => {
    const { session, canvas, click, drag, lines } = board();
    session.become('aino', 'participant');
    session.setView({ rules: { ...DEFAULT_RULES, kinds: ['sticky'], move: 'own' } });
    click(...FIRST);
    drag([110, 150 - 18], SECOND);
    expect(lines()).toHaveLength(0);
    expect(canvas.selection.has('start-0')).toBe(true);
  });
});

describe('a line', () => {
  test('stays where it was seen when what it hung on is deleted, and hangs on again after undo', () => {
    const { key, drag, ends, session, lines, canvas } = board();
    key('l');
    drag(FIRST, SECOND);
    const id = lines()[0]?.id as string;
    const before = session.model.get(id)?.route?.points;
    canvas.selection.set(['start-1']);
    key('Delete');
    expect(ends()).toEqual([['start-0', null]]);
    expect(session.model.get(id)?.route?.points.at(-1)).toEqual(before?.at(-1));
    session.undo.undo();
    expect(ends()).toEqual([['start-0', 'start-1']]);
  });

  test('is copied with what it joins, and let go of what was not copied', () => {
    const { key, drag, canvas, session, lines, ends } = board();
    key('l');
    drag(FIRST, SECOND);
    const line = lines()[0]?.id as string;
    canvas.selection.set(['start-0', 'start-1', line]);
    key('d', { ctrlKey: true });
    const copies = [...canvas.selection.ids];
    expect(copies).toHaveLength(3);
    expect(ends()[1]?.every((id) => id !== null && copies.includes(id))).toBe(true);
    canvas.selection.set([line]);
    key('d', { ctrlKey: true });
    expect(ends()[2]).toEqual([null, null]);
    const [first, third] = [session.model.get(line), session.model.get(canvas.selection.only as string)];
    expect(third?.route?.points[0]?.x).toBeCloseTo((first?.route?.points[0]?.x ?? 0) + 20, 0);
  });

  test('is hit on itself, not on the whole of its box', () => {
    const { key, drag, click, canvas, lines } = board();
    key('l');
    drag([900, 700], [1_300, 850]);
    const id = lines()[0]?.id as string;
    const points = canvas.model.get(id)?.route?.points ?? [];
    const middle = points[Math.floor(points.length / 2)] as { x: number; y: number };
    canvas.selection.clear();
    click(910, 845);
    expect(canvas.selection.has(id)).toBe(false);
    click(middle.x, middle.y);
    expect(canvas.selection.only).toBe(id);
  });
});
