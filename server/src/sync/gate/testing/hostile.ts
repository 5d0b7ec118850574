import { elementsOf } from '@talkoot/board';
import type { Random } from '@talkoot/testing';
import * as Y from 'yjs';
import type { GateBench } from './bench.ts';
import { any, type Forged, forge, type ForgedStruct, gone, map, text, words } from './forge.ts';

/** Bytes of an honest update with something bent: flipped, cut, doubled or mixed with another. */
export function bend(random: Random, honest: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(honest);
  const at = random.below(bytes.length);
  switch (random.below(5)) {
    case 0:
      bytes[at] = random.below(256);
      return bytes;
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(random.below(bytes.length))]);
    case 3:
      return Uint8Array.from([...bytes.subarray(0, at), ...other.subarray(random.below(other.length))]);
    default:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
  }
}

/** A well-formed update that means mischief: any neighbours, parents, keys, values and deletes. */
export function mischief(random: Random, bench: GateBench, clients: readonly number[]): Uint8Array {
  const used = new Set<number>();
  const blocks: Forged[] = [];
  for (let count = random.between(1, 2); count > 0; count--) {
    const client = random.pick(clients);
    if (used.has(client)) continue;
    used.add(client);
    const clock = Math.max(
      0,
      Y.getState(bench.server.store, client) + (random.chance(0.1) ? random.between(-3, 3) : 0),
    );
    const self = (): [number, number] => [client, clock + random.below(4)];
    blocks.push({
      client,
      clock,
      structs: Array.from({ length: random.between(1, 6) }, () => struct(random, bench, self)),
    });
  }
  return forge(blocks, random.chance(0.5) ? deletes(random, bench) : {});
}

function struct(random: Random, bench: GateBench, self: () => [number, number]): ForgedStruct {
  if (random.chance(0.03)) return { gc: random.between(1, 5) };
  const near = random.chance(0.4) ? self() : someId(random, bench);
  const made = content(random);
  switch (random.below(5)) {
    case 0:
      return { origin: near, content: made };
    case 1:
      return { right: near, content: made };
    case 2:
      return { origin: near, right: someId(random, bench), content: made };
    case 3:
      return {
        parent: random.pick(['elements', 'elements', 'session', 'meta', 'x']),
        sub: someKey(random, bench),
        content: made,
      };
    default:
      return { parent: near, sub: someKey(random, bench), content: made };
  }
}

function someKey(random: Random, bench: GateBench): string {
  const fields = ['kind', 'place', 'size', 'order', 'author', 'colour', 'locked', 'text', 'tags', '__proto__', 'n'];
  return random.chance(0.4) ? random.pick([...elementsOf(bench.server).keys()]) : random.pick(fields);
}

function someId(random: Random, bench: GateBench): [number, number] {
  const [client, structs] = random.pick([...bench.server.store.clients]);
  const struct = random.pick(structs);
  return [client, struct.id.clock + random.below(struct.length)];
}

function content(random: Random): Y.Item['content'] {
  switch (random.below(9)) {
    case 0:
      return words(random.word());
    case 1:
      return gone(random.between(1, 2));
    case 2:
      return map();
    case 3:
      return text();
    case 4:
      return new Y.ContentFormat('bold', true as never);
    case 5:
      return any({ frame: random.chance(0.5) ? null : 'f1', x: random.below(9), y: 1 });
    case 6:
      return any(random.pick(['ann', 'bob', 'sticky', 'frame', 'red', 'a0']));
    default:
      return any(random.pick<unknown>([1, true, null, Number.NaN, [], ['x'], { width: 5, height: 5 }]));
  }
}

function deletes(random: Random, bench: GateBench): Record<number, [number, number][]> {
  const [client, clock] = someId(random, bench);
  return { [client]: [[clock, random.between(1, random.chance(0.2) ? 50 : 3)]] };
}
