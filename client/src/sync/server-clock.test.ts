import { Random } from '@talkoot/testing';
import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);

/** A world with a true time, a machine whose clock is wrong, and a line. */
class World {
  time = 1_700_000_000_000;
  wrong: number;
  readonly clock: ServerClock;

  constructor(wrong: number) {
    this.wrong = wrong;
    this.clock = new ServerClock(() => this.time + this.wrong);
  }

  /** A line begins: its first message takes so long. */
  hello(way: number): void {
    const serverTime = this.time;
    this.time += way;
    this.clock.hello(serverTime);
  }

  /** A question and its answer; tells when to ask again. */
  ask(there: number, back: number): number {
    const number = this.clock.ask();
    this.time += there;
    const serverTime = this.time;
    this.time += back;
    return this.clock.answer(number, serverTime);
  }

  get error(): number {
    return Math.abs(this.clock.now() - this.time);
  }
}

test('the first message is better than nothing, and the first answer is better than that', () => {
  const world = new World(-3_600_000);
  world.hello(800);
  expect(world.error).toBe(800);
  world.ask(40, 60);
  expect(world.error).toBe(10);
});

test('the quickest answer counts, slow ones spoil nothing', () => {
  const world = new World(90_000);
  world.hello(2_000);
  world.ask(20, 1_500);
  expect(world.error).toBe(740);
  world.ask(15, 25);
  world.ask(10, 3_000);
  expect(world.error).toBe(5);
});

test('asks a few times at first and seldom later', () => {
  const world = new World(0);
  world.hello(10);
  const pauses = Array.from({ length: 6 }, () => world.ask(5, 5));
  expect(pauses).toEqual([250, 250, 250, 250, 30_000, 30_000]);
});

test('a clock that is set meanwhile is noticed by the next answer, also a slow one', () => {
  const world = new World(0);
  world.hello(10);
  world.ask(5, 5);
  world.wrong = 7_200_000;
  world.ask(120, 180);
  expect(world.error).toBe(30);
});

test(`is wrong by half of the quickest way at most, so that two machines agree within 250 ms (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const way = (): number => 10 + random.below(random.below(4) === 0 ? 2_000 : 110);
  let agreed = 0;
  for (let round = 0; round < 500; round++) {
    const [a, b] = [1, 2].map(() => {
      const machine = new World(random.below(7_200_000) - 3_600_000);
      machine.hello(way());
      let quickest = Number.POSITIVE_INFINITY;
      for (let count = 0; count < 5; count++) {
        const [there, back] = [way(), way()];
        machine.ask(there, back);
        quickest = Math.min(quickest, there + back);
      }
      expect(machine.error, `round ${round}`).toBeLessThanOrEqual(quickest / 2);
      return { says: machine.clock.now() - machine.time, quickest };
    });
    if (!a || !b || Math.max(a.quickest, b.quickest) > 250) continue;
    agreed++;
    expect(Math.abs(a.says - b.says), `round ${round}`).toBeLessThanOrEqual(250);
  }
  expect(agreed).toBeGreaterThan(400);
});
