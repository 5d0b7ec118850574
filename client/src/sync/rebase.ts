import {
  createElement,
  diffWords,
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
import { inPortions } from './portions.ts';

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
  /** Which client ids are this person's; without it everything the other side lacks is. */
  mine?: ((clientId: number) => boolean) | undefined;
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
  // Frames first, so that what stands in them finds them.
  const ids = [...elementsOf(from)._map.keys()].sort((a, b) => depth(from, a) - depth(from, b));
  for (const some of inPortions(ids, (id) => textOf(from, id)?.length ?? 0)) {
    to.transact(() => {
      for (const id of some) rebaseElement(run, id);
    }, REBASE);
  }
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

/** Unknown there and written by this person: others bring their own. */
function isNew(run: Run, item: Y.Item): boolean {
  return isUnknown(run, item) && (run.env.mine?.(item.id.client) ?? true);
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
  if (isUnknown(run, item)) return isNew(run, item) ? createAgain(run, id, map) : keepWords(run, id, map, 'deleted');
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
    // Deleted and brought back, here or there: only what differs is left to do.
    rebaseFields(run, id, map);
    addWords(run, id, map);
    return;
  }
  const { text, runs, fields, ...all } = element;
  // What the element leaves to its defaults stays so.
  const common = Object.fromEntries(Object.entries(all).filter(([name]) => name === 'id' || map.has(name)));
  const fresh = { ...common, text: runs, fields } as NewElement;
  const { id: _id, ...plain } = common;
  const reason = allowed(run, { type: 'create', id, fields: { ...plain, ...fields }, hasText: map.has(TEXT_FIELD) });
  if (reason === null) createElement(run.to, fresh, run.env.kinds, REBASE);
  else if (text.trim()) run.lost.push({ elementId: id, text, reason });
}

/** The same element with a text of its own: what it says more is added, nobody's words are taken out. */
function addWords(run: Run, id: string, map: Y.Map<unknown>): void {
  const mine = map.get(TEXT_FIELD);
  const theirs = textOf(run.to, id);
  if (!(mine instanceof Y.Text) || !theirs) return;
  const more = diffWords(theirs.toString(), mine.toString()).map((step) =>
    'delete' in step ? { retain: step.delete } : step,
  );
  if (!more.some((step) => 'insert' in step)) return;
  const reason = allowed(run, { type: 'text', id });
  if (reason === null) theirs.applyDelta(more);
  else run.lost.push({ elementId: id, text: mine.toString(), reason });
}

