import { type Box, createElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { dropBy, moveBy, moveToFrame } from './actions-move.ts';
import { deleteElements } from './actions-delete.ts';
import { canGather, clusterOf, clustersOf, gather, membersOf, merge, takeOut } from './clusters.ts';
import { boardWithNotes } from './testing/notes.ts';
import { setWords } from './words.ts';

const ROW: [number, number][] = [
  [0, 0],
  [120, 0],
  [2_000, 0],
  [2_000, 40],
];

/** A board with four notes, the first two in a cluster. */
function clustered() {
  const { session, ids } = boardWithNotes(...ROW);
  const [a, b, c, d] = ids as [string, string, string, string];
  const result = gather(session, [{ ids: [a, b], into: null, name: 'Aika' }]);
  const [cluster] = result.made as [string];
  return { session, model: session.model, a, b, c, d, cluster };
}

function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

test('notes side by side stay where they are in a new cluster, and one step of undo takes it away', () => {
  const { session, model, a, b, cluster } = clustered();
  expect(membersOf(model, cluster).map(({ id }) => id)).toEqual([a, b]);
  expect(model.box(a)).toMatchObject({ x: 0, y: 0 });
  expect(model.get(cluster)).toMatchObject({ text: 'Aika', gathered: 2 });
  const box = model.box(cluster) as Box;
  expect(box.x).toBeLessThan(0);
  expect(box.x + box.width).toBeGreaterThan(220);
  session.undo.undo();
  expect(clustersOf(model)).toEqual([]);
  expect([clusterOf(model, a), model.box(b)?.x]).toEqual([null, 120]);
  session.undo.redo();
  expect(clusterOf(model, a)).toBe(cluster);
});

test('what lies about or over another is laid in rows, over nothing else', () => {
  const { session, model, a, b, c, d } = clustered();
  const made = gather(session, [{ ids: [a, c, d], into: null }]).made?.[0] as string;
  const boxes = membersOf(model, made).map(({ id }) => model.box(id) as Box);
  for (const [at, box] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
    expect(overlap(box, model.box(b) as Box)).toBe(false);
  }
});

test('a note let go over another is stacked on it, where that was', () => {
  const { session, ids } = boardWithNotes([0, 0], [300, 0], [600, 0]);
  const [a, , c] = ids as [string, string, string];
  const before = session.model.box(a);
  const made = gather(session, [{ ids: [a, c], into: null, at: a }]).made?.[0] as string;
  expect(session.model.box(a)).toEqual(before);
  expect(session.model.box(c)?.x).toBe(0);
  expect(membersOf(session.model, made)).toHaveLength(2);
});

test('in a stack the one painted later lies further down, whichever was let go over the other', () => {
  const { session, ids } = boardWithNotes([0, 0], [300, 0]);
  const [below, above] = ids as [string, string];
  gather(session, [{ ids: [above, below], into: null, at: above }]);
  expect(session.model.box(below)).toMatchObject({ x: 300, y: 0 });
  expect(session.model.box(above)?.y).toBeGreaterThan(0);
});

test('a stack keeps off its neighbours where there is room near by', () => {
  const { session, ids } = boardWithNotes([0, 0], [180, 0], [0, 190], [180, 190]);
  const [a, b, ...others] = ids as [string, string, string, string];
  const made = gather(session, [{ ids: [a, b], into: null, at: a }]).made?.[0] as string;
  const around = session.model.box(made) as Box;
  for (const id of others) expect(overlap(around, session.model.box(id) as Box)).toBe(false);
  expect(Math.abs(around.y)).toBeLessThan(200);
});

test('its box follows what stands in it; moving it takes all along', () => {
  const { session, model, a, b, cluster } = clustered();
  const before = model.box(cluster) as Box;
  moveBy(session, [b], 300, 50);
  const after = model.box(cluster) as Box;
  expect(after.x).toBe(before.x);
  expect([after.x + after.width, after.y + after.height]).toEqual([
    before.x + before.width + 300,
    before.y + before.height + 50,
  ]);
  moveBy(session, [cluster], 10, -1_000);
  expect(model.box(a)).toMatchObject({ x: 10, y: -1_000 });
  expect(model.box(cluster)).toMatchObject({ x: after.x + 10, y: after.y - 1_000 });
});

test('dropping within a cluster joins, dragging out leaves; the last one leaves it empty', () => {
  const { session, model, a, b, c, cluster } = clustered();
  dropBy(session, [c], -1_940, 20);
  expect(clusterOf(model, c)).toBe(cluster);
  dropBy(session, [a, b, c], 0, 3_000);
  expect([a, b, c].map((id) => clusterOf(model, id))).toEqual([null, null, null]);
  expect(model.get(cluster)?.gathered).toBe(0);
});

test('clusters are put into no cluster, wherever they are dropped', () => {
  const { session, model, c, d, cluster } = clustered();
  const other = gather(session, [{ ids: [c, d], into: null }]).made?.[0] as string;
  dropBy(session, [other], -1_980, 0);
  expect(model.get(other)?.place.frame).toBeNull();
  expect(membersOf(model, cluster)).toHaveLength(2);
});

test('moving the rest out of one without a name takes it away; one with a name stays', () => {
  const { session, model, a, b, c, d, cluster } = clustered();
  const other = gather(session, [{ ids: [c, d], into: null }]).made?.[0] as string;
  gather(session, [{ ids: [c, d], into: cluster }]);
  expect(model.get(other)).toBeUndefined();
  expect(membersOf(model, cluster)).toHaveLength(4);
  takeOut(session, [a, b, c, d]);
  expect(model.get(cluster)?.gathered).toBe(0);
});

test('two are merged under the name that there is, in one step', () => {
  const { session, model, c, d, cluster } = clustered();
  const other = gather(session, [{ ids: [c, d], into: null }]).made?.[0] as string;
  expect(merge(session, [cluster, other], other)).toEqual({ allowed: true });
  expect(model.get(cluster)).toBeUndefined();
  expect(model.get(other)).toMatchObject({ text: 'Aika', gathered: 4 });
  session.undo.undo();
  expect([model.get(cluster)?.text, model.get(other)?.text]).toEqual(['Aika', '']);
  expect(membersOf(model, cluster)).toHaveLength(2);
});

test('taken apart, its notes stay where they are', () => {
  const { session, model, a, cluster } = clustered();
  const before = model.box(a);
  deleteElements(session, [cluster]);
  expect([clusterOf(model, a), model.box(a)]).toEqual([null, before]);
});

test('what is taken out stands beside the cluster, over nothing', () => {
  const { session, model, a, b, cluster } = clustered();
  takeOut(session, [b]);
  expect(clusterOf(model, b)).toBeNull();
  expect(overlap(model.box(b) as Box, model.box(cluster) as Box)).toBe(false);
  expect(clusterOf(model, a)).toBe(cluster);
});

test('a cluster goes into a frame whole', () => {
  const { session, model, a, cluster } = clustered();
  createElement(
    session.document('board') as Y.Doc,
    {
      ...{ id: 'frame', kind: 'frame', place: { frame: null, x: 3_000, y: 3_000 }, size: { width: 900, height: 900 } },
      ...{ order: 'a0', author: 'aino', fields: { look: 'panel' }, text: '' },
    },
    ELEMENT_TYPES,
  );
  moveToFrame(session, [cluster], 'frame');
  expect(model.get(cluster)?.place.frame).toBe('frame');
  expect(model.get(a)?.place.frame).toBe(cluster);
  expect(model.box(a)?.x).toBeGreaterThan(3_000);
});

test('who may arrange makes, names and takes apart; who may move only their own does not', () => {
  const { session, model, c, d, cluster } = clustered();
  session.setView({ rules: { ...DEFAULT_RULES, kinds: ['sticky'] } });
  session.become('liisa', 'participant');
  expect(canGather(session, [c])).toBe(true);
  expect(gather(session, [{ ids: [c, d], into: null }])).toMatchObject({ allowed: true });
  expect(setWords(session, cluster, 'Kiire')).toEqual({ allowed: true });
  expect(model.get(cluster)?.text).toBe('Kiire');
  session.setView({ rules: { ...DEFAULT_RULES, move: 'own' } });
  expect(canGather(session, [c])).toBe(false);
  expect(setWords(session, cluster, 'Muu')).toMatchObject({ allowed: false });
  session.setView({ rules: DEFAULT_RULES });
  expect(deleteElements(session, [cluster])).toEqual({ allowed: true });
});
