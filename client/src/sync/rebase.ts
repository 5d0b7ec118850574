import {
  createElement,
  elementsOf,
  type KindRegistry,
  type NewElement,
  placeIn,
  readElement,
  setField,
  TEXT_FIELD,
  type TextRun,
  textOf,
} from '@talkoot/board';
import type { Refusal } from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import * as Y from 'yjs';

/** Words that could not be put back. */
export interface LostWords {
  elementId: string;
  text: string;
  reason: Refusal | 'deleted';
}

export interface RebaseResult {
  /** Changes written again as new operations. */
  applied: number;
  /** Changes the rights refused or that had nothing left to change. */
  dropped: number;
  lost: LostWords[];
}

/** What `rebase` asks of the fresh document's side. */
export interface RebaseEnv {
  kinds: KindRegistry;
  may(change: Change): Verdict;
}

interface Run extends RebaseResult {
  from: Y.Doc;
  to: Y.Doc;
  env: RebaseEnv;
}

/** Origin of the transaction that writes rebased changes. */
export const REBASE = 'rebase';

/**
 * Brings a person's unacknowledged work from a document the server does not follow any more into a fresh one. What
 * `from` holds and `to` has never heard of is that work; each change that the rights allow is written again as a new
 * operation, the words of the rest are handed back. Both documents must come from the same history.
 */
export function rebase(from: Y.Doc, to: Y.Doc, env: RebaseEnv): RebaseResult {
  const run: Run = { from, to, env, applied: 0, dropped: 0, lost: [] };
  to.transact(() => {
    // Frames first, so that what stands in them finds them.
    const ids = [...elementsOf(from)._map.keys()].sort((a, b) => depth(from, a) - depth(from, b));
    for (const id of ids) rebaseElement(run, id);
  }, REBASE);
  const { applied, dropped, lost } = run;
  return { applied, dropped, lost };
}

function depth(doc: Y.Doc, id: string): number {
  const lookup = placeIn(doc);
  let count = 0;
  for (let frame = lookup(id)?.frame ?? null; frame !== null && count < 9; count++)
    frame = lookup(frame)?.frame ?? null;
  return count;
}

/** The server's side has never heard of this struct. */
function isUnknown(run: Run, item: Y.Item): boolean {
  return item.id.clock >= Y.getState(run.to.store, item.id.client);
}

/** The document's struct is deleted here, and still there on the server's side. */
function wasDeletedHere(run: Run, item: Y.Item): boolean {
  return item.deleted && !isUnknown(run, item) && liveIn(run.to, item.id);
}

function liveIn(doc: Y.Doc, id: Y.ID): boolean {
  const structs = doc.store.clients.get(id.client);
  const struct = structs?.[Y.findIndexSS(structs, id.clock)];
  return struct instanceof Y.Item && !struct.deleted;
}

function allowed(run: Run, change: Change): Refusal | null {
  const verdict = run.env.may(change);
  if (verdict.allowed) run.applied++;
  else run.dropped++;
  return verdict.allowed ? null : verdict.reason;
}

function rebaseElement(run: Run, id: string): void {
  const item = elementsOf(run.from)._map.get(id);
  if (!item) return;
  const map = elementsOf(run.from).get(id);
  if (!(map instanceof Y.Map)) {
    if (wasDeletedHere(run, item) || deletedAfterReturn(run, item, id)) deleteAgain(run, id);
    return;
  }
  if (isUnknown(run, item)) return createAgain(run, id, map);
  if (!elementsOf(run.to).has(id)) return keepWords(run, id, map, 'deleted');
  rebaseFields(run, id, map);
  rebaseWords(run, id, map);
}

/** Made anew and deleted again here, while the server has the one before. */
function deletedAfterReturn(run: Run, item: Y.Item, id: string): boolean {
  const there = elementsOf(run.to)._map.get(id);
  if (!isUnknown(run, item) || !there || there.deleted) return false;
  for (let at: Y.Item | null = item; at; at = at.left) {
    if (at.id.client === there.id.client && at.id.clock === there.id.clock) return at.deleted;
  }
  return false;
}

function deleteAgain(run: Run, id: string): void {
  if (!elementsOf(run.to).has(id)) return;
  if (allowed(run, { type: 'delete', id }) === null) elementsOf(run.to).delete(id);
}

function createAgain(run: Run, id: string, map: Y.Map<unknown>): void {
  const element = readElement(id, map, run.env.kinds);
  if (!element) return;
  if (elementsOf(run.to).has(id)) {
    // Somebody brought it back meanwhile: only what differs is left to do.
    rebaseFields(run, id, map);
    return;
  }
  const { text, runs, fields, ...common } = element;
  const fresh: NewElement = { ...common, text: runs, fields };
  const { id: _id, ...plain } = common;
  const reason = allowed(run, { type: 'create', id, fields: { ...plain, ...fields }, hasText: map.has(TEXT_FIELD) });
  if (reason === null) createElement(run.to, fresh, run.env.kinds, REBASE);
  else if (text.trim()) run.lost.push({ elementId: id, text, reason });
}

