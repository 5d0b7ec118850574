import { ELEMENT_MODELS } from '@talkoot/elements';
import { Random, reportProof, Typist } from '@talkoot/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { frame, GateBench, sticky, type Who } from './testing/bench.ts';
import { bend, mischief } from './testing/hostile.ts';
import { Oracle } from './testing/oracle.ts';

const LONG = process.env.TALKOOT_LONG === '1';
const UPDATES = Number(process.env.TALKOOT_UPDATES ?? (LONG ? 5_000_000 : 50_000));
const FIRST = Number(process.env.TALKOOT_SEED ?? 1);
const PER_ROOM = 200;
const WHO: Who[] = ['ann', 'ann', 'bob', 'fac', 'obs'];
const CLIENTS: Record<Who, number[]> = { fac: [1_000], ann: [2_000, 2_001], bob: [3_000, 3_001], obs: [4_000] };

const counts = { updates: 0, honest: 0, accepted: 0, visible: 0, refused: 0, falseRefusals: 0, violations: 0 };

function build(): GateBench {
  const bench = new GateBench();
  bench.add('fac', 'f1', frame('f1', 'fac'));
  bench.add('fac', 'f2', { ...frame('f2', 'fac'), place: { frame: 'f1', x: 1, y: 1 } });
  for (const who of ['ann', 'bob', 'fac'] as const) {
    for (const n of [1, 2, 3])
      bench.add(who, `${who}${n}`, {
        ...sticky(`${who}${n}`, who),
        place: { frame: n === 3 ? 'f2' : null, x: n, y: n },
      });
  }
  // Bob's second client id is his before anybody else tries it.
  bench.leases.set(3_001, 'bob');
  return bench;
}

function honestUpdate(bench: GateBench, who: Who, random: Random, client: number): Uint8Array | null {
  const doc = bench.copy(who, client);
  const role = who === 'fac' ? 'facilitator' : who === 'obs' ? 'observer' : 'participant';
  const typist = new Typist(doc, { participantId: who, role }, random, ELEMENT_MODELS, () => bench.context);
  const before = Y.encodeStateVector(doc);
  const done = Array.from({ length: random.between(1, 4) }, () => typist.step());
  if (!done.includes(true)) return null;
  return random.chance(0.5) ? Y.encodeStateAsUpdate(doc, before) : Y.encodeStateAsUpdate(doc);
}

function one(bench: GateBench, random: Random, previous: Uint8Array, seed: number): Uint8Array {
  const who = random.pick(WHO);
  const client = random.pick(CLIENTS[who]);
  const sort = random.below(4);
  const honest = sort < 2 ? honestUpdate(bench, who, random, client) : null;
  const clients = [...CLIENTS[who], ...(random.chance(0.1) ? CLIENTS.bob : [])];
  const update =
    sort === 0 && honest
      ? honest
      : sort === 1 && honest
        ? bend(random, honest, previous)
        : mischief(random, bench, clients);
  const isHonest = update === honest;
  const oracle = new Oracle(bench);
  const answer = bench.send(who, update);
  counts.updates++;
  if (isHonest) counts.honest++;
  if (!answer.ok) {
    counts.refused++;
    if (isHonest) {
      counts.falseRefusals++;
      expect.fail(`seed ${seed}: honest update of ${who} refused: ${answer.code} ${answer.detail}`);
    }
    return honest ?? previous;
  }
  counts.accepted++;
  if (answer.bytes) counts.visible++;
  const found = oracle.violations(who);
  counts.violations += found.length;
  expect(found, `seed ${seed}, update ${counts.updates} of ${who}`).toEqual([]);
  return honest ?? previous;
}

test('G15 no bent or forged update reaches what its sender may not, and no honest one is refused', {
  timeout: 36_000_000,
}, () => {
  for (let seed = FIRST; counts.updates < UPDATES; seed++) {
    const random = new Random(seed);
    const bench = build();
    let previous = Y.encodeStateAsUpdate(bench.server);
    for (let step = 0; step < PER_ROOM; step++) previous = one(bench, random, previous, seed);
    // Whoever joins now gets the same board.
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(bench.server));
    expect(fresh.getMap('elements').toJSON(), `seed ${seed}: who joins now`).toEqual(bench.json());
  }
  reportProof('gate, bent and forged', { 'seeds from': FIRST, ...counts });
  expect(counts.visible).toBeGreaterThan(UPDATES / 50);
  expect(counts.refused).toBeGreaterThan(UPDATES / 50);
});
