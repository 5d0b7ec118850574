import { type ElementMap, fieldOf, type KindRegistry, ROOTS, TEXT_FIELD } from '@talkoot/board';
import type { Change } from '@talkoot/rights';
import * as Y from 'yjs';
import { GateRefusal } from './decode.ts';
import { DeleteIndex, type Effects, type FieldEffects, type MapEffects } from './effects.ts';
import type { DecodedUpdate } from './decode.ts';
import type { Resolver } from './resolve.ts';
import { checkWordsRow, winnerOf } from './row.ts';
import { checkFormat, valuesOf } from './values.ts';

/** SPEC G11: effects in the words of `rights`; every value that anybody may come to see is among them. */
export function toChanges(
  update: DecodedUpdate,
  effects: Effects,
  resolver: Resolver,
  doc: Y.Doc,
  kinds: KindRegistry,
): Change[] {
  const doomed = new DeleteIndex(update);
  const changes: Change[] = [];
  for (const id of effects.deleted.keys()) changes.push({ type: 'delete', id });
  const born = new Map(effects.created.map(({ id, item }) => [item, id]));
  for (const { id, item } of effects.created) {
    if (doomed.covers(item)) continue;
    changes.push(...createChanges(id, effects.maps.get(item), doomed, kinds, resolver));
  }
  for (const map of effects.maps.values()) {
    if (born.has(map.holder)) continue;
    if (map.holder.deleted || effects.deleted.get(map.id) === map.holder || !isCurrent(map, doc)) continue;
    if (resolver.isFresh(map.holder)) continue;
    changes.push(...liveChanges(map, doomed, doc, kinds, resolver));
  }
  return changes;
}

function isCurrent(map: MapEffects, doc: Y.Doc): boolean {
  return doc.getMap(ROOTS.elements)._map.get(map.id) === map.holder;
}

/** What will stand at one key after the update. */
interface Outcome {
  /** Fresh entries that somebody may come to see. */
  living: Y.Item[];
  /** The fresh entry that counts in the end; null when the document's own stays, or none. */
  winner: Y.Item | null;
  /** The key had a value and will have none. */
  vanishes: boolean;
}

function outcomeOf(effect: FieldEffects, doomed: DeleteIndex, current: Y.Item | undefined): Outcome {
  const gone = new Set<Y.Item>();
  for (const item of effect.items) {
    if (item.content instanceof Y.ContentDeleted || doomed.covers(item)) gone.add(item);
    // Yjs merges overwritten values into one entry; several in a live one would hide all but the last.
    else if (item.length !== 1) throw new GateRefusal('malformed', 'map entry of several values');
  }
  const living = effect.items.filter((item) => !gone.has(item));
  const last = winnerOf(current, effect.items);
  const fresh = last !== undefined && last !== current;
  const winner = fresh && !gone.has(last) ? last : null;
  const lost = fresh ? gone.has(last) : effect.removed !== null;
  return { living, winner, vanishes: lost };
}

function createChanges(
  id: string,
  map: MapEffects | undefined,
  doomed: DeleteIndex,
  kinds: KindRegistry,
  resolver: Resolver,
): Change[] {
  const fields: Record<string, unknown> = {};
  const others: { field: string; value: unknown }[] = [];
  let hasText = false;
  for (const [field, effect] of map?.fields ?? []) {
    const { living, winner } = outcomeOf(effect, doomed, undefined);
    if (field === TEXT_FIELD) {
      hasText = winner !== null;
      continue;
    }
    for (const item of living) {
      const value = valuesOf(item)[0];
      if (item === winner) fields[field] = value;
      else others.push({ field, value });
    }
  }
  const kind = kinds.get(String(fields.kind));
  if (map?.words) checkWords(map, kind?.text, 0, resolver);
  const changes: Change[] = [{ type: 'create', id, fields, hasText }];
  for (const { field, value } of others) {
    changes.push({ type: 'create', id, fields: { ...fields, [field]: value }, hasText });
  }
  return changes;
}

