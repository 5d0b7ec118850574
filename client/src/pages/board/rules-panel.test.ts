import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { kindsAllowed, toggled } from './rules-panel.tsx';

test('the default rules spell out every kind but frames, and clusters, which come with the right to move', () => {
  const all = [...ELEMENT_MODELS.keys()];
  expect(kindsAllowed(DEFAULT_RULES)).toEqual(all.filter((kind) => kind !== 'frame' && kind !== 'cluster'));
  expect(kindsAllowed({ ...DEFAULT_RULES, kinds: ['frame'] })).toEqual(['frame']);
});

test('toggling keeps the order of the whole', () => {
  const all = ['a', 'b', 'c'];
  expect(toggled(all, ['c'], 'a')).toEqual(['a', 'c']);
  expect(toggled(all, ['a', 'c'], 'a')).toEqual(['c']);
});
