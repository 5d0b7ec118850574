import { elementsOf } from '@talkoot/board';
import * as Y from 'yjs';
import { type GateBench, mapOf } from '../bench.ts';
import { any, type Forged, forge, text } from '../forge.ts';

/** One update and what the gate must say to it. */
export interface Case {
  name: string;
  /** Codes of which one must come; `ok` lets it through. */
  want: string[];
  update: (bench: GateBench) => Uint8Array;
  who?: 'fac' | 'ann' | 'bob' | 'obs';
  /** What must be true of the room afterwards. */
  afterwards?: (bench: GateBench) => void;
}

/** Id of the document's item at a field. */
export function at(bench: GateBench, id: string, field: string): [number, number] {
  const item = mapOf(bench.server, id)._map.get(field);
  if (!item) throw new Error(`no ${field}`);
  return [item.lastId.client, item.lastId.clock];
}

/** Id of an element's own item. */
export function holder(bench: GateBench, id: string): [number, number] {
  const item = elementsOf(bench.server)._map.get(id);
  if (!item) throw new Error(`no ${id}`);
  return [item.id.client, item.id.clock];
}

/** Client id that Ann writes under; Bob has 3,000, the observer 4,000. */
export const ANN = 2_000;

/** Where a client's next struct goes. */
export const next = (bench: GateBench, client: number): number => Y.getState(bench.server.store, client);

/** One block of Ann's at her next clock. */
export function annWrites(
  bench: GateBench,
  structs: Forged['structs'],
  deletes: Parameters<typeof forge>[1] = {},
): Uint8Array {
  return forge([{ client: ANN, clock: next(bench, ANN), structs }], deletes);
}

/** All fields of an honest sticky as structs under the element struct at `from`. */
export function fieldsOf(from: [number, number], author: string, skip: string[] = []): Forged['structs'] {
  const values: Record<string, Y.Item['content']> = {
    kind: any('sticky'),
    place: any({ frame: null, x: 1, y: 1 }),
    size: any({ width: 9, height: 9 }),
    order: any('a0'),
    author: any(author),
    colour: any('blue'),
    text: text(),
  };
  return Object.entries(values)
    .filter(([name]) => !skip.includes(name))
    .map(([sub, content]) => ({ parent: from, sub, content }));
}
