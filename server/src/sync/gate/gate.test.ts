import { createElement, deleteElements, setField } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { sticky } from './testing/bench.ts';
import { CASES, room } from './testing/cases.ts';

for (const one of CASES) {
  test(`${one.want.includes('ok') ? 'G7 honest: ' : ''}${one.name}`, () => {
    const bench = room();
    const update = one.update(bench);
    const before = one.want.includes('ok') ? null : bench.json();
    const answer = bench.send(one.who ?? 'ann', update);
    expect(one.want, answer.ok ? 'let through' : answer.detail).toContain(answer.ok ? 'ok' : answer.code);
    if (before) expect(bench.json()).toEqual(before);
    one.afterwards?.(bench);
    // The room still takes honest work.
    bench.context = { ...bench.context, state: 'open', scope: 'board', rules: DEFAULT_RULES };
    expect(bench.try('bob', (doc) => createElement(doc, sticky('after', 'bob'), ELEMENT_MODELS))).toBe('ok');
  });
}

test('G19 what an update puts into a cluster that it makes stands where that stands', () => {
  const bench = room();
  const frames = ['area'];
  const prepared = bench.try('fac', (doc) => {
    const area = { kind: 'frame', place: { frame: null, x: 0, y: 0 }, size: { width: 900, height: 900 }, order: 'a0' };
    createElement(doc, { ...area, id: 'area', author: 'fac', fields: { look: 'panel' }, text: '' }, ELEMENT_MODELS);
    createElement(doc, { ...sticky('inside', 'fac'), place: { frame: 'area', x: 0, y: 0 } }, ELEMENT_MODELS);
  });
  expect(prepared).toBe('ok');
  const step = { create: true, edit: 'own', move: 'all', delete: 'own', kinds: null, frames, who: null } as const;
  bench.context = { ...bench.context, step };
  const gather = (frame: string | null) => (doc: Y.Doc) => {
    const own = { kind: 'cluster', place: { frame, x: 0, y: 0 }, size: { width: 200, height: 200 }, order: 'a1' };
    createElement(doc, { ...own, id: 'heap', author: 'bob', text: 'Aika' }, ELEMENT_MODELS);
    setField(doc, 'inside', 'place', { frame: 'heap', x: 20, y: 50 });
  };
  expect(bench.try('bob', gather(null))).toBe('step');
  expect(bench.try('bob', gather('area'))).toBe('ok');
  // Others take it apart, in one update with what stands in it.
  expect(bench.try('ann', (doc) => deleteElements(doc, ['heap']))).toBe('ok');
});
