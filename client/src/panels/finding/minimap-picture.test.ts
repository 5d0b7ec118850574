import { expect, test } from 'vitest';
import { shownSpan } from './minimap-picture.ts';

test('the rectangle of the view stays on the picture, large enough to be seen', () => {
  expect(shownSpan(10, 50, 100)).toEqual([10, 60]);
  expect(shownSpan(-30, 60, 100)).toEqual([0, 30]);
  expect(shownSpan(-900, 60, 100)).toEqual([0, 7]);
  expect(shownSpan(900, 60, 100)).toEqual([93, 100]);
  expect(shownSpan(40, 1, 100)).toEqual([40, 47]);
});
