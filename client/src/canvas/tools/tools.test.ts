import { ELEMENT_TYPES } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import { build, stubFrames } from './testing/build.ts';

/** The first note of the first frame stands at 30,150 and is 160 wide. */
const NOTE: [number, number] = [60, 200];
const EMPTY: [number, number] = [1_790, 800];

stubFrames();

describe('selecting', () => {
  test('a click selects, beside it nothing, shift adds and takes away', () => {
    const { canvas, click } = build();
    click(...NOTE);
    expect([...canvas.selection.ids]).toEqual(['start-0']);
    click(230, 200, { shift: true });
    expect([...canvas.selection.ids]).toEqual(['start-0', 'start-1']);
    click(...NOTE, { shift: true });
    expect([...canvas.selection.ids]).toEqual(['start-1']);
    click(...EMPTY);
    expect(canvas.selection.ids.size).toBe(0);
  });

  test('a box selects what it touches, frames only when wholly in it', () => {
    const { canvas, drag } = build();
    drag([10, 140], [210, 320]);
    expect([...canvas.selection.ids].sort()).toEqual(['start-0', 'start-1']);
    expect(canvas.marquee).toBeNull();
    drag([1_800, 700], [-10, -10]);
    expect(canvas.selection.has('start')).toBe(true);
  });

  test('a frame is selected by a click on its ground', () => {
    const { canvas, click } = build();
    click(300, 600);
    expect([...canvas.selection.ids]).toEqual(['start']);
  });
});

describe('dragging', () => {
  test('is shown to others meanwhile and written once, into the frame below', () => {
    const { session, canvas, machine, pointer } = build();
    let updates = 0;
    session.document('board')?.on('update', () => updates++);
    machine.down(pointer(...NOTE));
    machine.move(pointer(700, 500, { ctrl: true }));
    expect(session.presence.mine.moving).toEqual({ ids: ['start-0'], dx: 640, dy: 300 });
    expect(canvas.dropFrame).toBe('stop');
    expect(updates).toBe(0);
    machine.up(pointer(700, 500, { ctrl: true }));
    expect(updates).toBe(1);
    expect(session.presence.mine.moving).toBeNull();
    expect(session.model.get('start-0')?.place).toEqual({ frame: 'stop', x: 50, y: 450 });
  });

  test('snaps to what stands near, unless Ctrl is held, and shows the lines', () => {
    const { session, canvas, machine, pointer } = build();
    machine.down(pointer(...NOTE));
    machine.move(pointer(700, 500));
    expect(session.presence.mine.moving).toEqual({ ids: ['start-0'], dx: 638, dy: 300 });
    expect(canvas.guides.length).toBeGreaterThan(0);
    machine.up(pointer(700, 500));
    expect(session.model.get('start-0')?.place).toEqual({ frame: 'stop', x: 48, y: 450 });
    expect(canvas.guides).toEqual([]);
  });

  test('with Alt puts down copies, in the frame below, and leaves the originals', () => {
    const { session, canvas, machine, pointer } = build();
    const before = session.model.get('start-0');
    machine.down(pointer(...NOTE));
    machine.move(pointer(700, 500, { alt: true, ctrl: true }));
    expect(canvas.cursor).toBe('copy');
    machine.up(pointer(700, 500, { alt: true, ctrl: true }));
    expect(session.model.get('start-0')).toEqual(before);
    const copy = session.model.get(canvas.selection.only ?? '');
    expect(copy?.place).toEqual({ frame: 'stop', x: 50, y: 450 });
    expect(copy?.text).toBe(before?.text);
    session.undo.undo();
    expect(session.model.get(copy?.id ?? '')).toBeUndefined();
  });

  test('stops without a trace on Escape or a second finger', () => {
    const { session, machine, pointer, key } = build();
    machine.down(pointer(...NOTE));
    machine.move(pointer(700, 500));
    expect(key('Escape')).toBe(true);
    expect(machine.state).toBe('idle');
    machine.down(pointer(...NOTE));
    machine.move(pointer(700, 500));
    machine.pinchStart({ middle: { x: 0, y: 0 }, distance: 100 });
    expect(machine.state).toBe('pinch');
    expect(session.model.get('start-0')?.place).toMatchObject({ frame: 'start', x: 30 });
    expect(session.presence.mine.moving).toBeNull();
  });

  test('what may not be moved stays and says why', () => {
    const { session, refused, drag } = build();
    session.become('aino', 'participant');
    session.setView({ rules: { ...DEFAULT_RULES, move: 'own' } });
    drag(NOTE, [400, 400]);
    expect(refused).toEqual(['moveNotAllowed']);
    expect(session.model.get('start-0')?.place).toMatchObject({ x: 30, y: 150 });
  });

  test('a selected frame moves with its notes, by its ground', () => {
    const { session, click, drag } = build();
    click(300, 600);
    drag([300, 600], [300, 700]);
    expect(session.model.box('start-0')).toMatchObject({ x: 30, y: 250 });
  });

  test('with shift goes straight', () => {
    const { session, drag, canvas } = build();
    canvas.selection.set(['start-0']);
    drag(NOTE, [160, 230], { shift: true });
    expect(session.model.box('start-0')).toMatchObject({ x: 130, y: 150 });
  });
});

