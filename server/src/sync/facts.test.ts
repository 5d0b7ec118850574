import { createElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { itemsIn } from './facts.ts';

test('what is judged stands in the frames of the step, or anywhere when it names none; frames are not judged', () => {
  const doc = new Y.Doc();
  const add = (id: string, kind: string, frame: string | null): void =>
    createElement(
      doc,
      {
        ...{ id, kind, order: 'a0', author: null, text: id, place: { frame, x: 0, y: 0 } },
        ...{ size: { width: 200, height: 200 }, fields: kind === 'frame' ? { look: 'panel' } : { colour: 'yellow' } },
      },
      ELEMENT_MODELS,
    );
  add('area', 'frame', null);
  add('inside', 'sticky', 'area');
  add('loose', 'sticky', null);
  expect(itemsIn(doc, ['area'], ELEMENT_MODELS, false)).toEqual(['inside']);
  expect(itemsIn(doc, [], ELEMENT_MODELS, false).sort()).toEqual(['inside', 'loose']);
  expect(itemsIn(doc, ['gone'], ELEMENT_MODELS, false)).toEqual([]);
});
