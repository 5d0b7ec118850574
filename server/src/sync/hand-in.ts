import { createElement, elementsOf, type NewElement, ordersBetween, readElement } from '@talkoot/board';
import { LIMITS } from '@talkoot/protocol';
import type * as Y from 'yjs';
import { ProblemError } from '../problem.ts';
import type { EffectEnv } from './effects.ts';
import type { Room } from './room.ts';
import { lastOrder, write } from './server-write.ts';
import type { TickResult } from './tick.ts';

const GAP = 40;
const ROWS = 5;

/**
 * Late words become notes of their author in the facilitators' own document. They stand beside the board's content,
 * so that whatever of them is published covers nothing.
 */
export function handIn(
  texts: readonly string[],
  { tray, board }: { tray: Room; board: Room },
  tick: TickResult,
  env: EffectEnv,
): void {
  const doc = tray.live();
  if (notesOf(doc, env.by) + texts.length > LIMITS.handInsPerPerson) {
    throw new ProblemError('too-many-requests', 'this person has handed in as much as may be');
  }
  if (tray.elementCount + texts.length > LIMITS.elementsPerRoom) throw new ProblemError('conflict', 'the tray is full');
  const corner = besideContent(board.live(), env);
  const orders = ordersBetween(lastOrder(doc), null, texts.length);
  const { kind, defaults } = env.note;
  const first = tray.elementCount;
  const notes = texts.map((text, index): NewElement => {
    const place = { frame: null, ...cell(first + index, corner, defaults.size) };
    const order = orders[index] ?? '';
    const { size, fields } = defaults;
    return { id: env.ids.element(), kind, place, size, order, author: env.by, createdAt: env.now, text, fields };
  });
  write(tray, tick, (into) => {
    for (const note of notes) createElement(into, note, env.kinds);
  });
  tray.elementCount += notes.length;
}

function notesOf(doc: Y.Doc, author: string): number {
  return [...elementsOf(doc).values()].filter((map) => map.get('author') === author).length;
}

/** Where a column beside everything on the board begins. */
function besideContent(board: Y.Doc, { kinds }: EffectEnv): { x: number; y: number } {
  const elements = [...elementsOf(board)].flatMap(([id, map]) => readElement(id, map, kinds) ?? []);
  const loose = elements.filter(({ place }) => place.frame === null);
  if (loose.length === 0) return { x: 0, y: 0 };
  const right = Math.max(...loose.map(({ place, size }) => place.x + size.width));
  return { x: right + 2 * GAP, y: Math.min(...loose.map(({ place }) => place.y)) };
}

/** Columns of a few notes, from the corner to the right. */
function cell(index: number, corner: { x: number; y: number }, size: { width: number; height: number }) {
  const column = Math.floor(index / ROWS);
  return { x: corner.x + column * (size.width + GAP), y: corner.y + (index % ROWS) * (size.height + GAP) };
}
