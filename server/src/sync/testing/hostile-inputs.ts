import { createElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import type { Random } from '@talkoot/testing';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { sticky } from '../gate/testing/bench.ts';
import { any, forge, map, words } from '../gate/testing/forge.ts';
import { awarenessMessage, SYNC, syncMessage } from '../messages.ts';

/** What an attacker knows: their own client id, and a colleague's with the clock that is to come. */
export interface Scene {
  random: Random;
  own: number;
  participantId: string;
  colleague: number;
  colleagueClock: number;
  /** The board as everybody has it. */
  board: Y.Doc;
}

export interface Attack {
  /** Number in the list of malicious inputs that reliability.md 2.2 has. */
  number: number;
  name: string;
  /** Messages of one connection each. */
  connections: (scene: Scene) => Uint8Array[][];
  /**
   * What becomes of the offender. `closed`: no client of ours or of y-websocket sends this. `refused`: well-formed
   * but not allowed, a refusal for our client, a close for a stock one. `ignored`: honest clients may look like this
   * (a gap, a ghost), so the socket stays, without effect.
   */
  end: 'closed' | 'refused' | 'ignored';
}

const update = (bytes: Uint8Array): Uint8Array => syncMessage(SYNC.update, bytes);

function bytesOf(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** A sticky such as an honest client makes, under any client id. */
function honestUpdate({ board, participantId, random }: Scene, client: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board));
  doc.clientID = client;
  let made = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => {
    made = Uint8Array.from(bytes);
  });
  doc.transact(() => createElement(doc, sticky(random.id(), participantId), ELEMENT_MODELS));
  return made;
}

/** One item of the attacker in the map of elements, its content written by hand. */
function rawItem(client: number, content: (encoder: encoding.Encoder) => void): Uint8Array {
  return written((encoder) => {
    for (const number of [1, 1, client, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0x28);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'elements');
    encoding.writeVarString(encoder, 'x');
    content(encoder);
    encoding.writeVarUint(encoder, 0);
  });
}

