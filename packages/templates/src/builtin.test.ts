import { describe, expect, test } from 'vitest';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { templateConformance } from '@talkoot/testing';
import { BUILTIN_TEMPLATES, builtinTemplate } from './builtin.ts';
import { Template } from './format.ts';
import { layOut } from './lay-out.ts';

for (const template of BUILTIN_TEMPLATES) {
  templateConformance(template, { schema: Template, layOut, kinds: ELEMENT_MODELS });
}

describe('built-in templates', () => {
  test('have ids of their own', () => {
    const ids = BUILTIN_TEMPLATES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(['blank', 'start-stop-continue', 'sailboat', 'iooi-impact-chain', 'customer-profile']);
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
  const ids = (): (() => string) => {
    let count = 0;
    return () => `frame-${++count}`;
  };

  test('speaks the language asked for and remembers which frame is which', () => {
    const template = builtinTemplate('sailboat') as Template;
    const { elements, frameIds } = layOut(template, 'sv', ids());
    expect(frameIds.wind).toBe('frame-2');
    expect(elements[1]).toMatchObject({
      id: 'frame-2',
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

  test('makes nothing of the blank one', () => {
    expect(layOut(builtinTemplate('blank') as Template, 'en', ids())).toEqual({ elements: [], frameIds: {} });
  });
});