describe('resizing, panning, pinching', () => {
  test('a corner pulls the selected note', () => {
    const { session, click, drag } = build();
    click(...NOTE);
    drag([190, 310], [240, 340]);
    expect(session.model.box('start-0')).toEqual({ x: 30, y: 150, width: 210, height: 190 });
  });

  test('the middle button, space and the hand move the view', () => {
    const { canvas, machine, drag } = build();
    drag([500, 500], [400, 450], { button: 1 });
    expect(canvas.camera.state).toMatchObject({ x: 100, y: 50 });
    machine.spaceHeld = true;
    drag([500, 500], [600, 550]);
    expect(canvas.camera.state).toMatchObject({ x: 0, y: 0 });
    machine.spaceHeld = false;
    canvas.tool = 'hand';
    drag([500, 500], [490, 500]);
    expect(canvas.camera.state).toMatchObject({ x: 10, y: 0 });
  });

  test('one finger moves the view, or a note that is selected', () => {
    const { session, canvas, click, drag } = build();
    drag(NOTE, [160, 200], { touch: true });
    expect(canvas.camera.state.x).toBe(-100);
    canvas.camera.set({ x: 0, y: 0, zoom: 1 });
    click(...NOTE, { touch: true });
    drag(NOTE, [160, 200], { touch: true });
    expect(session.model.box('start-0')).toMatchObject({ x: 130, y: 150 });
  });

  test('two fingers keep the board under them', () => {
    const { canvas, machine } = build();
    machine.pinchStart({ middle: { x: 400, y: 300 }, distance: 100 });
    machine.pinchMove({ middle: { x: 500, y: 300 }, distance: 200 });
    expect(canvas.camera.zoom).toBe(2);
    expect(canvas.camera.toScreen({ x: 400, y: 300 })).toEqual({ x: 500, y: 300 });
  });
});

describe('adding and writing', () => {
  test('a tool puts one down, opens its words and is laid aside', () => {
    const { session, canvas, click, key } = build();
    key('n');
    click(...EMPTY);
    expect(canvas.tool).toBe('select');
    expect(canvas.editing).toBe(canvas.selection.only);
    expect(session.presence.mine.editing).toBe(canvas.editing);
    expect(session.model.box(canvas.editing as string)).toMatchObject({ x: 1_710, y: 720 });
  });

  test('a frame is drawn as a box', () => {
    const { session, canvas, drag, key } = build();
    key('f');
    drag([100, 700], [500, 880]);
    expect(session.model.box(canvas.selection.only as string)).toEqual({ x: 100, y: 700, width: 400, height: 180 });
  });

  test('a double click adds on the board and writes on a note', () => {
    const { session, canvas, click } = build();
    click(...EMPTY);
    click(...EMPTY, { clicks: 2 });
    expect(session.model.size).toBe(19);
    canvas.stopEditing();
    click(...NOTE);
    click(...NOTE, { clicks: 2 });
    expect(canvas.editing).toBe('start-0');
  });

  test('a second tap writes', () => {
    const { canvas, click } = build();
    click(...NOTE, { touch: true });
    expect(canvas.editing).toBeNull();
    click(...NOTE, { touch: true });
    expect(canvas.editing).toBe('start-0');
  });

  test('a text without words goes away when it is left', () => {
    const { session, canvas, click, key } = build();
    key('t');
    click(...EMPTY);
    expect(session.model.size).toBe(19);
    canvas.stopEditing();
    expect(session.model.size).toBe(18);
  });

  test('is refused to those who may not', () => {
    const { session, canvas, refused } = build();
    session.become('aino', 'participant');
    expect(canvas.edit('start-0')).toBe(false);
    expect(refused).toEqual(['editNotAllowed']);
  });

  test('ends when somebody deletes the element', () => {
    const { session, canvas } = build();
    canvas.edit('start-0');
    session.edit('board', (doc) => doc.getMap('elements').delete('start-0'));
    expect([canvas.editing, canvas.selection.ids.size]).toEqual([null, 0]);
  });
});