function rebaseFields(run: Run, id: string, map: Y.Map<unknown>): void {
  for (const [field, item] of map._map) {
    if (field === TEXT_FIELD) continue;
    if (!item.deleted && isUnknown(run, item)) {
      const value = map.get(field);
      if (JSON.stringify(elementsOf(run.to).get(id)?.get(field)) === JSON.stringify(value)) continue;
      if (allowed(run, { type: 'set', id, field, value }) === null) setField(run.to, id, field, value, REBASE);
    } else if (wasDeletedHere(run, item)) {
      if (allowed(run, { type: 'unset', id, field }) === null) elementsOf(run.to).get(id)?.delete(field);
    }
  }
}

/** One stretch of words on the way from the server's text to this person's. */
type WordStep =
  | { retain: number; attributes?: Record<string, unknown> }
  | { delete: number }
  | { insert: string; attributes?: Record<string, unknown> };

function rebaseWords(run: Run, id: string, map: Y.Map<unknown>): void {
  const mine = map.get(TEXT_FIELD);
  const theirs = textOf(run.to, id);
  if (!(mine instanceof Y.Text) || !theirs) return;
  const { steps, words } = wordSteps(run, mine, theirs);
  if (steps.every((step) => 'retain' in step)) return;
  const reason = allowed(run, { type: 'text', id });
  if (reason === null) theirs.applyDelta(steps, { sanitize: false });
  else if (words.trim()) run.lost.push({ elementId: id, text: words, reason });
}

/**
 * Walks the server's text and puts this person's inserts and deletes to where the neighbours of their own text
 * stand there: the same place Yjs would have given them.
 */
function wordSteps(run: Run, mine: Y.Text, theirs: Y.Text): { steps: WordStep[]; words: string } {
  const after = insertsByNeighbour(run, mine);
  const steps: WordStep[] = insertSteps(after.get('') ?? []);
  let words = textOfSteps(steps);
  for (let item = theirs._start; item; item = item.right) {
    for (let offset = 0; offset < item.length; offset++) {
      const key = `${item.id.client}:${item.id.clock + offset}`;
      if (!item.deleted && item.countable)
        steps.push(deletedIn(mine, item.id.client, item.id.clock + offset) ? { delete: 1 } : { retain: 1 });
      const inserts = insertSteps(after.get(key) ?? []);
      words += textOfSteps(inserts);
      steps.push(...inserts);
    }
  }
  return { steps, words };
}

/** This person's new words, by the id of the last character before them that the server knows too. */
function insertsByNeighbour(run: Run, mine: Y.Text): Map<string, TextRun[]> {
  const after = new Map<string, TextRun[]>();
  let neighbour = '';
  const attributes: Record<string, unknown> = {};
  for (let item = mine._start; item; item = item.right) {
    const known = Y.getState(run.to.store, item.id.client) - item.id.clock;
    if (item.content instanceof Y.ContentFormat && !item.deleted) {
      if (item.content.value === null) delete attributes[item.content.key];
      else attributes[item.content.key] = item.content.value;
    }
    if (known > 0) neighbour = `${item.id.client}:${item.id.clock + Math.min(known, item.length) - 1}`;
    if (item.deleted || !(item.content instanceof Y.ContentString) || known >= item.length) continue;
    const fresh = item.content.str.slice(Math.max(0, known));
    const list = after.get(neighbour) ?? [];
    list.push(
      Object.keys(attributes).length > 0 ? { insert: fresh, attributes: { ...attributes } } : { insert: fresh },
    );
    after.set(neighbour, list);
  }
  return after;
}

function insertSteps(runs: readonly TextRun[]): WordStep[] {
  return runs.map((run) => ({ ...run }));
}

function textOfSteps(steps: readonly WordStep[]): string {
  return steps.map((step) => ('insert' in step ? step.insert : '')).join('');
}

function deletedIn(mine: Y.Text, client: number, clock: number): boolean {
  const structs = mine.doc?.store.clients.get(client);
  const last = structs?.at(-1);
  // What this document never saw was not deleted by this person.
  if (!structs || !last || clock >= last.id.clock + last.length) return false;
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct?.deleted ?? false;
}

/** New words in an element that somebody deleted meanwhile are kept for their author. */
function keepWords(run: Run, id: string, map: Y.Map<unknown>, reason: LostWords['reason']): void {
  const text = map.get(TEXT_FIELD);
  if (!(text instanceof Y.Text)) return;
  const words = [...insertsByNeighbour(run, text).values()]
    .flat()
    .map((part) => part.insert)
    .join('');
  if (!words.trim()) return;
  run.dropped++;
  run.lost.push({ elementId: id, text: text.toString(), reason });
}
