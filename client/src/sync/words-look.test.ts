import { expect, test } from 'vitest';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { LocalSession } from '../dev/local-session.ts';
import { addElement } from './actions-add.ts';
import { duplicate } from './copies.ts';
import { formatsOfAll, haveFormat, toggleFormat } from './words-look.ts';

function boardOf(): { session: LocalSession; add(kind: string, text: string): string } {
  const session = new LocalSession({ role: 'facilitator', participantId: 'eero' });
  const add = (kind: string, text: string): string => {
    const result = addElement(session, { type: ELEMENT_TYPES.get(kind) as ElementType, at: { x: 0, y: 0 }, text });
    if (!result.allowed) throw new Error(result.reason);
    return result.ids[0] as string;
  };
  return { session, add };
}

test('all words of a selection get a format, or lose the one they all have', () => {
  const { session, add } = boardOf();
  const ids = [add('sticky', 'yksi'), add('text', 'kaksi'), add('sticky', '')];
  expect(haveFormat(session, ids, 'bold', true)).toBe(false);
  toggleFormat(session, ids.slice(0, 1), 'bold');
  expect(haveFormat(session, ids, 'bold', true)).toBe(false);
  toggleFormat(session, ids, 'bold');
  expect(haveFormat(session, ids, 'bold', true)).toBe(true);
  session.undo.undo();
  expect(haveFormat(session, ids, 'bold', true)).toBe(false);
  session.undo.redo();
  toggleFormat(session, ids, 'bold');
  expect(session.model.get(ids[0] as string)?.runs).toEqual([{ insert: 'yksi' }]);
});

test('every paragraph becomes part of a list, also the last, and the copy of it is one too', () => {
  const { session, add } = boardOf();
  const id = add('sticky', 'eka\ntoka');
  toggleFormat(session, [id], 'list', 'bullet');
  const list = { attributes: { list: 'bullet' } };
  const runs = [{ insert: 'eka' }, { insert: '\n', ...list }, { insert: 'toka' }, { insert: '\n', ...list }];
  expect(session.model.get(id)?.runs).toEqual(runs);
  const copied = duplicate(session, [id]);
  expect(session.model.get(copied.allowed ? (copied.ids[0] as string) : '')?.runs).toEqual(runs);
  toggleFormat(session, [id], 'list', 'ordered');
  expect(haveFormat(session, [id], 'list', 'ordered')).toBe(true);
  toggleFormat(session, [id], 'list', 'ordered');
  expect(haveFormat(session, [id], 'list', 'ordered')).toBe(false);
});

test('only formats of all the kinds are offered, and nobody formats what may not be written', () => {
  const { session, add } = boardOf();
  const [note, frame] = [add('sticky', 'sana'), add('frame', 'otsikko')];
  expect(formatsOfAll(session, [note])).toContain('list');
  expect(formatsOfAll(session, [note, frame])).toEqual([]);
  session.become('aino', 'observer');
  expect(toggleFormat(session, [note], 'bold').allowed).toBe(false);
  expect(haveFormat(session, [note], 'bold', true)).toBe(false);
});
