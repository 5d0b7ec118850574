import type { TemplateList } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { categoriesOf, shelfOf } from './template-shelf.ts';

const GROUP_SIZE = { min: 2, max: 20, ideal: 8 };

function template(id: string, category: string, [fi, sv, en]: [string, string, string]) {
  const description = { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Text' };
  return { id, category, name: { fi, sv, en }, description, durationMinutes: 60, groupSize: GROUP_SIZE };
}

const LIST: TemplateList = {
  categories: [
    { id: 'general', name: { fi: 'Yleiset', sv: 'Allmänna', en: 'General' } },
    { id: 'retrospective', name: { fi: 'Retrospektiivi', sv: 'Retrospektiv', en: 'Retrospective' } },
    { id: 'warm-up', name: { fi: 'Lämmittely', sv: 'Uppvärmning', en: 'Warm-up' } },
  ],
  templates: [
    template('blank', 'general', ['Tyhjä taulu', 'Tom tavla', 'Blank board']),
    template('sailboat', 'retrospective', ['Purjevene', 'Segelbåten', 'Sailboat']),
    template('weather', 'warm-up', ['Sääkierros', 'Väderrunda', 'Weather check-in']),
    template('starfish', 'retrospective', ['Meritähti', 'Sjöstjärnan', 'Starfish']),
  ],
};

function found(words: string, category: string | null = null): string[] {
  return shelfOf(LIST, { words, category }).map(
    (group) => `${group.category.id}: ${group.templates.map(({ id }) => id).join(' ')}`,
  );
}

test('templates stand by category in the order of the shelf, without the empty board', () => {
  expect(found('')).toEqual(['retrospective: sailboat starfish', 'warm-up: weather']);
  expect(found('', 'warm-up')).toEqual(['warm-up: weather']);
  expect(categoriesOf(LIST, 'sv')).toEqual([
    { value: 'retrospective', label: 'Retrospektiv' },
    { value: 'warm-up', label: 'Uppvärmning' },
  ]);
});

test('a template is found by its words and those of its category, in any language and without dots', () => {
  expect(found('SEGEL')).toEqual(['retrospective: sailboat']);
  expect(found('meritahti')).toEqual(['retrospective: starfish']);
  expect(found('uppvärmning check')).toEqual(['warm-up: weather']);
  expect(found('starfish', 'warm-up')).toEqual([]);
  expect(found('tyhjä')).toEqual([]);
});
