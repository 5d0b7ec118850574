import { type Box, diffWords, setField as setIn, textOf } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { DEFAULT_RULES, LIMITS, type Role } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LocalSession } from '../dev/local-session.ts';
import { frameAt, resize, setField } from './actions.ts';
import { bringTo, dropBy, freeSpot, meets, moveBy, moveTo, moveToFrame, withoutPassengers } from './actions-move.ts';
import { deleteElements } from './actions-delete.ts';
import { addElement } from './actions-add.ts';
import { duplicate } from './copies.ts';
import { applyWords, setWords } from './words.ts';

const typeOf = (kind: string): ElementType => ELEMENT_TYPES.get(kind) as ElementType;

/** A board with a frame, a note in it and a note beside it, all by Eero. */
function boardOf(role: Role = 'facilitator', participantId = 'aino'): LocalSession {
  const session = new LocalSession({ role: 'facilitator', participantId: 'eero' });
  const add = (kind: string, x: number, y: number, width: number, height: number, text: string): string => {
    const result = addElement(session, { type: typeOf(kind), at: { x, y, size: { width, height } }, text });
    if (!result.allowed) throw new Error(result.reason);
    return result.ids[0] as string;
  };
  add('frame', 0, 0, 400, 400, 'kehys');
  add('sticky', 100, 100, 100, 100, 'sisällä');
  add('sticky', 600, 100, 100, 100, 'vieressä');
  session.become(participantId, role);
  return session;
}

function idOf(session: LocalSession, text: string): string {
  const found = [...session.model.all()].find((element) => element.text === text);
  if (!found) throw new Error(`no element says ${text}`);
  return found.id;
}

describe('adding', () => {
  test('puts it into the frame under its middle, on top, by the person', () => {
    const session = boardOf();
    const inside = session.model.get(idOf(session, 'sisällä'));
    expect(inside?.place).toEqual({ frame: idOf(session, 'kehys'), x: 100, y: 100 });
    expect(inside?.author).toBe('eero');
    const result = addElement(session, { type: typeOf('sticky'), at: { x: 150, y: 150 } });
    const id = result.allowed ? (result.ids[0] as string) : '';
    expect(session.model.rank(id)).toBeGreaterThan(session.model.rank(inside?.id as string));
    expect(session.model.box(id)).toMatchObject({ x: 70, y: 70 });
  });

  test('a new frame lies above other frames and under loose notes', () => {
    const session = boardOf();
    const result = addElement(session, {
      type: typeOf('frame'),
      at: { x: 500, y: 0, size: { width: 300, height: 300 } },
      frame: null,
    });
    const id = result.allowed ? (result.ids[0] as string) : '';
    expect(session.model.rank(id)).toBeGreaterThan(session.model.rank(idOf(session, 'kehys')));
    expect(session.model.rank(id)).toBeLessThan(session.model.rank(idOf(session, 'vieressä')));
  });

  test('is refused with the reason and then writes nothing', () => {
    const session = boardOf('participant');
    expect(addElement(session, { type: typeOf('frame'), at: { x: 0, y: 0 } })).toEqual({
      allowed: false,
      reason: 'kindNotAllowed',
    });
    session.setView({ rules: { ...DEFAULT_RULES, colours: ['blue'] } });
    const yellow = { type: typeOf('sticky'), at: { x: 0, y: 0 }, fields: { colour: 'yellow' } };
    expect(addElement(session, yellow)).toEqual({ allowed: false, reason: 'colourNotAllowed' });
    expect(session.model.size).toBe(3);
  });

  test('takes a colour that is open when its own is not', () => {
    const session = boardOf('participant');
    session.setView({ rules: { ...DEFAULT_RULES, colours: ['blue', 'green'] } });
    const result = addElement(session, { type: typeOf('sticky'), at: { x: 0, y: 0 } });
    expect(result.allowed && session.model.get(result.ids[0] as string)?.fields.colour).toBe('blue');
  });

  test('is one step to undo', () => {
    const session = boardOf();
    addElement(session, { type: typeOf('sticky'), at: { x: 0, y: 0 }, text: 'uusi' });
    session.undo.undo();
    expect(session.model.size).toBe(3);
    session.undo.redo();
    expect(idOf(session, 'uusi')).toBeTruthy();
  });
});

