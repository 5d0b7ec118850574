import { createElement } from '@talkoot/board';
import { ELEMENT_TYPES, NOTE_TYPE } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { moveBy } from './actions-move.ts';
import { addElement } from './actions-add.ts';
import { deleteElements } from './actions-delete.ts';
import { arrange } from './arrange.ts';
import { bundle, bundleEntered, canBundle, canUnbundle, turnUnits, unbundle, unitsOf, withBundles } from './bundles.ts';
import { clipOf, pasteClip } from './clip.ts';
import { duplicate } from './copies.ts';
import { boardWithNotes } from './testing/notes.ts';

const THREE: [number, number][] = [
  [0, 0],
  [200, 0],
  [0, 300],
];

describe('a bundle', () => {
  test('is tied and undone in one step each, and undo brings it back', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b, c] = ids as [string, string, string];
    expect(bundle(session, [a, b])).toEqual({ allowed: true });
    expect([...session.model.bundleOf(a)].sort()).toEqual([a, b].sort());
    expect(session.model.bundleOf(c).size).toBe(0);
    expect(withBundles(session.model, [c, a])).toEqual([c, a, b]);
    session.undo.undo();
    expect(session.model.bundleOf(a).size).toBe(0);
    session.undo.redo();
    expect(unbundle(session, [b])).toEqual({ allowed: true });
    expect(session.model.bundleOf(a).size).toBe(0);
    session.undo.undo();
    expect(session.model.bundleOf(b).size).toBe(2);
  });

  test('takes in the bundles of what it is made of; by itself it is not tied again', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b, c] = ids as [string, string, string];
    bundle(session, [a, b]);
    expect(canBundle(session, [a, b])).toBe(false);
    expect(canBundle(session, [a])).toBe(false);
    expect(canUnbundle(session, [c])).toBe(false);
    bundle(session, [b, c]);
    expect(session.model.bundleOf(a).size).toBe(3);
  });

  test('of one that is left means nothing, until undo brings the other back', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b] = ids as [string, string];
    bundle(session, [a, b]);
    deleteElements(session, [b]);
    expect(session.model.bundleOf(a).size).toBe(0);
    expect(canUnbundle(session, [a])).toBe(false);
    session.undo.undo();
    expect(session.model.bundleOf(a).size).toBe(2);
  });

  test('is tied by who may move all of it, or not at all', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b] = ids as [string, string];
    session.become('eero', 'participant');
    session.setView({ rules: { ...DEFAULT_RULES, move: 'own' } });
    const own = addElement(session, { type: NOTE_TYPE, at: { x: 600, y: 0 } });
    const mine = own.allowed ? (own.ids[0] as string) : '';
    expect(canBundle(session, [a, mine])).toBe(false);
    expect(bundle(session, [a, mine])).toEqual({ allowed: false, reason: 'moveNotAllowed' });
    expect(session.model.get(mine)?.bundle).toBeNull();
    session.setView({ rules: DEFAULT_RULES });
    expect(bundle(session, [a, b])).toEqual({ allowed: true });
  });

  test('moves whole or not at all', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b] = ids as [string, string];
    bundle(session, [a, b]);
    session.edit('board', (doc: Y.Doc) => (doc.getMap('elements').get(a) as Y.Map<unknown>).set('locked', true));
    session.become('eero', 'participant');
    expect(moveBy(session, [a, b], 10, 0)).toEqual({ allowed: false, reason: 'locked' });
    expect(session.model.box(b)?.x).toBe(200);
    expect(moveBy(session, [b], 10, 0)).toEqual({ allowed: true });
  });

  test('is copied as a bundle of its own; one of it alone is in none', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b] = ids as [string, string];
    bundle(session, [a, b]);
    const copies = duplicate(session, [a, b]);
    const [first = ''] = copies.allowed ? copies.ids : [];
    expect(session.model.bundleOf(first).size).toBe(2);
    expect(session.model.get(first)?.bundle).not.toBe(session.model.get(a)?.bundle);
    const one = duplicate(session, [a]);
    expect(session.model.get(one.allowed ? (one.ids[0] as string) : '')?.bundle).toBeNull();
    const pasted = pasteClip(session, clipOf(session, [a, b])?.json ?? '', { x: 900, y: 900 });
    expect(session.model.bundleOf(pasted?.allowed ? (pasted.ids[0] as string) : '').size).toBe(2);
    expect(session.model.bundleOf(a).size).toBe(2);
  });

  test('is put in order as one box', () => {
    const { session, ids } = boardWithNotes([0, 0], [150, 40], [500, 300]);
    const [a, b, c] = ids as [string, string, string];
    bundle(session, [a, b]);
    expect(unitsOf(session.model, ids)).toEqual([[a, b], [c]]);
    arrange(session, ids, 'right');
    expect([a, b, c].map((id) => session.model.box(id)?.x)).toEqual([350, 500, 500]);
    arrange(session, ids, 'bottom');
    expect([a, b, c].map((id) => session.model.box(id)?.y)).toEqual([260, 300, 300]);
    // Some of it by themselves are put in order by themselves.
    expect(unitsOf(session.model, [a, c])).toEqual([[a], [c]]);
  });

  test('turns about its middle', () => {
    const { session, ids } = boardWithNotes([0, 0], [200, 0]);
    bundle(session, ids);
    turnUnits(session, [ids], 90, () => true);
    const [a, b] = ids.map((id) => session.model.box(id));
    expect(a).toMatchObject({ x: 100, y: -100 });
    expect(b).toMatchObject({ x: 100, y: 100 });
    expect(ids.map((id) => session.model.get(id)?.rotation)).toEqual([90, 90]);
  });

  test('is entered by choosing some of it', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a, b, c] = ids as [string, string, string];
    bundle(session, [a, b]);
    expect([...bundleEntered(session.model, new Set([a]))].sort()).toEqual([a, b].sort());
    expect(bundleEntered(session.model, new Set([a, b])).size).toBe(0);
    expect(bundleEntered(session.model, new Set([a, c])).size).toBe(0);
  });

  test('tied by others is known at once', () => {
    const { session, ids } = boardWithNotes(...THREE);
    const [a = ''] = ids;
    bundle(session, ids.slice(0, 2));
    const element = {
      id: 'late',
      kind: NOTE_TYPE.kind,
      place: { frame: null, x: 0, y: 0 },
      size: { width: 10, height: 10 },
      order: 'a9',
      author: 'eero',
      bundle: session.model.get(a)?.bundle ?? null,
      fields: NOTE_TYPE.defaults.fields,
    };
    createElement(session.document('board') as Y.Doc, element, ELEMENT_TYPES);
    expect(session.model.bundleOf(a).has('late')).toBe(true);
  });
});
