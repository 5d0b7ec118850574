import { overlaps } from '@talkoot/board';
import { Random } from '@talkoot/testing';
import { expect, test } from 'vitest';
import { FreePlaces } from './placing.ts';

const NOTE = { width: 160, height: 160 };

test('a note stays where it was written while that is free', () => {
  const places = new FreePlaces({ width: 900, height: 900 }, []);
  expect(places.place({ ...NOTE, x: 300, y: 400 })).toEqual({ x: 300, y: 400 });
});

test('notes written over each other lie side by side, below what the frame says, as long as there is room', () => {
  const random = new Random(7);
  const places = new FreePlaces({ width: 1_000, height: 1_000 }, [{ ...NOTE, x: 20, y: 130 }]);
  const taken = [{ ...NOTE, x: 20, y: 130 }];
  for (let note = 0; note < 12; note++) {
    const at = places.place({ ...NOTE, x: random.below(300), y: 200 + random.below(100) });
    const box = { ...NOTE, ...at };
    expect(taken.some((other) => overlaps(other, box))).toBe(false);
    expect(at.y).toBeGreaterThanOrEqual(112);
    taken.push(box);
  }
});

test('a full frame piles notes, each within it', () => {
  const frame = { width: 400, height: 600 };
  const places = new FreePlaces(frame, []);
  for (let note = 0; note < 60; note++) {
    const { x, y } = places.place({ ...NOTE, x: -1, y: -1 });
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + NOTE.width).toBeLessThanOrEqual(frame.width + 24);
    expect(y + NOTE.height).toBeLessThanOrEqual(frame.height + 24);
  }
});
