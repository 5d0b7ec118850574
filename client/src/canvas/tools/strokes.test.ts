import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { describe, expect, test, vi } from 'vitest';
import { bringTo } from '../../sync/actions-move.ts';
import { addElement } from '../../sync/actions-add.ts';
import { hitTest } from '../hit.ts';
import { build, stubFrames } from './testing/build.ts';

const DRAWING = ELEMENT_TYPES.get('drawing') as ElementType;
/** Beside the frames of the board. */
const FROM: [number, number] = [600, 700];
const TO: [number, number] = [800, 800];

stubFrames();

function board() {
  const built = build();
  const drawings = () => [...built.session.model.all()].filter(({ kind }) => kind === 'drawing');
  return { ...built, drawings };
}

describe('drawing', () => {
  test('ends when something is selected, as an image that was pasted: with a pen in hand nothing is', () => {
    const { canvas, key } = board();
    key('p');
    canvas.selection.set(['start-0']);
    expect(canvas.tool).toBe('select');
    canvas.tool = DRAWING;
    expect([canvas.tool, canvas.selection.ids.size]).toEqual([DRAWING, 0]);
  });

  test('is shown as it grows, written once, and the pen stays', () => {
    const { session, canvas, machine, pointer, key, drawings } = board();
    let updates = 0;
    session.document('board')?.on('update', () => updates++);
    key('p');
    machine.down(pointer(...FROM));
    machine.move(
      pointer(...TO, {
        trail: [
          { x: 700, y: 690 },
          { x: 800, y: 800 },
        ],
      }),
    );
    expect(canvas.scene.drafts.map(({ kind }) => kind)).toEqual(['drawing']);
    expect(updates).toBe(0);
    machine.up(pointer(...TO));
    expect([updates, canvas.scene.drafts.length, canvas.selection.ids.size]).toEqual([1, 0, 0]);
    expect(canvas.tool).toBe(DRAWING);
    const [drawn] = drawings();
    expect(drawn?.fields).toMatchObject({ pen: 'pen', colour: 'ink', weight: 'medium' });
    expect(drawn?.author).toBe('aino');
    const box = session.model.box(drawn?.id ?? '');
    expect(box && [box.x, box.y + box.height, box.x + box.width]).toEqual([598, 802, 802]);
  });

  test('two lines are two steps to undo', () => {
    const { session, key, drag, drawings } = board();
    key('p');
    drag(FROM, TO);
    drag([900, 700], [950, 800]);
    expect(drawings()).toHaveLength(2);
    session.undo.undo();
    expect(drawings()).toHaveLength(1);
    session.undo.undo();
    expect(drawings()).toHaveLength(0);
    session.undo.redo();
    expect(drawings()).toHaveLength(1);
  });

  test('a click is a dot', () => {
    const { key, click, drawings } = board();
    key('p');
    click(...FROM);
    expect(drawings()[0]?.size).toEqual({ width: 4, height: 4 });
  });

  test('in a frame it stands in the frame', () => {
    const { key, drag, drawings } = board();
    key('p');
    drag([100, 520], [200, 560]);
    expect(drawings()[0]?.place.frame).toBe('start');
  });

  test('with Shift it goes straight, level when it nearly is', () => {
    const { session, machine, pointer, key, drawings } = board();
    key('p');
    machine.down(pointer(...FROM));
    machine.move(pointer(700, 780, { shift: true }));
    machine.move(pointer(800, 705, { shift: true }));
    machine.up(pointer(800, 705, { shift: true }));
    const [line] = drawings();
    expect(line?.fields.points).toHaveLength(8);
    expect(session.model.box(line?.id ?? '')?.height).toBeLessThanOrEqual(5);
  });

  test('Escape gives up the line, then the pen; a second finger gives up the line', () => {
    const { canvas, machine, pointer, key, drawings } = board();
    key('p');
    machine.down(pointer(...FROM));
    machine.move(pointer(...TO));
    key('Escape');
    expect([machine.state, canvas.scene.drafts.length, drawings().length]).toEqual(['idle', 0, 0]);
    expect(canvas.tool).toBe(DRAWING);
    machine.down(pointer(...FROM, { touch: true }));
    machine.move(pointer(...TO, { touch: true }));
    machine.pinchStart({ middle: { x: 0, y: 0 }, distance: 100 });
    expect([machine.state, canvas.scene.drafts.length, drawings().length]).toEqual(['pinch', 0, 0]);
    machine.up(pointer(...TO));
    key('Escape');
    expect(canvas.tool).toBe('select');
  });

  test('one finger draws, but moves the view for who has a stylus', () => {
    const { canvas, key, drag, drawings } = board();
    key('p');
    drag(FROM, TO, { touch: true });
    expect(drawings()).toHaveLength(1);
    canvas.stylusSeen = true;
    drag(FROM, TO, { touch: true });
    expect(drawings()).toHaveLength(1);
    expect(canvas.camera.state.x).toBe(-200);
    drag(FROM, TO);
    expect(drawings()).toHaveLength(2);
  });

  test('is refused to who may not add it', () => {
    const { session, key, drag, refused, drawings } = board();
    session.become('eero', 'participant');
    session.setView({ rules: { ...DEFAULT_RULES, kinds: ['sticky'] } });
    key('p');
    drag(FROM, TO);
    expect([refused, drawings().length]).toEqual([['kindNotAllowed'], 0]);
  });
});

