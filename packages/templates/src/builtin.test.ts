import { describe, expect, test } from 'vitest';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { mistakesIn, STEP_TYPES } from '@talkoot/facilitation';
import { templateConformance } from '@talkoot/testing';
import { agendaOf } from './agenda.ts';
import { BUILTIN_TEMPLATES, builtinTemplate } from './builtin.ts';
import { CATEGORIES } from './categories.ts';
import { CATEGORY_IDS, Template, type TemplateStep } from './format.ts';
import { layOut } from './lay-out.ts';

const ids = (): (() => string) => {
  let count = 0;
  return () => `frame-${++count}`;
};

const mistakesOf = ({ type, settings }: TemplateStep) => {
  const known = STEP_TYPES.get(type);
  return known ? mistakesIn(known.settings, settings) : [`no step type ${type}`];
};

for (const template of BUILTIN_TEMPLATES) {
  templateConformance(template, { schema: Template, layOut, agendaOf, mistakesOf, kinds: ELEMENT_MODELS });
}

describe('built-in templates', () => {
  test('have ids of their own', () => {
    const ids = BUILTIN_TEMPLATES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(61);
    expect(ids[0]).toBe('blank');
  });

  test('stand in the order of their categories, which all have a name', () => {
    expect(CATEGORIES.map(({ id }) => id)).toEqual([...CATEGORY_IDS]);
    // The blank one and the 48 to look at first; the others follow.
    const shelf = BUILTIN_TEMPLATES.slice(0, 49).map(({ category }) => CATEGORY_IDS.indexOf(category));
    expect(shelf).toEqual(shelf.toSorted((a, b) => a - b));
    for (const { category } of BUILTIN_TEMPLATES) expect(CATEGORY_IDS).toContain(category);
  });

  test('say which frames are copied, kept to their authors, rated or needed', () => {
    const frames = BUILTIN_TEMPLATES.flatMap((template) => template.frames);
    const count = (has: (frame: (typeof frames)[number]) => unknown): number => frames.filter(has).length;
    expect(count(({ repeat }) => repeat === 'participant')).toBe(12);
    expect(count(({ repeat }) => repeat === 'group')).toBe(12);
    expect(count(({ visibility }) => visibility === 'author-only')).toBe(8);
    expect(count(({ scale }) => scale?.min === 1 && scale.max === 5)).toBe(12);
    expect(count(({ axis }) => axis)).toBe(8);
    expect(count(({ required }) => required)).toBe(5);
    expect(count(({ role }) => role)).toBe(53);
  });

  test('are found by id', () => {
    expect(builtinTemplate('sailboat')?.name.fi).toBe('Purjevene');
    expect(builtinTemplate('no-such')).toBeUndefined();
  });

  test('refuse a frame that reaches over the edge and a field nobody knows', () => {
    const sailboat = builtinTemplate('sailboat');
    const frames = sailboat?.frames.map((frame) => ({ ...frame, position: { x: 0.5, y: 0, w: 0.6, h: 1 } }));
    expect(Template.safeParse({ ...sailboat, frames }).success).toBe(false);
    expect(Template.safeParse({ ...sailboat, colour: 'red' }).success).toBe(false);
  });
});

describe('layOut', () => {
  test('speaks the language asked for and remembers which frame is which', () => {
    const template = builtinTemplate('sailboat') as Template;
    const { elements, frameIds } = layOut(template, 'sv', ids());
    expect(frameIds.wind).toBe('frame-2');
    expect(elements[1]).toMatchObject({
      id: 'frame-2',
      place: { frame: null },
      kind: 'frame',
      author: null,
      text: 'Vinden',
      fields: { look: 'zone', prompt: 'Vad driver oss framåt?' },
    });
  });

  test('leaves room for two stickies beside and five below each other in a column', () => {
    const { elements } = layOut(builtinTemplate('iooi-impact-chain') as Template, 'fi', ids());
    for (const { size } of elements) {
      expect(size.width).toBeGreaterThanOrEqual(2 * 160 + 3 * 16 - 2);
      expect(size.height).toBeGreaterThanOrEqual(5 * 160 + 6 * 16 + 100);
    }
    expect(elements[1]?.place.x).toBeGreaterThan((elements[0]?.size.width ?? 0) + 16);
  });

  test('puts rings into rings, the innermost on top', () => {
    const { elements, frameIds } = layOut(builtinTemplate('stakeholder-map') as Template, 'en', ids());
    const [outer, missing, near, core] = elements;
    expect([outer, missing, near, core].map((element) => element?.text)).toEqual([
      'Outer ring',
      'Who is missing?',
      'Near ring',
      'Core',
    ]);
    expect([outer?.place.frame, missing?.place.frame]).toEqual([null, null]);
    expect(near?.place.frame).toBe(frameIds['outer-ring']);
    expect(core?.place.frame).toBe(frameIds['near-ring']);
    expect(elements.map(({ order }) => order)).toEqual(elements.map(({ order }) => order).toSorted());
    for (const { size } of [outer, near, core].filter((ring) => ring !== undefined)) {
      expect(Math.abs(size.width - size.height)).toBeLessThanOrEqual(1);
    }
  });

  test('tells the frames what later becomes of them', () => {
    const fieldsOf = (id: string): unknown[] =>
      layOut(builtinTemplate(id) as Template, 'en', ids()).elements.map(({ fields }) => fields);
    expect(fieldsOf('small-group-coaching')[3]).toMatchObject({ repeat: 'participant', role: 'action' });
    expect(fieldsOf('one-two-four-all')[1]).toMatchObject({ repeat: 'group' });
    expect(fieldsOf('sailboat')[0]).not.toHaveProperty('repeat');
  });

  test('leaves room for the notes that the agenda brings', () => {
    const { elements } = layOut(builtinTemplate('sailboat') as Template, 'en', ids());
    // 24 notes at most come into it, of which ten have room at once: four beside each other in three rows.
    expect(elements[1]?.size.width).toBeGreaterThanOrEqual(4 * 160 + 5 * 16);
    expect(elements[1]?.size.height).toBeGreaterThanOrEqual(3 * 160 + 4 * 16 + 100);
  });

  test('makes nothing of the blank one', () => {
    expect(layOut(builtinTemplate('blank') as Template, 'en', ids())).toEqual({ elements: [], frameIds: {} });
  });
});

describe('agendaOf', () => {
  test('asks what the one frame of a step asks, and nothing where a step has several', () => {
    const sailboat = builtinTemplate('sailboat') as Template;
    const { frameIds } = layOut(sailboat, 'fi', ids());
    const [, goal, writing] = agendaOf(sailboat, frameIds, ids());
    expect(goal).toMatchObject({ optional: false, skipped: false, prompt: sailboat.frames[0]?.prompt });
    expect(writing?.prompt).toEqual({ fi: '', sv: '', en: '' });
  });

  test('refuses a board that has not the frames it names', () => {
    const sailboat = builtinTemplate('sailboat') as Template;
    expect(() => agendaOf(sailboat, { island: 'e1' }, ids())).toThrow('sailboat: no frame wind');
  });
});
