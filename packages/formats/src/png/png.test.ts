import { expect, test } from 'vitest';
import type { RasterOrder } from '../format.ts';
import { boardWith, FILE_SOURCES, jobFor, plainPng } from '../testing.ts';
import { pixelsFor, pngFormat } from './format.ts';

test('a picture is as large as chosen', () => {
  expect(pixelsFor({ x: 0, y: 0, width: 300, height: 200 }, 2)).toEqual({ width: 600, height: 400, reduced: false });
});

test.each([
  { width: 60_000, height: 40_000 },
  { width: 1_000_000, height: 10 },
])('a large board is made smaller, in its proportions: %o', (size) => {
  const { width, height, reduced } = pixelsFor({ x: 0, y: 0, ...size }, 2);
  expect(reduced).toBe(true);
  expect(width * height).toBeLessThan(41_000_000);
  expect(Math.max(width, height)).toBeLessThanOrEqual(16_000);
  expect(height).toBeGreaterThanOrEqual(1);
});

test('the painter gets what was taken, lowest first, and whether there is paper', async () => {
  const model = boardWith({ id: 'b', kind: 'sticky' }, { id: 'a', kind: 'sticky' }, { id: 'c', kind: 'sticky' });
  const orders: RasterOrder[] = [];
  const raster = async (order: RasterOrder) => {
    orders.push(order);
    return plainPng(1, 1);
  };
  const taken = { what: 'selection', ids: ['a', 'b'] } as const;
  const options = { scale: '1', transparent: true };
  await pngFormat.make(jobFor(pngFormat, model, { taken, options, sources: { ...FILE_SOURCES, raster } }));
  expect(orders).toMatchObject([{ ids: ['b', 'a'], width: 408, height: 208, paper: false }]);
});