function liveChanges(
  map: MapEffects,
  doomed: DeleteIndex,
  doc: Y.Doc,
  kinds: KindRegistry,
  resolver: Resolver,
): Change[] {
  const { id } = map;
  const changes: Change[] = [];
  const sets: Record<string, unknown> = {};
  for (const [field, effect] of map.fields) {
    const outcome = outcomeOf(effect, doomed, currentOf(map, field));
    for (const item of outcome.living) {
      const value = field === TEXT_FIELD ? item : valuesOf(item)[0];
      changes.push({ type: 'set', id, field, value });
      sets[field] = value;
    }
    if (outcome.vanishes) changes.push({ type: 'unset', id, field });
  }
  const element = liveMap(doc, id);
  const text = element?.get(TEXT_FIELD);
  if (map.words && (map.words.touched || !(text instanceof Y.Text) || !isTidying(text, map.words.marksGone))) {
    const kind = kinds.get(String(element?.get('kind')));
    checkWords(map, kind?.text, text instanceof Y.Text ? text.length : 0, resolver);
    changes.push({ type: 'text', id });
  }
  return 'kind' in sets ? [asConversion(id, sets, changes, element, kinds)] : changes;
}

/** A set of `kind` takes the other fields set with it into one change, judged together. */
function asConversion(
  id: string,
  sets: Record<string, unknown>,
  changes: readonly Change[],
  element: ElementMap | null,
  kinds: KindRegistry,
): Change {
  const simple = changes.every((change) => change.type === 'set' || change.type === 'text' || change.type === 'unset');
  const once = changes.filter((change) => change.type === 'set').length === Object.keys(sets).length;
  if (!simple || !once || !element) throw new GateRefusal('schema', 'kind changed more than once', [id]);
  const before: Record<string, unknown> = {};
  for (const [name, value] of element) {
    if (name !== TEXT_FIELD && fieldOf(kinds.get(String(sets.kind)), name)) before[name] = value;
  }
  for (const change of changes) {
    if (change.type === 'unset') delete before[change.field];
  }
  const losesText = changes.some((change) => change.type === 'unset' && change.field === TEXT_FIELD);
  return { type: 'convert', id, sets, before, hasText: !losesText && element.get(TEXT_FIELD) instanceof Y.Text };
}

/** The document's last entry at a key of a stored element. */
function currentOf(map: MapEffects, field: string): Y.Item | undefined {
  const { content } = map.holder;
  return content instanceof Y.ContentType ? content.type._map.get(field) : undefined;
}

/**
 * Whether words look the same without these format marks. After changes of others every Yjs client deletes marks that
 * have no effect, also in words its person may not edit: that is no edit.
 */
function isTidying(text: Y.Text, marks: readonly Y.Item[]): boolean {
  return JSON.stringify(runsWithout(text, new Set())) === JSON.stringify(runsWithout(text, new Set(marks)));
}

function runsWithout(text: Y.Text, skipped: ReadonlySet<Y.Item>): [words: string, formats: string][] {
  const runs: [string, string][] = [];
  const formats = new Map<string, unknown>();
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || skipped.has(item)) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) formats.delete(content.key);
      else formats.set(content.key, content.value);
    } else if (content instanceof Y.ContentString) {
      const look = JSON.stringify([...formats].sort(([one], [other]) => (one < other ? -1 : 1)));
      const last = runs.at(-1);
      if (last?.[1] === look) last[0] += content.str;
      else runs.push([content.str, look]);
    }
  }
  return runs;
}

function checkWords(
  map: MapEffects,
  spec: { formats: readonly string[]; maxLength: number } | undefined,
  length: number,
  resolver: Resolver,
): void {
  if (!spec) throw new GateRefusal('schema', 'this kind holds no words', [map.id]);
  const words = map.words;
  if (!words) return;
  if (words.inserted > 0 && length + words.inserted > spec.maxLength) {
    throw new GateRefusal('tooLarge', 'too many words', [map.id]);
  }
  for (const { key, value } of words.formats) checkFormat(key, value, spec.formats);
  for (const [holder, items] of words.items) checkWordsRow(holder, items, (id) => resolver.struct(id));
}

/** The element's map when it is there. */
export function liveMap(doc: Y.Doc, id: string): ElementMap | null {
  const map = doc.getMap(ROOTS.elements).get(id);
  return map instanceof Y.Map ? map : null;
}