function nested(client: number, depth: number): Uint8Array {
  return rawItem(client, (encoder) => {
    encoding.writeVarUint(encoder, 1);
    for (let at = 0; at < depth; at++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
    encoding.writeUint8(encoder, 127);
  });
}

function futureDeletes(client: number, from: number, count: number): Uint8Array {
  return forge([], {
    [client]: Array.from({ length: count }, (_, index) => [from + index * 2, 1] as [number, number]),
  });
}

function inElements(client: number, clock: number, content: Y.Item['content']): Uint8Array {
  return forge([{ client, clock, structs: [{ parent: 'elements', sub: 'x', content }] }]);
}

const once = (...messages: Uint8Array[]): Uint8Array[][] => [messages];

/** Cases 3 to 26; 1, 2 and 24 need a raw socket, 22 a paused reader, 27 a process to kill. */
export const ATTACKS: Attack[] = [
  {
    number: 3,
    name: 'frames of random bytes',
    end: 'closed',
    connections: ({ random }) =>
      Array.from({ length: 8 }, () => Array.from({ length: 250 }, () => bytesOf(random, random.between(1, 300)))),
  },
  {
    number: 4,
    name: 'random updates',
    end: 'closed',
    connections: ({ random }) =>
      Array.from({ length: 8 }, () =>
        Array.from({ length: 600 }, () => update(Uint8Array.of(250, ...bytesOf(random, random.between(1, 200))))),
      ),
  },
  {
    number: 5,
    name: 'prefixes of a valid update',
    end: 'closed',
    connections: (scene) => {
      const valid = honestUpdate(scene, scene.own);
      const cuts = Array.from({ length: 8 }, (_, index) => 3 + Math.floor(((valid.length - 4) * index) / 7));
      return cuts.map((cut) => [update(valid.subarray(0, cut))]);
    },
  },
  {
    number: 6,
    name: 'an update that claims 33 million structs',
    end: 'closed',
    connections: ({ own }) => {
      const claim = written((encoder) => {
        for (const number of [1, 33_000_000, own, 0]) encoding.writeVarUint(encoder, number);
      });
      return once(...Array.from({ length: 20 }, () => update(claim)));
    },
  },
  {
    number: 7,
    name: 'a number that overflows and a string of 2^40 characters',
    end: 'closed',
    connections: ({ own }) => [
      [update(new Uint8Array(12).fill(0xff))],
      [
        update(
          rawItem(own, (encoder) => {
            encoding.writeVarUint(encoder, 1);
            encoding.writeUint8(encoder, 119);
            encoding.writeVarUint(encoder, 2 ** 40);
          }),
        ),
      ],
    ],
  },
  {
    number: 8,
    name: 'a hundred thousand nested arrays in one value',
    end: 'closed',
    connections: ({ own }) => once(update(nested(own, 100_000))),
  },
  {
    number: 9,
    name: 'updates whose beginning never comes',
    end: 'ignored',
    connections: ({ own }) =>
      once(
        ...Array.from({ length: 1_200 }, (_, index) =>
          update(
            forge([
              {
                client: own,
                clock: 10_000 + index * 2_000,
                structs: [{ origin: [own, 9_999 + index * 2_000], content: words('x'.repeat(1_000)) }],
              },
            ]),
          ),
        ),
      ),
  },
  {
    number: 10,
    name: 'deletes of 60,000 ranges to come',
    end: 'refused',
    connections: ({ own }) => once(update(futureDeletes(own, 5, 60_000))),
  },
  {
    number: 10,
    name: 'deletes of 200,000 ranges to come',
    end: 'closed',
    connections: ({ own }) => once(update(futureDeletes(own, 5, 200_000))),
  },
  {
    number: 11,
    name: 'deletes of what a colleague will write next',
    end: 'ignored',
    connections: ({ colleague, colleagueClock }) => once(update(forge([], { [colleague]: [[colleagueClock, 1_000]] }))),
  },
  {
    number: 12,
    name: 'a string of 60 MB',
    end: 'closed',
    connections: ({ own }) => once(update(inElements(own, 0, words('x'.repeat(60_000_000))))),
  },
  {
    number: 12,
    name: 'a string of 250 KB as a colour',
    end: 'refused',
    connections: ({ own }) => once(update(inElements(own, 0, any('x'.repeat(250_000))))),
  },
  {
    number: 13,
    name: 'a million keys',
    end: 'closed',
    connections: ({ own }) => once(update(keys(own, 1_000_000))),
  },
  {
    number: 13,
    name: 'fifteen thousand keys',
    end: 'refused',
    connections: ({ own }) => once(update(keys(own, 15_000))),
  },
  {
    number: 14,
    name: '__proto__ as a key and in a value',
    end: 'refused',
    connections: ({ own }) => [
      [update(forge([{ client: own, clock: 0, structs: [{ parent: 'elements', sub: '__proto__', content: map() }] }]))],
      [update(inElements(own, 0, any(JSON.parse('{"__proto__":{"admin":true}}'))))],
    ],
  },
  {
    number: 15,
    name: 'an honest update under a colleague’s client id',
    end: 'refused',
    connections: (scene) => once(update(honestUpdate(scene, scene.colleague))),
  },
  {
    number: 16,
    name: 'collected structs over a colleague’s clocks',
    end: 'refused',
    connections: ({ colleague, colleagueClock }) =>
      once(update(forge([{ client: colleague, clock: colleagueClock, structs: [{ gc: 100 }] }]))),
  },
  {
    number: 17,
    name: 'presence of a colleague far ahead, and of 50,000 ghosts',
    end: 'ignored',
    connections: ({ colleague }) =>
      once(
        awarenessMessage([{ clientId: colleague, clock: 2 ** 50, json: 'null' }]),
        awarenessMessage(
          Array.from({ length: 50_000 }, (_, index) => ({ clientId: 1_000 + index, clock: 1, json: '{}' })),
        ),
      ),
  },
  {
    number: 18,
    name: 'a presence state of 20 MB, and one of 400 KB',
    end: 'closed',
    connections: ({ own }) => [
      [awarenessMessage([{ clientId: own, clock: 1, json: `{"editing":"${'x'.repeat(20_000_000)}"}` }])],
      [awarenessMessage([{ clientId: own, clock: 1, json: `{"editing":"${'x'.repeat(400_000)}"}` }])],
    ],
  },
  {
    number: 19,
    name: 'ten thousand unknown roots',
    end: 'refused',
    connections: ({ own }) => once(update(roots(own, 10_000))),
  },
  {
    number: 19,
    name: 'a hundred thousand unknown roots',
    end: 'closed',
    connections: ({ own }) => once(update(roots(own, 100_000))),
  },
  {
    number: 20,
    name: 'an item that follows itself, after a valid one',
    end: 'ignored',
    connections: ({ own }) =>
      once(
        update(
          forge([
            {
              client: own,
              clock: 0,
              structs: [
                { parent: 'elements', sub: 'x', content: map() },
                { origin: [own, 1], content: any(1) },
              ],
            },
          ]),
        ),
      ),
  },
  {
    number: 21,
    name: 'maps in maps 15,000 deep, then deleted',
    end: 'refused',
    connections: ({ own }) => {
      const structs = Array.from({ length: 15_000 }, (_, index) =>
        index === 0
          ? { parent: 'elements', sub: 'x', content: map() }
          : { parent: [own, index - 1] as [number, number], sub: 'x', content: map() },
      );
      return once(update(forge([{ client: own, clock: 0, structs }], { [own]: [[0, 15_000]] })));
    },
  },
  {
    number: 26,
    name: 'an update with a byte too much',
    end: 'closed',
    connections: (scene) => once(update(Uint8Array.of(...honestUpdate(scene, scene.own), 0))),
  },
  {
    number: 26,
    name: 'messages of no known kind, cut short or with something after them',
    end: 'closed',
    connections: () =>
      [[], [2, 0], [9], [100, 0], [0, 7, 0], [0, 2, 5, 1], [0, 0, 1, 0, 0], [1, 3, 1, 1, 1], [3, 3]].map((bytes) => [
        Uint8Array.from(bytes),
      ]),
  },
];

function keys(client: number, count: number): Uint8Array {
  const structs = Array.from({ length: count }, (_, index) => ({
    parent: 'elements',
    sub: `k${index}`,
    content: any(1),
  }));
  return forge([{ client, clock: 0, structs }]);
}

function roots(client: number, count: number): Uint8Array {
  const structs = Array.from({ length: count }, (_, index) => ({
    parent: `root ${index}`,
    sub: 'x',
    content: any(1),
  }));
  return forge([{ client, clock: 0, structs }]);
}

/** A client's frame by hand: any first byte, any claimed length. */
export function rawFrame(firstByte: number, payload: Uint8Array, claimed: bigint = BigInt(payload.byteLength)): Buffer {
  const head = Buffer.alloc(14);
  head[0] = firstByte;
  // Masked by zeros, length in eight bytes.
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(claimed, 2);
  return Buffer.concat([head, payload]);
}
