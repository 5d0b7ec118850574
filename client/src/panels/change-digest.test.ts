import { createElement, deleteElements, setField, textOf } from '@talkoot/board';
import { ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { createI18n, type LanguageCode, translatorOf } from '@talkoot/i18n';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillWorkshop } from '../dev/gallery-board.ts';
import { LocalSession } from '../dev/local-session.ts';
import { connectAll } from '../sync/ends.ts';
import { moveBy } from '../sync/actions.ts';
import { ChangeDigest, DIGEST_MS } from './change-digest.ts';
import { digestWords } from './use-digest.ts';

/** A board that somebody listens to, and the copy of somebody else. */
function listening(): { session: LocalSession; digest: ChangeDigest; others(write: (doc: Y.Doc) => void): void } {
  const session = new LocalSession({ role: 'facilitator', participantId: 'aino' });
  const doc = session.document('board') as Y.Doc;
  fillWorkshop(doc);
  const copy = new Y.Doc();
  const digest = new ChangeDigest(session.model);
  session.model.subscribe((change) => digest.note(change));
  return {
    session,
    digest,
    others: (write) => {
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      copy.transact(() => write(copy));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy), 'others');
    },
  };
}

function note(doc: Y.Doc, id: string, author: string | null, frame: string | null = 'start'): void {
  const size = { width: 100, height: 100 };
  const fields = { colour: 'yellow' };
  createElement(
    doc,
    { id, kind: 'sticky', place: { frame, x: 10, y: 10 }, size, order: 'a5', author, fields, text: id },
    ELEMENT_TYPES,
  );
}

const NONE = { added: 0, addedBy: 0, changed: 0, moved: 0, deleted: 0 };

describe('news of others', () => {
  test('own changes are none', () => {
    const { session, digest } = listening();
    moveBy(session, ['start-0'], 10, 0);
    expect(digest.isEmpty).toBe(true);
    expect(digest.take(0)).toBeNull();
  });

  test('say how many were added, where and by how many', () => {
    const { digest, others } = listening();
    others((doc) => ['a', 'b', 'c'].map((id, at) => note(doc, id, at === 0 ? 'eero' : 'liisa')));
    expect(digest.take(0)).toEqual({ ...NONE, added: 3, addedIn: 'start', addedBy: 2 });
  });

  test('do not count people who may not be known, nor name one of several frames', () => {
    const { digest, others } = listening();
    others((doc) => {
      note(doc, 'a', 'eero');
      note(doc, 'b', null, 'stop');
    });
    expect(digest.take(0)).toEqual({ ...NONE, added: 2 });
  });

  test('tell edits from moves, and leave out what only went along', () => {
    const { session, digest, others } = listening();
    connectAll(session, ELEMENT_TYPES.get('connector') as ElementType, ['start-0', 'stop-0']);
    // A frame with its five notes, and the line that hangs on one of them.
    others((doc) => setField(doc, 'start', 'place', { frame: null, x: 40, y: 40 }));
    others((doc) => textOf(doc, 'stop-1')?.insert(0, 'Nyt: '));
    others((doc) => setField(doc, 'stop-2', 'tags', ['tärkeä']));
    expect(digest.take(0)).toEqual({ ...NONE, changed: 2, moved: 1 });
  });

  test('leave out what came and went', () => {
    const { digest, others } = listening();
    others((doc) => note(doc, 'a', 'eero'));
    others((doc) => deleteElements(doc, ['a', 'stop-0']));
    expect(digest.take(0)).toEqual({ ...NONE, deleted: 1 });
  });

  test('are told at most every ten seconds', () => {
    const { digest, others } = listening();
    others((doc) => note(doc, 'a', 'eero'));
    expect(digest.take(1_000)).not.toBeNull();
    others((doc) => note(doc, 'b', 'eero'));
    expect(digest.take(1_000 + DIGEST_MS - 1)).toBeNull();
    expect(digest.waitFrom(2_000)).toBe(DIGEST_MS - 1_000);
    expect(digest.take(1_000 + DIGEST_MS)).toMatchObject({ added: 1, changed: 0 });
  });

  test('are put into words of each language', () => {
    const { session } = listening();
    const digest = { ...NONE, added: 3, addedIn: 'start', addedBy: 2, moved: 1 };
    const words = (language: LanguageCode): string =>
      digestWords(digest, session.model, translatorOf(createI18n(language)));
    expect(words('en')).toBe('Others: 3 elements added (frame Mikä toimi?, 2 people), 1 moved');
    expect(words('sv')).toBe('Andra: 3 element tillagda (ruta Mikä toimi?, 2 personer), 1 flyttat');
    expect(words('fi')).toBe('Muut: 3 elementtiä lisätty (alue Mikä toimi?, 2 ihmistä), 1 siirretty');
  });
});
