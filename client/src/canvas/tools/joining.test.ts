import { createElement } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { clusterOf, clustersOf, gather } from '../../sync/clusters.ts';
import { HOLD_MS } from './joining.ts';
import { build, stubFrames } from './testing/build.ts';

stubFrames();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function notes(doc: Y.Doc): void {
  for (const [at, id] of ['a', 'b', 'c'].entries()) {
    const place = { frame: null, x: at * 300, y: 100 };
    const common = { kind: 'sticky', size: { width: 100, height: 100 }, order: `a${at}`, author: 'aino', text: id };
    createElement(doc, { ...common, id, place, fields: { colour: 'yellow' } }, ELEMENT_TYPES);
  }
}

test('a note held over another makes a cluster with it; one that only passes does not', () => {
  const { canvas, machine, pointer } = build(notes);
  machine.down(pointer(50, 150));
  machine.move(pointer(100, 150));
  machine.move(pointer(350, 150));
  vi.advanceTimersByTime(HOLD_MS - 1);
  expect(canvas.dropFrame).toBeNull();
  machine.move(pointer(351, 150));
  vi.advanceTimersByTime(1);
  expect(canvas.dropFrame).toBe('b');
  machine.move(pointer(650, 150));
  expect(canvas.dropFrame).toBeNull();
  machine.move(pointer(350, 150));
  vi.advanceTimersByTime(HOLD_MS);
  machine.up(pointer(350, 150));
  const [cluster] = clustersOf(canvas.model);
  expect(['a', 'b', 'c'].map((id) => clusterOf(canvas.model, id))).toEqual([cluster?.id, cluster?.id, null]);
  expect(canvas.dropFrame).toBeNull();
});

test('the key of clusters asks where the selected go, and a cluster is taken hold of by its ground', () => {
  const { canvas, session, drag } = build(notes);
  const made = gather(session, [{ ids: ['a', 'b'], into: null }]).made?.[0] as string;
  const box = canvas.model.box(made);
  drag([(box?.x ?? 0) + 8, (box?.y ?? 0) + 60], [(box?.x ?? 0) + 8, (box?.y ?? 0) + 460]);
  expect(canvas.model.box('c')).toMatchObject({ x: 600, y: 100 });
  expect(canvas.model.box(made)?.y).toBe((box?.y ?? 0) + 400);
});
