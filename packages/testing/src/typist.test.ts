import { elementsOf, readElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Random } from './random.ts';
import { OPERATIONS, Typist } from './typist.ts';

test('an honest typist makes elements of every registered kind, does all there is to do, and leaves only what parses', () => {
  const doc = new Y.Doc();
  const random = new Random(1);
  const context = () => ({ state: 'open', rules: DEFAULT_RULES, scope: 'board', kinds: ELEMENT_TYPES }) as const;
  const actor = { participantId: 'aino', role: 'facilitator' } as const;
  const typist = new Typist(doc, actor, random, ELEMENT_TYPES, context, ['0'.repeat(64)]);
  const made = new Set<unknown>();
  for (let step = 0; step < 3_000; step++) {
    typist.step();
    for (const map of elementsOf(doc).values()) made.add(map.get('kind'));
  }
  expect([...made].sort()).toEqual([...ELEMENT_TYPES.keys()].sort());
  for (const operation of OPERATIONS) expect(typist.counts.get(operation) ?? 0, operation).toBeGreaterThan(0);
  for (const [id, map] of elementsOf(doc)) expect(readElement(id, map, ELEMENT_TYPES), id).not.toBeNull();
});