function rebaseFields(run: Run, id: string, map: Y.Map<unknown>): void {
  for (const [field, item] of map._map) {
    if (field === TEXT_FIELD) continue;
    if (!item.deleted && isNew(run, item)) {
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
  | { retain: number; attributes?: Formats }
  | { delete: number }
  | { insert: string; attributes?: Formats };

type Formats = Record<string, unknown>;

function rebaseWords(run: Run, id: string, map: Y.Map<unknown>): void {
  const mine = map.get(TEXT_FIELD);
  const theirs = textOf(run.to, id);
  if (!(mine instanceof Y.Text) || !theirs) return;
  if (!isSame(mine, theirs)) {
    // Deleted and brought back over there: another text, in which no neighbour is found.
    if (ownWork(run, mine).after.size > 0) addWords(run, id, map);
    return;
  }
  const { steps, words } = wordSteps(run, mine, theirs);
  if (steps.every((step) => 'retain' in step && !step.attributes)) return;
  const reason = allowed(run, { type: 'text', id });
  if (reason === null) theirs.applyDelta(steps);
  else if (words.trim()) run.lost.push({ elementId: id, text: words, reason });
}

/** Two copies of one text, not two texts. */
function isSame(one: Y.Text, other: Y.Text): boolean {
  return one._item !== null && other._item !== null && Y.compareIDs(one._item.id, other._item.id);
}

/**
 * Walks the server's text and puts this person's inserts, deletes and formats to where the neighbours of their own
 * text stand there: the same place Yjs would have given them.
 */
function wordSteps(run: Run, mine: Y.Text, theirs: Y.Text): { steps: WordStep[]; words: string } {
  const { after, formats } = ownWork(run, mine);
  const steps: WordStep[] = [...(after.get('') ?? [])];
  let words = textOfRuns(after.get(''));
  for (let item = theirs._start; item; item = item.right) {
    for (let offset = 0; offset < item.length; offset++) {
      const { client, clock } = item.id;
      const key = `${client}:${clock + offset}`;
      if (!item.deleted && item.countable) {
        if (deletedIn(mine, client, clock + offset)) steps.push({ delete: 1 });
        else keepOne(steps, formats.get(key));
      }
      steps.push(...(after.get(key) ?? []));
      words += textOfRuns(after.get(key));
    }
  }
  return { steps, words };
}

/** One more character stays, with other formats perhaps; neighbours in the same case are one step. */
function keepOne(steps: WordStep[], attributes: Formats | undefined): void {
  const last = steps.at(-1);
  if (last && 'retain' in last && JSON.stringify(last.attributes) === JSON.stringify(attributes)) last.retain++;
  else steps.push(attributes ? { retain: 1, attributes } : { retain: 1 });
}

interface OwnWork {
  /** New words, by the id of the last character before them that the server knows too. */
  after: Map<string, TextRun[]>;
  /** Formats given to or taken (null) from characters that the server knows, by their ids. */
  formats: Map<string, Formats>;
}

/** What this person did in a text since the server last heard of it. */
function ownWork(run: Run, mine: Y.Text): OwnWork {
  const work: OwnWork = { after: new Map(), formats: new Map() };
  let neighbour = '';
  // Formats in force as they are here, and as they would be without this person's changes.
  const now: Formats = {};
  const before: Formats = {};
  for (let item = mine._start; item; item = item.right) {
    const known = Y.getState(run.to.store, item.id.client) - item.id.clock;
    if (item.content instanceof Y.ContentFormat && !item.deleted) {
      setFormat(now, item.content);
      if (!isNew(run, item)) setFormat(before, item.content);
    } else if (item.deleted) {
      for (const format of formatsThere(run, item)) setFormat(before, format);
    }
    if (known > 0) neighbour = `${item.id.client}:${item.id.clock + Math.min(known, item.length) - 1}`;
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const changed = difference(before, now);
    for (let offset = 0; changed && offset < Math.min(known, item.length); offset++) {
      work.formats.set(`${item.id.client}:${item.id.clock + offset}`, changed);
    }
    if (known >= item.length || !(run.env.mine?.(item.id.client) ?? true)) continue;
    const insert = item.content.str.slice(Math.max(0, known));
    const list = work.after.get(neighbour) ?? [];
    list.push(Object.keys(now).length > 0 ? { insert, attributes: { ...now } } : { insert });
    work.after.set(neighbour, list);
  }
  return work;
}

/** Marks deleted here that still count on the server's side; here Yjs has forgotten what they said. */
function formatsThere(run: Run, { id, length }: Y.Item): Y.ContentFormat[] {
  const found: Y.ContentFormat[] = [];
  const structs = run.to.store.clients.get(id.client) ?? [];
  for (let clock = id.clock; clock < Math.min(id.clock + length, Y.getState(run.to.store, id.client)); ) {
    const struct = structs[Y.findIndexSS(structs, clock)];
    if (!struct) break;
    if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentFormat)
      found.push(struct.content);
    clock = struct.id.clock + struct.length;
  }
  return found;
}

function setFormat(formats: Formats, { key, value }: Y.ContentFormat): void {
  if (value === null) delete formats[key];
  else formats[key] = value;
}

/** What makes the one set of formats into the other; null when nothing. */
function difference(before: Formats, now: Formats): Formats | null {
  const changed: Formats = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (JSON.stringify(before[key]) !== JSON.stringify(now[key])) changed[key] = now[key] ?? null;
  }
  return Object.keys(changed).length > 0 ? changed : null;
}

function textOfRuns(runs: readonly TextRun[] = []): string {
  return runs.map((run) => run.insert).join('');
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
  const words = [...ownWork(run, text).after.values()].map(textOfRuns).join('');
  if (!words.trim()) return;
  run.dropped++;
  run.lost.push({ elementId: id, text: text.toString(), reason });
}
