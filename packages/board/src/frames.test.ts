import { describe, expect, test } from 'vitest';
import { elementsOf } from './element.ts';
import type { Place } from './fields.ts';
import {
  absolutePoint,
  childrenOf,
  deleteElements,
  framesAround,
  MAX_FRAME_DEPTH,
  placeIn,
  placeInFrame,
  wouldCycle,
} from './frames.ts';
import { documentWith } from './testing.ts';

const at = (x: number, y: number, frame: string | null = null): Place => ({ frame, x, y });
const lookupOf = (places: Record<string, Place>) => (id: string) => places[id];

describe('the frames around a place', () => {
  const lookup = lookupOf({ a: at(10, 10), b: at(5, 5, 'a'), lost: at(1, 1, 'gone') });

  test('are named from the nearest outwards', () => {
    expect(framesAround(at(0, 0, 'b'), lookup)).toEqual(['b', 'a']);
    expect(framesAround(at(0, 0), lookup)).toEqual([]);
    expect(framesAround(at(0, 0, 'lost'), lookup)).toEqual(['lost']);
  });

  test('end at a cycle and at the depth limit', () => {
    const cycle = lookupOf({ a: at(0, 0, 'b'), b: at(0, 0, 'a') });
    expect(framesAround(at(0, 0, 'a'), cycle)).toEqual(['a', 'b']);
    const deep = lookupOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, at(1, 0, `f${i + 1}`)])));
    expect(framesAround(at(0, 0, 'f0'), deep)).toHaveLength(MAX_FRAME_DEPTH);
  });

  test('add up to a point, which another frame can count from', () => {
    expect(absolutePoint(at(1, 2, 'b'), lookup)).toEqual({ x: 16, y: 17 });
    expect(placeInFrame(at(16, 17), 'b', lookup)).toEqual(at(1, 2, 'b'));
    expect(placeInFrame(at(1, 2, 'b'), null, lookup)).toEqual(at(16, 17));
    expect(placeInFrame(at(1, 2), 'gone', lookup)).toEqual(at(1, 2));
  });

  test('never hold themselves', () => {
    expect(wouldCycle('a', 'b', lookup)).toBe(true);
    expect(wouldCycle('a', 'a', lookup)).toBe(true);
    expect(wouldCycle('b', 'a', lookup)).toBe(false);
    expect(wouldCycle('b', null, lookup)).toBe(false);
  });
});

describe('deleting a frame', () => {
  const board = () =>
    documentWith(
      { id: 'outer', kind: 'area', place: at(100, 100) },
      { id: 'inner', kind: 'area', place: at(10, 10, 'outer') },
      { id: 'note', place: at(1, 1, 'inner') },
    );

  test('leaves its content where it was, in the frame around', () => {
    const doc = board();
    deleteElements(doc, ['inner']);
    expect(placeIn(doc)('note')).toEqual(at(11, 11, 'outer'));
    expect(childrenOf(doc, 'outer')).toEqual(['note']);
  });

  test('and the frame around it as well puts content on the board', () => {
    const doc = board();
    deleteElements(doc, ['inner', 'outer']);
    expect(placeIn(doc)('note')).toEqual(at(111, 111));
  });

  test('with its content deletes both', () => {
    const doc = board();
    deleteElements(doc, ['inner', 'note', 'ghost']);
    expect([...elementsOf(doc).keys()]).toEqual(['outer']);
  });

  test('is one transaction', () => {
    const doc = board();
    let updates = 0;
    doc.on('update', () => updates++);
    deleteElements(doc, ['outer', 'inner']);
    expect(updates).toBe(1);
  });
});
