import { createElement, setField } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { LIMITS } from '@talkoot/protocol';
import * as encoding from 'lib0/encoding';
import { sticky } from '../bench.ts';
import { any, forge, gone, words } from '../forge.ts';
import { ANN, annWrites, at, type Case, next } from './case.ts';

/** G1 to G7: bent bytes. */
export const SHAPE: Case[] = [
  { name: 'G1 too large', want: ['tooLarge'], update: () => new Uint8Array(LIMITS.updateBytes + 1) },
  {
    name: 'G1 a document that is full',
    want: ['tooLarge'],
    update: (b) => {
      b.structCount = LIMITS.structsPerRoom - 20;
      return b.updateOf('ann', (doc) => {
        for (const id of ['n1', 'n2', 'n3']) createElement(doc, sticky(id, 'ann'), ELEMENT_MODELS);
      });
    },
  },
  {
    name: 'G1 too many clients',
    want: ['tooLarge'],
    update: () => forge(Array.from({ length: 60 }, (_, i) => ({ client: i + 1, clock: 0, structs: [{ gc: 1 }] }))),
  },
  { name: 'G2 nothing', want: ['malformed'], update: () => new Uint8Array() },
  {
    name: 'G2 trailing bytes',
    want: ['malformed'],
    update: (b) => {
      const honest = b.updateOf('ann', (doc) => setField(doc, 'a1', 'tags', ['x']));
      return Uint8Array.from([...honest, 0]);
    },
  },
  {
    name: 'G2 header of 33 million structs',
    want: ['malformed'],
    update: () => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 33_000_000);
      encoding.writeVarUint(encoder, ANN);
      encoding.writeVarUint(encoder, 0);
      return encoding.toUint8Array(encoder);
    },
  },
  {
    name: 'G2 values nested 100,000 deep',
    want: ['malformed', 'schema', 'tooLarge'],
    update: (b) => {
      // An array of one array of one array: byte 117, then the length.
      const deep = new Uint8Array(200_001).fill(117);
      for (let i = 1; i < deep.length; i += 2) deep[i] = 1;
      const honest = annWrites(b, [{ origin: at(b, 'a1', 'order'), content: any('MARK') }]);
      return Uint8Array.from([...honest.subarray(0, honest.length - 7), ...deep, 0]);
    },
  },
  { name: 'G3 skip', want: ['malformed'], update: (b) => annWrites(b, [{ skip: 3 }, { gc: 1 }]) },
  {
    name: 'G3 one client in two blocks',
    want: ['malformed'],
    update: (b) =>
      forge([
        { client: ANN, clock: next(b, ANN), structs: [{ gc: 1 }] },
        { client: 3_000, clock: next(b, 3_000), structs: [{ gc: 1 }] },
        { client: ANN, clock: next(b, ANN) + 1, structs: [{ gc: 1 }] },
      ]),
  },
  { name: 'G3 struct of length zero', want: ['malformed'], update: (b) => annWrites(b, [{ gc: 0 }]) },
  {
    name: 'G3 clock beyond safe integers',
    want: ['malformed'],
    update: (b) => annWrites(b, [{ gc: Number.MAX_SAFE_INTEGER }]),
  },
  {
    name: 'G4 clock gap',
    want: ['gap'],
    update: (b) => forge([{ client: ANN, clock: next(b, ANN) + 5, structs: [{ gc: 1 }] }]),
  },
  {
    name: 'G5 client id of somebody else',
    want: ['foreignClient'],
    update: (b) => b.updateOf('bob', (doc) => setField(doc, 'b1', 'tags', ['x'])),
  },
  {
    name: 'G5 garbage over somebody else’s future',
    want: ['foreignClient'],
    update: (b) => forge([{ client: 3_000, clock: next(b, 3_000), structs: [{ gc: 50 }] }]),
  },
  {
    name: 'G5 id of the server’s own writes',
    want: ['foreignClient'],
    update: (b) => {
      b.server.getMap('meta').set('title', 'x');
      return forge([{ client: b.server.clientID, clock: next(b, b.server.clientID), structs: [{ gc: 1 }] }]);
    },
  },
  {
    name: 'G5 id leased to somebody who has not used it yet',
    want: ['foreignClient'],
    update: (b) => {
      b.leases.set(3_001, 'bob');
      return forge([{ client: 3_001, clock: 0, structs: [{ gc: 5 }] }]);
    },
  },
  {
    name: 'G6 origin nobody has',
    want: ['gap'],
    update: (b) => annWrites(b, [{ origin: [999, 5], content: words('x') }]),
  },
  {
    name: 'G6 origin that is itself',
    want: ['gap'],
    update: (b) => annWrites(b, [{ origin: [ANN, next(b, ANN)], content: words('x') }]),
  },
  {
    name: 'G6 origin further on',
    want: ['gap'],
    update: (b) =>
      annWrites(b, [
        { origin: [ANN, next(b, ANN) + 1], content: words('x') },
        { origin: at(b, 'a1', 'order'), content: any('a1') },
      ]),
  },
  {
    name: 'G6 two origins that wait for one another',
    want: ['gap'],
    update: () =>
      forge([
        { client: 2_001, clock: 0, structs: [{ origin: [2_002, 0], content: words('x') }] },
        { client: 2_002, clock: 0, structs: [{ origin: [2_001, 0], content: words('x') }] },
      ]),
  },
  {
    name: 'G6 cycle through a deleted parent',
    want: ['gap'],
    update: () =>
      forge([
        { client: 2_001, clock: 0, structs: [{ parent: [2_002, 0], sub: 'x', content: gone() }] },
        { client: 2_002, clock: 0, structs: [{ parent: [2_001, 0], sub: 'x', content: gone() }] },
      ]),
  },
  {
    name: 'G7 delete of a colleague’s future',
    want: ['gap'],
    update: (b) => forge([], { 3000: [[next(b, 3_000), 100]] }),
  },
  {
    name: 'G7 delete that straddles the future',
    want: ['gap'],
    update: (b) => forge([], { 3000: [[next(b, 3_000) - 1, 100]] }),
  },
  { name: 'G7 delete under an id nobody has', want: ['gap'], update: () => forge([], { 77: [[0, 1]] }) },
  { name: 'G7 empty delete range', want: ['malformed'], update: () => forge([], { 3000: [[0, 0]] }) },
];