describe('pens', () => {
  test('each keeps its own colour and width, on this device', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    const first = board();
    first.key('P', { shiftKey: true });
    first.canvas.choosePen(DRAWING, 'colour', 'pink');
    first.drag(FROM, TO);
    expect(first.drawings()[0]?.fields).toMatchObject({ pen: 'highlighter', colour: 'pink' });
    first.key('p');
    first.canvas.choosePen(DRAWING, 'weight', 'thick');
    const again = board();
    again.key('p');
    expect(again.canvas.pens.fieldsOf(DRAWING)).toEqual({ pen: 'pen', colour: 'ink', weight: 'thick' });
    again.key('P', { shiftKey: true });
    expect(again.canvas.pens.fieldsOf(DRAWING)).toEqual({ pen: 'highlighter', colour: 'pink', weight: 'medium' });
  });

  test.each(['nonsense', '5', 'null', '{"drawing.pen":{"colour":"mud","pen":7,"points":"x","more":1}}'])(
    'what is kept as %s does no harm',
    (value) => {
      vi.stubGlobal('localStorage', { getItem: () => value, setItem: () => {} });
      expect(board().canvas.pens.fieldsOf(DRAWING)).toEqual({ pen: 'pen', colour: 'ink', weight: 'medium' });
    },
  );
});

describe('hitting', () => {
  test('is near the line, not in its box', () => {
    const { canvas, key, drag, drawings } = board();
    key('p');
    drag([500, 680], [900, 880]);
    const [line] = drawings();
    canvas.tool = 'select';
    expect(hitTest(canvas, { x: 700, y: 780 }, false)).toEqual({ type: 'element', id: line?.id, part: 'body' });
    expect(hitTest(canvas, { x: 700, y: 786 }, false)).toMatchObject({ type: 'element' });
    expect(hitTest(canvas, { x: 700, y: 860 }, false)).toEqual({ type: 'board' });
  });
});

test('from afar a line beside a note leaves the note to be taken', () => {
  const { canvas, session, key, drag, drawings } = board();
  key('p');
  drag([1_000, 730], [1_300, 730]);
  canvas.tool = 'select';
  const type = ELEMENT_TYPES.get('sticky') as ElementType;
  const result = addElement(session, { type, at: { x: 1_050, y: 750, size: { width: 160, height: 160 } } });
  canvas.tell(bringTo(session, [drawings()[0]?.id as string], 'front'));
  canvas.camera.set({ x: 0, y: 0, zoom: 0.1 });
  expect(hitTest(canvas, { x: 1_100, y: 780 }, false)).toMatchObject({ id: result.allowed ? result.ids[0] : '' });
  expect(hitTest(canvas, { x: 1_100, y: 700 }, false)).toMatchObject({ id: drawings()[0]?.id });
});

describe('erasing', () => {
  test('fades what it touches and deletes it in one step; notes stay', () => {
    const { session, canvas, machine, pointer, key, drag, drawings } = board();
    key('p');
    drag([500, 700], [500, 800]);
    drag([560, 700], [560, 800]);
    drag([900, 700], [900, 800]);
    const { size } = session.model;
    key('e');
    machine.down(pointer(450, 750));
    machine.move(pointer(600, 750));
    expect(canvas.painter.fading.size).toBe(2);
    expect(drawings()).toHaveLength(3);
    machine.up(pointer(600, 750));
    expect([drawings().length, canvas.painter.fading.size]).toEqual([1, 0]);
    drag([60, 200], [400, 200]);
    expect(session.model.size).toBe(size - 2);
    expect(canvas.tool).toBe('eraser');
    session.undo.undo();
    expect(drawings()).toHaveLength(3);
  });

  test('Escape lets everything stay', () => {
    const { canvas, machine, pointer, key, drag, drawings } = board();
    key('p');
    drag(FROM, TO);
    key('e');
    machine.down(pointer(...FROM));
    expect(canvas.painter.fading.size).toBe(1);
    key('Escape');
    expect([canvas.painter.fading.size, drawings().length]).toEqual([0, 1]);
  });

  test('takes only what the person may delete, and says so when that is nothing', () => {
    const { session, key, drag, refused, drawings } = board();
    key('p');
    drag([500, 700], [500, 800]);
    session.become('eero', 'participant');
    drag([560, 700], [560, 800]);
    key('e');
    drag([450, 750], [600, 750]);
    expect(drawings().map(({ author }) => author)).toEqual(['aino']);
    expect(refused).toEqual([]);
    drag([450, 750], [600, 750]);
    expect(refused).toEqual(['deleteNotAllowed']);
  });

  test('the other end of a stylus erases whatever the tool', () => {
    const { key, drag, drawings } = board();
    key('p');
    drag(FROM, TO);
    key('v');
    drag([700, 650], [700, 850], { button: 5 });
    expect(drawings()).toHaveLength(0);
  });
});