describe('moving', () => {
  test('by an offset stays in the frame', () => {
    const session = boardOf();
    const id = idOf(session, 'sisällä');
    expect(moveBy(session, [id], 5.04, -3)).toEqual({ allowed: true });
    expect(session.model.get(id)?.place).toEqual({ frame: idOf(session, 'kehys'), x: 105, y: 97 });
    moveTo(session, id, { x: 200, y: 200 });
    expect(session.model.box(id)).toMatchObject({ x: 200, y: 200 });
  });

  test('a frame takes its content along, which is written once', () => {
    const session = boardOf();
    const [frame, inside] = [idOf(session, 'kehys'), idOf(session, 'sisällä')];
    expect(withoutPassengers(session.model, [frame, inside])).toEqual([frame]);
    dropBy(session, [frame, inside], 50, 0);
    expect(session.model.box(inside)).toMatchObject({ x: 150, y: 100 });
    expect(session.model.get(inside)?.place).toMatchObject({ frame, x: 100 });
  });

  test('dropping over a frame puts it there, outside takes it out', () => {
    const session = boardOf();
    const [frame, beside] = [idOf(session, 'kehys'), idOf(session, 'vieressä')];
    dropBy(session, [beside], -500, 50);
    expect(session.model.get(beside)?.place).toEqual({ frame, x: 100, y: 150 });
    dropBy(session, [beside], 700, 0);
    expect(session.model.get(beside)?.place).toEqual({ frame: null, x: 800, y: 150 });
  });

  test('a frame never falls into itself or its own content', () => {
    const session = boardOf();
    const frame = idOf(session, 'kehys');
    addElement(session, {
      type: typeOf('frame'),
      at: { x: 20, y: 20, size: { width: 200, height: 200 } },
      text: 'sisempi',
    });
    expect(frameAt(session.model, { x: 100, y: 100 }, new Set([frame]))).toBeNull();
    expect(frameAt(session.model, { x: 100, y: 100 })).toBe(idOf(session, 'sisempi'));
    expect(dropBy(session, [frame], 10, 10)).toEqual({ allowed: true });
    expect(session.model.get(frame)?.place.frame).toBeNull();
  });

  test('does what is allowed and tells why the rest was not', () => {
    const session = boardOf('participant', 'eero');
    const doc = session.document('board') as Y.Doc;
    setIn(doc, idOf(session, 'vieressä'), 'locked', true);
    const verdict = moveBy(session, [idOf(session, 'vieressä'), idOf(session, 'sisällä')], 10, 0);
    expect(verdict).toEqual({ allowed: false, reason: 'locked' });
    expect(session.model.box(idOf(session, 'vieressä'))?.x).toBe(600);
    expect(session.model.box(idOf(session, 'sisällä'))?.x).toBe(110);
  });

  test('to a frame finds a free spot there, in reading order', () => {
    const session = boardOf();
    const [frame, beside] = [idOf(session, 'kehys'), idOf(session, 'vieressä')];
    moveToFrame(session, [beside], frame);
    expect(session.model.get(beside)?.place.frame).toBe(frame);
    expect(meets(session.model.box(beside) as never, session.model.box(idOf(session, 'sisällä')) as never)).toBe(false);
    moveToFrame(session, [beside], null);
    expect(session.model.get(beside)?.place.frame).toBeNull();
  });

  test('what is put into a frame stands below its title and its question', () => {
    const session = boardOf();
    const frame = idOf(session, 'kehys');
    resize(session, frame, { x: 0, y: 0, width: 900, height: 900 });
    const { y } = freeSpot(session.model, frame, { width: 160, height: 160 });
    setField(
      session,
      [frame],
      'prompt',
      'Mikä vie meitä eteenpäin juuri nyt, ja mikä pitäisi jättää taakse? '.repeat(3),
    );
    const below = freeSpot(session.model, frame, { width: 160, height: 160 });
    expect(below.y).toBeGreaterThan(y + 40);
  });

  test('a full frame still has a place', () => {
    const session = boardOf();
    const spot = freeSpot(session.model, idOf(session, 'kehys'), { width: 390, height: 390 });
    expect(spot.x).toBeGreaterThanOrEqual(0);
  });
});

describe('changing', () => {
  test('a size and place come together, in the frame', () => {
    const session = boardOf();
    const id = idOf(session, 'sisällä');
    expect(resize(session, id, { x: 90, y: 80, width: 200, height: 150 })).toEqual({ allowed: true });
    expect(session.model.box(id)).toEqual({ x: 90, y: 80, width: 200, height: 150 });
    expect(session.model.get(id)?.place.frame).toBe(idOf(session, 'kehys'));
  });

  test('what stands in a frame stays where it is seen when its corner is pulled, in one step', () => {
    const session = boardOf();
    const [frame, inside] = [idOf(session, 'kehys'), idOf(session, 'sisällä')];
    const [before, at] = [session.model.box(frame) as Box, session.model.box(inside)];
    resize(session, frame, {
      x: before.x - 60,
      y: before.y - 40,
      width: before.width + 60,
      height: before.height + 40,
    });
    expect(session.model.box(inside)).toEqual(at);
    expect(session.model.get(inside)?.place.frame).toBe(frame);
    session.undo.undo();
    expect(session.model.box(inside)).toEqual(at);
    expect(session.model.box(frame)).toEqual(before);
  });

  test('a field is set where the kind has it', () => {
    const session = boardOf();
    setField(session, [idOf(session, 'kehys'), idOf(session, 'sisällä')], 'colour', 'blue');
    expect(session.model.get(idOf(session, 'sisällä'))?.fields.colour).toBe('blue');
    expect(session.model.get(idOf(session, 'kehys'))?.fields.colour).toBeUndefined();
  });

  test('a value that does not parse is refused', () => {
    const session = boardOf();
    expect(setField(session, [idOf(session, 'sisällä')], 'colour', 'beige')).toEqual({
      allowed: false,
      reason: 'schema',
    });
  });

  test('to the front and back among siblings', () => {
    const session = boardOf();
    const other = addElement(session, { type: typeOf('sticky'), at: { x: 900, y: 0 }, text: 'toinen' });
    expect(other.allowed).toBe(true);
    bringTo(session, [idOf(session, 'vieressä')], 'front');
    expect(session.model.rank(idOf(session, 'vieressä'))).toBeGreaterThan(session.model.rank(idOf(session, 'toinen')));
    bringTo(session, [idOf(session, 'toinen')], 'back');
    expect(session.model.rank(idOf(session, 'toinen'))).toBe(0);
  });
});

