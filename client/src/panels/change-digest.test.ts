import { createElement, deleteElements, setField, textOf } from '@talkoot/board';
import { ELEMENT_MESSAGES, ELEMENT_TYPES, type ElementType } from '@talkoot/elements';
import { createI18n, type LanguageCode, translatorOf } from '@talkoot/i18n';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillWorkshop } from '../dev/gallery-board.ts';
import { LocalSession } from '../dev/local-session.ts';
import { connectAll } from '../sync/ends.ts';
import { moveBy } from '../sync/actions-move.ts';
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

const NONE = { added: [], addedBy: 0, changed: new Map(), moved: [], deleted: [] } as const;
const NOTE = 'sticky';

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
    expect(digest.take(0)).toEqual({ ...NONE, added: [NOTE, NOTE, NOTE], addedIn: 'start', addedBy: 2 });
  });

  test('do not count people who may not be known, nor name one of several frames', () => {
    const { digest, others } = listening();
    others((doc) => {
      note(doc, 'a', 'eero');
      note(doc, 'b', null, 'stop');
    });
    expect(digest.take(0)).toEqual({ ...NONE, added: [NOTE, NOTE] });
  });

  test('tell edits from moves, and leave out what only went along', () => {
    const { session, digest, others } = listening();
    connectAll(session, ELEMENT_TYPES.get('connector') as ElementType, ['start-0', 'stop-0']);
    // A frame with its five notes, and the line that hangs on one of them.
    others((doc) => setField(doc, 'start', 'place', { frame: null, x: 40, y: 40 }));
    others((doc) => textOf(doc, 'stop-1')?.insert(0, 'Nyt: '));
    others((doc) => setField(doc, 'stop-2', 'tags', ['tärkeä']));
    expect(digest.take(0)).toEqual({
      ...NONE,
      changed: new Map([
        ['outline.othersChanged', [NOTE]],
        ['canvas.tags', [NOTE]],
      ]),
      moved: ['frame'],
    });
  });

  test('name prompts, bundles and connections', () => {
    const { session, digest, others } = listening();
    const line = connectAll(session, ELEMENT_TYPES.get('connector') as ElementType, ['start-0', 'stop-0']);
    const id = line.allowed ? (line.ids[0] as string) : '';
    others((doc) => setField(doc, 'start', 'prompt', 'Miksi?'));
    others((doc) => setField(doc, id, 'to', { element: 'stop-1', side: null, x: 0, y: 0 }));
    others((doc) => ['stop-2', 'stop-3'].map((note) => setField(doc, note, 'bundle', 'tied')));
    const words = digestWords(
      digest.take(0) ?? { ...NONE },
      session.model,
      translatorOf(createI18n('en', ELEMENT_MESSAGES)),
    );
    expect(words).toBe('Others: Prompt changed: 1 frame; Links changed: 1 connector; Bundle changed: 2 notes');
  });

  test('leave out what came and went', () => {
    const { digest, others } = listening();
    others((doc) => note(doc, 'a', 'eero'));
    others((doc) => deleteElements(doc, ['a', 'stop-0']));
    expect(digest.take(0)).toEqual({ ...NONE, deleted: [NOTE] });
  });

  test('are told at most every ten seconds', () => {
    const { digest, others } = listening();
    others((doc) => note(doc, 'a', 'eero'));
    expect(digest.take(1_000)).not.toBeNull();
    others((doc) => note(doc, 'b', 'eero'));
    expect(digest.take(1_000 + DIGEST_MS - 1)).toBeNull();
    expect(digest.waitFrom(2_000)).toBe(DIGEST_MS - 1_000);
    expect(digest.take(1_000 + DIGEST_MS)).toMatchObject({ added: [NOTE], changed: new Map() });
  });

  test('are put into words of each language', () => {
    const { session } = listening();
    const digest = { ...NONE, added: [NOTE, 'image', NOTE, NOTE], addedIn: 'start', addedBy: 2, moved: [NOTE] };
    const words = (language: LanguageCode): string =>
      digestWords(digest, session.model, translatorOf(createI18n(language, ELEMENT_MESSAGES)));
    expect(words('en')).toBe('Others: added: 3 notes, 1 image (frame Mikä toimi?, 2 people); moved: 1 note');
    expect(words('sv')).toBe('Andra: tillagt: 3 lappar, 1 bild (ruta Mikä toimi?, 2 personer); flyttat: 1 lapp');
    expect(words('fi')).toBe('Muut: lisätty: 3 lappua, 1 kuva (alue Mikä toimi?, 2 ihmistä); siirretty: 1 lappu');
  });
});
