import {
  createElement,
  planRestoring,
  removeRestored,
  type RestoredElement,
  type Restoring,
  restoreElement,
} from '@talkoot/board';
import { isFacilitating, type Refusal } from '@talkoot/protocol';
import { mayWriteAtAll } from '@talkoot/rights';
import type * as Y from 'yjs';
import { lettingGo } from './actions-delete.ts';
import { inPortions } from './portions.ts';
import type { BoardSession, Write } from './session.ts';

/** How much bringing a version back would do; nothing when all are 0. */
export interface RestoringCounts {
  created: number;
  changed: number;
  removed: number;
}

/** What would make the board, or one frame, into what it was; null while the board is not here. */
export function restoringOf(session: BoardSession, version: Y.Doc, frame: string | null): Restoring | null {
  const board = session.document('board');
  return board ? planRestoring(board, version, session.model.kinds, frame) : null;
}

export function countsOf({ created, changed, removed }: Restoring): RestoringCounts {
  return { created: created.length, changed: changed.length, removed: removed.length };
}

/** Why this person may not bring a version back now; null when they may. */
export function restoringRefused(session: Pick<BoardSession, 'me' | 'view'>): Refusal | null {
  const { role } = session.me();
  const { state } = session.view();
  return mayWriteAtAll(role, { state, scope: 'board' }) ?? (isFacilitating(role) ? null : 'role');
}

/** Brings the board or the frame back as one undoable step, in portions that each fit into one update. */
export function restore(session: BoardSession, plan: Restoring): void {
  session.edit('board', writesOf(session, plan));
}

/** What goes makes room for what comes; only what others are to stand in comes before. */
function writesOf(session: BoardSession, plan: Restoring): Write[] {
  const { kinds } = session.model;
  const size = (part: unknown): number => JSON.stringify(part).length;
  const [owners, rest] = [true, false].map((owns) =>
    inPortions(
      plan.created.filter(({ kind }) => (kinds.get(kind)?.container ?? false) === owns),
      size,
    ).map((portion) => (doc: Y.Doc) => {
      for (const element of portion) createElement(doc, element, kinds);
    }),
  ) as [Write[], Write[]];
  const [prepared, changed] = [plan.prepared, [...lettingGoOf(session, plan), ...plan.changed]].map((elements) =>
    inPortions(elements, size).map((portion) => (doc: Y.Doc) => {
      for (const element of portion) restoreElement(doc, element);
    }),
  ) as [Write[], Write[]];
  const removed = inPortions(plan.removed, () => 1).map(
    (portion) => (doc: Y.Doc) => removeRestored(doc, portion, kinds),
  );
  return [...owners, ...prepared, ...changed, ...removed, ...rest];
}

/** What hangs on something that goes, and has no part in this, stays where it is seen. */
function lettingGoOf(session: BoardSession, { removed, changed }: Restoring): RestoredElement[] {
  const restored = new Set(changed.map(({ id }) => id));
  return lettingGo(session, removed)
    .filter(({ element }) => element.scope === 'board' && !restored.has(element.id))
    .map(({ element, field, value }) => ({ id: element.id, fields: { [field]: value }, gone: [], words: [] }));
}
