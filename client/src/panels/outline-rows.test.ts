import { readingOrder } from '@talkoot/board';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { fillMany, fillWorkshop } from '../dev/gallery-board.ts';
import { LocalSession } from '../dev/local-session.ts';
import { isMore, type OutlineRow, PAGE, rowsOf, stepFrom } from './outline-rows.ts';
import { movedCaret } from './plain-words.tsx';

function workshop(): LocalSession {
  const session = new LocalSession();
  fillWorkshop(session.document('board') as Y.Doc);
  return session;
}

function linesOf(session: LocalSession, collapsed: string[] = []): OutlineRow[] {
  const rows = rowsOf(readingOrder(session.model), session.model, { collapsed: new Set(collapsed), shown: new Map() });
  return rows.filter((row): row is OutlineRow => !isMore(row));
}

const ids = (rows: OutlineRow[]): string[] => rows.map(({ element }) => element.id);

describe('lines', () => {
  test('are frames with their notes, counted among siblings', () => {
    const rows = linesOf(workshop());
    expect(ids(rows).slice(0, 7)).toEqual(['start', 'start-0', 'start-1', 'start-2', 'start-3', 'start-4', 'stop']);
    expect(rows[0]).toMatchObject({ level: 1, index: 1, count: 3, expanded: true });
    expect(rows[2]).toMatchObject({ level: 2, index: 2, count: 5 });
    expect(rows[2]?.expanded).toBeUndefined();
  });

  test('of closed frames are hidden', () => {
    expect(ids(linesOf(workshop(), ['start', 'next']))).toEqual([
      'start',
      'stop',
      'stop-0',
      'stop-1',
      'stop-2',
      'stop-3',
      'stop-4',
      'next',
    ]);
  });

  test('beyond a page are offered, and shown when asked for', () => {
    const session = new LocalSession();
    fillMany(session.document('board') as Y.Doc, PAGE + 30);
    const nodes = readingOrder(session.model);
    const rows = rowsOf(nodes, session.model, { collapsed: new Set(), shown: new Map() });
    expect(rows).toHaveLength(PAGE + 1);
    expect(rows.at(-1)).toEqual({ more: 30, frame: null, level: 1 });
    expect(rowsOf(nodes, session.model, { collapsed: new Set(), shown: new Map([[null, PAGE + 30]]) })).toHaveLength(
      PAGE + 30,
    );
  });
});

describe('keys', () => {
  const rows = linesOf(workshop());

  test('go up, down, to the ends', () => {
    expect(stepFrom(rows, 'start', 'ArrowDown')).toEqual({ focus: 'start-0' });
    expect(stepFrom(rows, 'stop', 'ArrowUp')).toEqual({ focus: 'start-4' });
    expect(stepFrom(rows, 'start', 'ArrowUp')).toBeNull();
    expect(stepFrom(rows, 'stop', 'Home')).toEqual({ focus: 'start' });
    expect(stepFrom(rows, 'start', 'End')).toEqual({ focus: 'next-4' });
  });

  test('go in and out of frames', () => {
    expect(stepFrom(rows, 'start', 'ArrowRight')).toEqual({ focus: 'start-0' });
    expect(stepFrom(rows, 'start-3', 'ArrowLeft')).toEqual({ focus: 'start' });
    expect(stepFrom(rows, 'start', 'ArrowLeft')).toEqual({ toggle: 'start' });
    expect(stepFrom(linesOf(workshop(), ['start']), 'start', 'ArrowRight')).toEqual({ toggle: 'start' });
    expect(stepFrom(rows, 'start-3', 'ArrowRight')).toBeNull();
  });

  test('begin at the first line when the present one is gone', () => {
    expect(stepFrom(rows, 'ghost', 'ArrowDown')).toEqual({ focus: 'start' });
    expect(stepFrom([], null, 'ArrowDown')).toBeNull();
    expect(stepFrom(rows, 'start', 'x')).toBeNull();
  });
});

test('the caret stays among its letters while others write', () => {
  expect(movedCaret('kissa', 'iso kissa', 5)).toBe(9);
  expect(movedCaret('kissa', 'kissat', 2)).toBe(2);
  expect(movedCaret('iso kissa', 'kissa', 9)).toBe(5);
  expect(movedCaret('iso kissa', 'kissa', 2)).toBe(0);
});
