import { createElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
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
