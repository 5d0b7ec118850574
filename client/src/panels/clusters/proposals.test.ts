import { NOTE_TYPE } from '@talkoot/elements';
import { expect, test } from 'vitest';
import { LocalSession } from '../../dev/local-session.ts';
import { addElement } from '../../sync/actions-add.ts';
import { clusterOf, clustersOf, gather } from '../../sync/clusters.ts';
import { accept, notesToSort, proposalsFor, stillOpen, withNoteIn } from './proposals.ts';

const TEXTS = ['Kokouksia on liikaa', 'Lyhyemmät kokoukset', 'Hitaat järjestelmät', 'Järjestelmä kaatuu', 'Lasagne'];

function sorting() {
  const session = new LocalSession();
  const ids = TEXTS.map((text, at) => {
    const added = addElement(session, { type: NOTE_TYPE, at: { x: at * 300, y: 0 }, text });
    return added.allowed ? (added.ids[0] as string) : '';
  });
  return { session, model: session.model, ids, proposals: proposalsFor(notesToSort(session), 'fi') };
}

test('nothing changes before a proposal is accepted; all at once are one step', () => {
  const { session, model, proposals } = sorting();
  expect(proposals).toHaveLength(2);
  expect(clustersOf(model)).toEqual([]);
  expect(accept(session, proposals)).toMatchObject({ allowed: true });
  expect(clustersOf(model).map(({ gathered }) => gathered)).toEqual([2, 2]);
  expect(clustersOf(model).every(({ text }) => text.length > 0)).toBe(true);
  session.undo.undo();
  expect(clustersOf(model)).toEqual([]);
});

test('a note is moved to another proposal, or out of all', () => {
  const { proposals } = sorting();
  const [first, second] = proposals as [(typeof proposals)[0], (typeof proposals)[0]];
  const note = first.ids[0] as string;
  expect(withNoteIn(proposals, note, second.key).map(({ ids }) => ids.length)).toEqual([1, 3]);
  expect(withNoteIn(proposals, note, null).map(({ ids }) => ids.length)).toEqual([1, 2]);
});

test('what others have put into a cluster meanwhile, or taken away, is left alone', () => {
  const { session, model, ids, proposals } = sorting();
  const [a, , c, d] = ids as [string, string, string, string];
  const theirs = gather(session, [{ ids: [c, d], into: null }]).made?.[0];
  expect(stillOpen(model, proposals)).toHaveLength(1);
  accept(session, proposals);
  expect(clusterOf(model, c)).toBe(theirs);
  expect(clusterOf(model, a)).not.toBeNull();
  expect(clustersOf(model)).toHaveLength(2);
});
