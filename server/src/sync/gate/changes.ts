import { type ElementMap, fieldOf, type KindRegistry, ROOTS, TEXT_FIELD } from '@talkoot/board';
import type { Change } from '@talkoot/rights';
import * as Y from 'yjs';
import { GateRefusal } from './decode.ts';
import { DeleteIndex, type Effects, type FieldEffects, type MapEffects } from './effects.ts';
import type { DecodedUpdate } from './decode.ts';
import type { Resolver } from './resolve.ts';
import { checkFormat, singleValue } from './values.ts';

/** SPEC G11: effects in the words of `rights`, every intermediate value among them. */
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
    if (doomed.has(item.id)) continue;
    changes.push(...createChanges(id, effects.maps.get(item), doomed, kinds));
  }
  for (const map of effects.maps.values()) {
    if (born.has(map.holder)) continue;
    if (map.holder.deleted || effects.deleted.get(map.id) === map.holder || !isCurrent(map, doc)) continue;
    if (resolver.isFresh(map.holder)) continue;
    changes.push(...liveChanges(map, doomed, doc, kinds));
  }
  return changes;
}

function isCurrent(map: MapEffects, doc: Y.Doc): boolean {
  return doc.getMap(ROOTS.elements)._map.get(map.id) === map.holder;
}

/** Fresh items at one key in the order in which each follows the other; null when they are no chain. */
function chainOf(items: readonly Y.Item[]): Y.Item[] | null {
  if (items.length <= 1) return [...items];
  const following = new Map<string, Y.Item>();
  const ids = new Set(items.map((item) => keyOf(item.lastId)));
  let head: Y.Item | null = null;
  for (const item of items) {
    const origin = item.origin ? keyOf(item.origin) : '';
    if (!ids.has(origin)) {
      if (head) return null;
      head = item;
    } else {
      if (following.has(origin)) return null;
      following.set(origin, item);
    }
  }
  const chain: Y.Item[] = [];
  for (let at = head; at; at = following.get(keyOf(at.lastId)) ?? null) chain.push(at);
  return chain.length === items.length ? chain : null;
}

function keyOf(id: Y.ID): string {
  return `${id.client}:${id.clock}`;
}

function isDoomed(item: Y.Item, doomed: DeleteIndex): boolean {
  return item.content instanceof Y.ContentDeleted || doomed.has(item.id);
}

function createChanges(
  id: string,
  map: MapEffects | undefined,
  doomed: DeleteIndex,
  kinds: KindRegistry,
): Change[] {
  const fields: Record<string, unknown> = {};
  const others: { field: string; value: unknown }[] = [];
  let hasText = false;
  for (const [field, effect] of map?.fields ?? []) {
    const chain = chainOf(effect.items);
    if (!chain && effect.items.some((item) => isDoomed(item, doomed))) {
      throw new GateRefusal('malformed', 'values in no order', [id]);
    }
    const order = chain ?? effect.items;
    const last = order.at(-1);
    if (!last) continue;
    const lives = !isDoomed(last, doomed);
    if (field === TEXT_FIELD) {
      hasText = lives;
      continue;
    }
    for (const item of order) {
      const value = singleValue(item);
      if (value === undefined) continue;
      if (item === last && lives) fields[field] = value;
      else others.push({ field, value });
    }
  }
  const kind = kinds.get(String(fields.kind));
  if (map?.words) checkWords(map, kind?.text, 0);
  const changes: Change[] = [{ type: 'create', id, fields, hasText }];
  for (const { field, value } of others) {
    changes.push({ type: 'create', id, fields: { ...fields, [field]: value }, hasText });
  }
  return changes;
}

function liveChanges(map: MapEffects, doomed: DeleteIndex, doc: Y.Doc, kinds: KindRegistry): Change[] {
  const { id } = map;
  const changes: Change[] = [];
  const sets: Record<string, unknown> = {};
  for (const [field, effect] of map.fields) {
    for (const item of effect.items) {
      const value = field === TEXT_FIELD ? item : singleValue(item);
      if (value === undefined) continue;
      changes.push({ type: 'set', id, field, value });
      sets[field] = value;
    }
    if (mayVanish(effect, doomed)) changes.push({ type: 'unset', id, field });
  }
  const element = liveMap(doc, id);
  if (map.words) {
    const kind = kinds.get(String(element?.get('kind')));
    const text = element?.get(TEXT_FIELD);
    checkWords(map, kind?.text, text instanceof Y.Text ? text.length : 0);
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
  return { type: 'convert', id, sets, before, hasText: element.get(TEXT_FIELD) instanceof Y.Text };
}

/**
 * True when the key may end up without a value: the live one is deleted, or the last fresh one is, and the fresh
 * ones do not follow it in one clean row.
 */
function mayVanish(effect: FieldEffects, doomed: DeleteIndex): boolean {
  const { items, removed } = effect;
  if (items.length === 0) return removed !== null;
  const anyDoomed = items.some((item) => isDoomed(item, doomed));
  if (!removed && !anyDoomed) return false;
  const chain = chainOf(items);
  const last = chain?.at(-1);
  const first = chain?.[0];
  if (!last || !first || isDoomed(last, doomed)) return true;
  return removed !== null && !(first.origin !== null && Y.compareIDs(first.origin, removed.lastId));
}

function checkWords(
  map: MapEffects,
  spec: { formats: readonly string[]; maxLength: number } | undefined,
  length: number,
): void {
  if (!spec) throw new GateRefusal('schema', 'this kind holds no words', [map.id]);
  const words = map.words;
  if (!words) return;
  if (words.inserted > 0 && length + words.inserted > spec.maxLength) {
    throw new GateRefusal('tooLarge', 'too many words', [map.id]);
  }
  for (const { key, value } of words.formats) checkFormat(key, value, spec.formats);
}

/** The element's map when it is there. */
export function liveMap(doc: Y.Doc, id: string): ElementMap | null {
  const map = doc.getMap(ROOTS.elements).get(id);
  return map instanceof Y.Map ? map : null;
}