describe('keys', () => {
  test('Tab puts the next beside, over no other', () => {
    const { session, canvas, key } = build();
    canvas.selection.set(['start-0']);
    expect(key('Tab')).toBe(true);
    const added = canvas.editing as string;
    expect(session.model.get(added)?.fields.colour).toBe('green');
    const box = session.model.box(added);
    const others = [...session.model.all()].filter(
      ({ id, kind }) => id !== added && kind === session.model.get(added)?.kind,
    );
    for (const other of others) {
      const { x, y, width, height } = session.model.box(other.id) as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      expect(
        box && (box.x >= x + width || box.x + box.width <= x || box.y >= y + height || box.y + box.height <= y),
      ).toBe(true);
    }
    canvas.selection.clear();
    expect(key('Tab')).toBe(false);
  });

  test('letters write on a selected note and pick tools otherwise', () => {
    const { canvas, key } = build();
    key('n');
    expect(canvas.tool).toBe(ELEMENT_TYPES.get('sticky'));
    canvas.tool = 'select';
    canvas.selection.set(['start-0']);
    expect(key('n')).toBe(true);
    expect([canvas.editing, canvas.typedAhead]).toEqual(['start-0', 'n']);
  });

  test('what is typed before the editor is there waits for it', () => {
    const { canvas, key } = build();
    canvas.selection.set(['start-0']);
    for (const letter of ['K', 'o', '-', 'x', 'Backspace', '1', 'Enter', ' ']) key(letter);
    expect([canvas.typedAhead, canvas.camera.zoom]).toEqual(['Ko-1\n ', 1]);
    key('Escape');
    expect(canvas.editing).toBeNull();
    expect(canvas.model.get('start-0')?.text).toBe('Yhteinen aloitus joka aamuKo-1\n ');
  });

  test('arrows move, Delete deletes, Ctrl Z brings back', () => {
    const { session, canvas, key } = build();
    canvas.selection.set(['start-0']);
    key('ArrowRight');
    key('ArrowDown', { shiftKey: true });
    expect(session.model.box('start-0')).toMatchObject({ x: 38, y: 190 });
    key('Delete');
    expect(session.model.get('start-0')).toBeUndefined();
    key('z', { ctrlKey: true });
    key('z', { ctrlKey: true });
    expect(session.model.box('start-0')).toMatchObject({ x: 38, y: 150 });
    key('Z', { ctrlKey: true, shiftKey: true });
    expect(session.model.box('start-0')).toMatchObject({ x: 38, y: 190 });
  });

  test('select all, duplicate, fit, zoom, leave', () => {
    const { session, canvas, key } = build();
    key('a', { ctrlKey: true });
    expect(canvas.selection.ids.size).toBe(18);
    key('Escape');
    expect(canvas.selection.ids.size).toBe(0);
    canvas.selection.set(['start-1']);
    key('d', { ctrlKey: true });
    expect(session.model.size).toBe(19);
    canvas.selection.clear();
    key('1');
    expect(canvas.camera.zoom).toBeLessThan(1);
    const { zoom } = canvas.camera;
    key('+');
    expect(canvas.camera.zoom).toBeCloseTo(zoom * 1.25, 6);
    expect(key('q')).toBe(false);
  });
});

test('leaving takes the marks of the person off the board', () => {
  const { session, canvas } = build();
  canvas.edit('start-0');
  canvas.stop();
  expect(session.presence.mine).toMatchObject({
    cursor: null,
    selection: null,
    editing: null,
    moving: null,
    view: null,
  });
});