describe('deleting', () => {
  test('a frame leaves its content where it was', () => {
    const session = boardOf();
    const inside = idOf(session, 'sisällä');
    expect(deleteElements(session, [idOf(session, 'kehys')])).toEqual({ allowed: true });
    expect(session.model.get(inside)?.place).toEqual({ frame: null, x: 100, y: 100 });
    session.undo.undo();
    expect(session.model.get(inside)?.place.frame).toBe(idOf(session, 'kehys'));
  });

  test('own notes only, by default', () => {
    const session = boardOf('participant', 'aino');
    addElement(session, { type: typeOf('sticky'), at: { x: 900, y: 900 }, text: 'oma' });
    const ids = [idOf(session, 'oma'), idOf(session, 'vieressä')];
    expect(deleteElements(session, ids)).toEqual({ allowed: false, reason: 'deleteNotAllowed' });
    expect([...session.model.all()].map(({ text }) => text).sort()).toEqual(['kehys', 'sisällä', 'vieressä']);
  });
});

describe('duplicating', () => {
  test('a frame copies its content into the copy', () => {
    const session = boardOf();
    const result = duplicate(session, [idOf(session, 'kehys'), idOf(session, 'sisällä')]);
    const copy = result.allowed ? (result.ids[0] as string) : '';
    expect(result.allowed && result.ids).toHaveLength(1);
    const children = session.model.childrenOf(copy);
    expect(children.map(({ text, author }) => [text, author])).toEqual([['sisällä', 'aino']]);
    expect(session.model.box(copy)).toMatchObject({ x: 20, y: 20 });
    expect(session.model.size).toBe(5);
  });

  test('keeps words with their formats', () => {
    const session = boardOf();
    const id = idOf(session, 'vieressä');
    textOf(session.document('board') as Y.Doc, id)?.format(0, 3, { bold: true });
    const result = duplicate(session, [id]);
    const copy = session.model.get(result.allowed ? (result.ids[0] as string) : '');
    expect(copy?.runs).toEqual(session.model.get(id)?.runs);
  });

  test('of thousands is one step to undo, and no update of it too large for the server', { timeout: 60_000 }, () => {
    const session = boardOf();
    const doc = session.document('board') as Y.Doc;
    const all = (): string[] => Array.from(session.model.all(), ({ id }) => id);
    let largest = 0;
    doc.on('update', (update: Uint8Array) => {
      largest = Math.max(largest, update.byteLength);
    });
    while (session.model.size < 2_000) {
      const result = duplicate(session, all());
      if (!result.allowed) throw new Error(result.reason);
    }
    const before = session.model.size;
    expect(duplicate(session, all()).allowed).toBe(true);
    expect(session.model.size).toBeGreaterThan(before);
    session.undo.undo();
    expect(session.model.size).toBe(before);
    expect(largest).toBeLessThan(LIMITS.updateBytes);
  });
});

describe('words', () => {
  test('are changed by the least that does it', () => {
    expect(diffWords('kissa istuu', 'kissat istuu')).toEqual([{ retain: 5 }, { insert: 't' }]);
    expect(diffWords('abc', 'abc')).toEqual([]);
  });

  test('keep what others write at the same time, and formats', () => {
    const a = new Y.Doc();
    const b = new Y.Doc();
    a.getText('t').insert(0, 'yksi kaksi', { bold: true });
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    applyWords(a.getText('t'), 'yksi, kaksi');
    applyWords(b.getText('t'), 'yksi kaksi kolme');
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    expect(a.getText('t').toString()).toBe('yksi, kaksi kolme');
    expect(b.getText('t').toString()).toBe('yksi, kaksi kolme');
  });

  test('of others are not to be written by default, and long ones are cut', () => {
    const session = boardOf('participant', 'aino');
    expect(setWords(session, idOf(session, 'vieressä'), 'x')).toEqual({ allowed: false, reason: 'editNotAllowed' });
    const own = boardOf('participant', 'eero');
    const id = idOf(own, 'vieressä');
    expect(setWords(own, id, 'å'.repeat(5_000))).toEqual({ allowed: true });
    expect(own.model.get(id)?.text).toHaveLength(4_000);
    expect(setWords(own, 'ghost', 'x').allowed).toBe(false);
  });
});
