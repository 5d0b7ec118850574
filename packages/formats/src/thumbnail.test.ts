import { type BoardModel, gistOf } from '@talkoot/board';
import { DARK_COLOURS, ELEMENT_TYPES, LIGHT_COLOURS, paletteOf } from '@talkoot/elements';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardOfAllKinds, boardWith } from './testing.ts';
import { paintThumbnail, THUMBNAIL_ELEMENTS } from './thumbnail.ts';

const NOBODY = { nameOf: () => undefined };

function thumbnailOf(model: BoardModel | null, colours = LIGHT_COLOURS): string {
  const doc = model?.documentOf([...model.all()][0]?.id ?? '') ?? new Y.Doc();
  return paintThumbnail(gistOf(doc, ELEMENT_TYPES, THUMBNAIL_ELEMENTS), ELEMENT_TYPES, NOBODY, paletteOf(colours));
}

test('a large board has bars for words, and loads nothing', () => {
  const notes = Array.from({ length: 60 }, (_, at) => ({
    id: `n${at}`,
    kind: 'sticky',
    text: 'Kun palvelupolku alkaa puhelinsoitosta',
    place: { frame: null, x: (at % 10) * 200, y: Math.floor(at / 10) * 200 },
  }));
  const svg = thumbnailOf(boardWith(...notes));
  expect(svg).not.toContain('<text');
  expect(svg).toMatch(/stroke="#1f2a3370"/);
  expect(svg).not.toMatch(/href|url\(/);
  expect(svg.length).toBeLessThan(60_000);
});

test('every kind can be seen from afar, light and dark', () => {
  const [light, dark] = [thumbnailOf(boardOfAllKinds()), thumbnailOf(boardOfAllKinds(), DARK_COLOURS)];
  expect(light).toContain(LIGHT_COLOURS.paper);
  expect(dark).toContain(DARK_COLOURS.paper);
});

test('an empty board shows where a note could be', () => {
  expect(thumbnailOf(null)).toContain('stroke-dasharray');
});
