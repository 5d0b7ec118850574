import { draftElement, type ElementData } from '@talkoot/board';
import { expect, test } from 'vitest';
import { drawElement, setWords } from '../type.ts';
import { frameType } from './type.ts';

const ENV = { nameOf: () => undefined };
const LONG = 'Mitä opimme yhdessä tämän pitkän kevään aikana ja mitä siitä jää '.repeat(2);

function frame(fields: Record<string, unknown> = {}, width = 600): ElementData {
  const draft = draftElement('frame', {
    place: { frame: null, x: 0, y: 0 },
    size: { width, height: 420 },
    fields: { look: 'panel', ...fields },
  });
  return { ...draft, text: LONG, runs: [{ insert: LONG }] };
}

/** Where the lines of a path begin, from the left. */
function startsOf(d: string): number[] {
  return [...d.matchAll(/M(\S+)/g)].map(([, x]) => Number(x));
}

test('a frame of an older board is one for everybody, whose notes everybody sees', () => {
  const read = frame();
  expect(frameType.remarks?.(read)).toEqual([]);
  const told = { ...read, fields: { ...read.fields, repeat: null, visibility: null, role: null } };
  expect(drawElement(frameType, told, ENV)).toEqual(drawElement(frameType, read, ENV));
});

test('a copied frame says for whom, and who sees its notes', () => {
  const fields = { repeat: 'group', visibility: 'author-only' };
  expect(frameType.remarks?.(frame(fields))).toEqual(['kind.frame.repeat.group', 'kind.frame.visibility.author-only']);
});

test.each(['participant', 'group'])('the title of a frame copied for each %s ends before its signs', (repeat) => {
  const plain = frameType.shape(frame(), ENV).length;
  const signs = frameType.shape(frame({ repeat }), ENV).slice(plain);
  expect(signs).toHaveLength(1);
  const from = Math.min(...signs.flatMap((sign) => ('d' in sign ? startsOf(sign.d) : [])));
  const [title] = frameType.words?.(frame({ repeat }), ENV) ?? [];
  if (!title) throw new Error('no title');
  const { x, layout } = setWords(title);
  expect(x + layout.width).toBeLessThan(from);
});
