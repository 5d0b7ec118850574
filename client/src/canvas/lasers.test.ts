import { LIMITS, PresenceState } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { type LaserPoint, LaserTrail, shine, withPoint } from './lasers.ts';

test('a point shines less and less, and not at all after its time', () => {
  expect([-5, 0, LIMITS.laserMs / 2, LIMITS.laserMs, 5_000].map(shine)).toEqual([1, 1, 0.5, 0, 0]);
});

test('what is sent stays within the limits, however fast the pointer is, and goes back a while', () => {
  let sent: readonly LaserPoint[] = [];
  for (let t = 0; t < 5_000; t += 2) {
    sent = withPoint(sent, { x: t, y: 0, t });
    expect(sent.length).toBeLessThanOrEqual(LIMITS.laserPoints);
  }
  const { laser } = PresenceState.parse({ laser: [...sent] });
  expect(laser).toHaveLength(LIMITS.laserPoints);
  const span = (sent.at(-1)?.t ?? 0) - (sent[0]?.t ?? 0);
  expect(span).toBeGreaterThan(250);
  expect(span).toBeLessThanOrEqual(330);
});

const points = (...times: number[]): LaserPoint[] => times.map((t) => ({ x: t, y: 0, t }));
const shown = (trail: LaserTrail, now: number) => trail.pieces(now).map((piece) => piece.map(({ x }) => x));

test('messages that overlap make one trail, on the clock of who sees it', () => {
  const trail = new LaserTrail();
  trail.add(points(7_000, 7_020, 7_040), 100);
  trail.add(points(7_020, 7_040, 7_060, 7_080), 140);
  expect(shown(trail, 140)).toEqual([[7_000, 7_020, 7_040, 7_060, 7_080]]);
  const [piece] = trail.pieces(140);
  expect(piece?.at(-1)?.shine).toBe(1);
  expect(piece?.[0]?.shine).toBeCloseTo(1 - 80 / LIMITS.laserMs);
});

test('a lift parts it, and what has faded does not come back with another message', () => {
  const trail = new LaserTrail();
  trail.add(points(0, 20), 1_000);
  trail.add(points(600, 620), 1_600);
  expect(shown(trail, 1_600)).toEqual([
    [0, 20],
    [600, 620],
  ]);
  expect(shown(trail, 2_300)).toEqual([[600, 620]]);
  expect(shown(trail, 3_000)).toEqual([]);
  expect(trail.isDark).toBe(true);
  trail.add(points(600, 620), 3_010);
  expect(trail.isDark).toBe(true);
});

test('a page loaded anew begins its clock again', () => {
  const trail = new LaserTrail();
  trail.add(points(90_000), 10);
  trail.add(points(5, 25), 40);
  expect(shown(trail, 40)).toEqual([[5, 25]]);
});
