import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BoardModel, createElement, type NewElement, ordersBetween } from '@talkoot/board';
import { ELEMENT_MESSAGES, ELEMENT_TYPES, LIGHT_COLOURS, paletteOf } from '@talkoot/elements';
import { createI18n, type LanguageCode, translatorOf } from '@talkoot/i18n';
import { PNG } from 'pngjs';
import * as Y from 'yjs';
import type { ExportFormat, ExportJob, Sources } from './format.ts';
import { startValues } from './format.ts';
import { FORMAT_MESSAGES } from './formats.ts';

const require = createRequire(import.meta.url);
const FONTS = join(dirname(require.resolve('@fontsource/atkinson-hyperlegible/package.json')), 'files');

/** A board of these elements; what is left out is as the kind's defaults have it. */
export function boardWith(...elements: (Partial<NewElement> & { id: string; kind: string })[]): BoardModel {
  const doc = new Y.Doc();
  const orders = ordersBetween(null, null, elements.length);
  elements.forEach((element, at) => {
    const type = ELEMENT_TYPES.get(element.kind);
    if (!type) throw new Error(`no such kind: ${element.kind}`);
    const { fields, ...rest } = element;
    const made: NewElement = {
      place: { frame: null, x: at * 200, y: 0 },
      size: type.defaults.size,
      order: orders[at] as string,
      author: 'aino',
      createdAt: Date.UTC(2026, 10, 22, 8, 30),
      fields: { ...type.defaults.fields, ...fields },
      ...rest,
    };
    createElement(doc, made, ELEMENT_TYPES);
  });
  const model = new BoardModel(ELEMENT_TYPES);
  model.attach('board', doc);
  return model;
}

/** Every kind once, with words where it holds some. */
export function boardOfAllKinds(): BoardModel {
  return boardWith(
    ...[...ELEMENT_TYPES.values()].map((type) => ({
      id: `one-${type.kind}`,
      kind: type.kind,
      ...(type.text ? { text: `Sanoja & <lisää> ${type.kind}` } : {}),
    })),
  );
}

/** A PNG of one colour: what a painter gives where there is none. */
export function plainPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(PNG.sync.write(new PNG({ width, height, fill: true })));
}

/** Fonts from the package that ships with the app; no browser to draw with. */
export const FILE_SOURCES: Sources = {
  font: async ({ subset, bold, italic }, packing) => {
    const style = `${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}`;
    return new Uint8Array(readFileSync(join(FONTS, `atkinson-hyperlegible-${subset}-${style}.${packing}`)));
  },
  picture: async () => ({ bytes: plainPng(2, 2), mediaType: 'image/png' }),
  raster: async ({ ids, width, height }, step) => {
    await step(0, ids.length);
    return plainPng(width, height);
  },
  letters: async () => ({ bytes: plainPng(4, 4), width: 20, height: 20, rise: 16 }),
};

/** A job of a format over a board, with whatever a test cares about. */
export function jobFor(
  format: ExportFormat,
  model: BoardModel,
  more: Partial<ExportJob> & { language?: LanguageCode } = {},
): ExportJob {
  const language = more.language ?? 'fi';
  return {
    model,
    types: ELEMENT_TYPES,
    draw: { nameOf: (id) => (id === 'aino' ? 'Aino Äijälä' : undefined) },
    palette: paletteOf(LIGHT_COLOURS),
    t: translatorOf(createI18n(language, [...ELEMENT_MESSAGES, ...FORMAT_MESSAGES])),
    language,
    title: 'Kevätpäivä & <ystävät>',
    taken: { what: 'board' },
    sources: FILE_SOURCES,
    linkTo: (id) => `https://talkoot.test/w/x#element=${id}`,
    step: async () => {},
    ...more,
    options: { ...startValues(format, language), ...more.options },
  };
}
