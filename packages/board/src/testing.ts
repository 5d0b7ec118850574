import { z } from 'zod/mini';
import * as Y from 'yjs';
import { createElement, type NewElement } from './element.ts';
import { kindRegistry, type KindModel } from './kind.ts';

/** Kinds for the engine's own tests: the engine must not need the real ones. */
export const NOTE: KindModel = {
  kind: 'note',
  fields: {
    hue: { schema: z.enum(['red', 'blue']), write: 'author', required: true, colour: true },
    big: { schema: z.boolean(), write: 'author' },
  },
  text: { formats: ['bold'], maxLength: 100 },
  participantsMayAdd: true,
};

export const AREA: KindModel = {
  kind: 'area',
  fields: {},
  text: { formats: [], maxLength: 50 },
  container: true,
  participantsMayAdd: false,
};

export const KINDS = kindRegistry([NOTE, AREA]);

let count = 0;

/** A new note or area with whatever a test cares about. */
export function sample(part: Partial<NewElement> & { id: string }): NewElement {
  const kind = part.kind ?? 'note';
  return {
    kind,
    place: { frame: null, x: 0, y: 0 },
    size: { width: 100, height: 100 },
    order: `a${(count++ % 10).toString()}`,
    author: 'aino',
    ...(kind === 'note' ? { fields: { hue: 'red' } } : {}),
    ...part,
  };
}

/** A document with these elements. */
export function documentWith(...elements: (Partial<NewElement> & { id: string })[]): Y.Doc {
  const doc = new Y.Doc();
  for (const element of elements) createElement(doc, sample(element), KINDS);
  return doc;
}

/** Sends everything each document lacks to it. */
export function syncBoth(a: Y.Doc, b: Y.Doc): void {
  const fromA = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const fromB = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, fromA);
  Y.applyUpdate(a, fromB);
}
