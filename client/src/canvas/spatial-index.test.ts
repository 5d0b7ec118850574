import { elementsOf, setField } from '@talkoot/board';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { fillMany, fillWorkshop } from '../dev/gallery-board.ts';
import { LocalSession } from '../dev/local-session.ts';
import { SpatialIndex } from './spatial-index.ts';

function workshop(): { session: LocalSession; doc: Y.Doc; index: SpatialIndex } {
  const session = new LocalSession();
  const doc = session.document('board') as Y.Doc;
  fillWorkshop(doc);
  return { session, doc, index: new SpatialIndex(session.model) };
}

describe('the index', () => {
  test('finds what is under a point, topmost first', () => {
    const { index } = workshop();
    expect(index.at({ x: 40, y: 160 })).toEqual(['start-0', 'start']);
    expect(index.at({ x: 5, y: 5 })).toEqual(['start']);
    expect(index.at({ x: -5, y: -5 })).toEqual([]);
    expect(index.at({ x: -5, y: -5 }, 6)).toEqual(['start']);
  });

  test('finds what touches a box, lowest first', () => {
    const { index } = workshop();
    expect(index.search({ x: 0, y: 0, width: 100, height: 200 })).toEqual(['start', 'start-0']);
    expect(index.count({ x: -1e6, y: -1e6, width: 2e6, height: 2e6 })).toBe(18);
  });

  test('follows moves and says where it was', () => {
    const { session, doc, index } = workshop();
    const stop = session.model.subscribe(({ changed }) => {
      for (const id of changed) index.update(id);
    });
    setField(doc, 'start', 'place', { frame: null, x: 5_000, y: 0 });
    stop();
    expect(index.at({ x: 40, y: 160 })).toEqual([]);
    expect(index.at({ x: 5_040, y: 160 })).toEqual(['start-0', 'start']);
  });

  test('forgets what is gone', () => {
    const { doc, index } = workshop();
    elementsOf(doc).delete('start-0');
    expect(index.update('start-0')).toMatchObject({ x: 30, y: 150 });
    expect(index.update('start-0')).toBeNull();
    expect(index.at({ x: 40, y: 160 })).toEqual(['start']);
  });

  test('answers as a search through everything would', () => {
    const session = new LocalSession();
    fillMany(session.document('board') as Y.Doc, 300);
    const index = new SpatialIndex(session.model);
    const area = { x: 700, y: 500, width: 900, height: 650 };
    const slow = [...session.model.all()].filter(({ id }) => {
      const box = session.model.box(id);
      return box && box.x <= 1_600 && box.x + box.width >= 700 && box.y <= 1_150 && box.y + box.height >= 500;
    });
    expect(index.search(area).sort()).toEqual(slow.map(({ id }) => id).sort());
    expect(index.size).toBe(300);
  });
});
