import { ROOTS, TEXT_FIELD } from '@talkoot/board';
import * as Y from 'yjs';
import { type DecodedUpdate, type DeleteRange, GateRefusal } from './decode.ts';
import { isKnownRoot, type Resolver, type Spot } from './resolve.ts';
import { winnerOf } from './row.ts';
import { liveItems } from './structure.ts';
import { checkKey, valuesOf } from './values.ts';

/** What happens to one field of one element map. */
export interface FieldEffects {
  /** Fresh items at this key. */
  items: Y.Item[];
  /** The live value that the update deletes. */
  removed: Y.Item | null;
}

export interface WordEffects {
  /** Characters that come, in UTF-16 units. */
  inserted: number;
  formats: { key: string; value: unknown }[];
  /** Format marks that go; clients tidy marks without effect by themselves, in anybody's words. */
  marksGone: Y.Item[];
  /** Words come or go, or marks come. */
  touched: boolean;
  /** What comes, by the item that holds the words. */
  items: Map<Y.Item | null, Y.Item[]>;
}

/** Everything an update does inside one element map, of the document or of the update. */
export interface MapEffects {
  id: string;
  holder: Y.Item;
  fields: Map<string, FieldEffects>;
  words: WordEffects | null;
}

/** SPEC G8: the list of effects of an update, before anybody is asked. Effects are never collapsed by field. */
export interface Effects {
  /** Fresh element maps by element id, in the order they came; deleted ones among them. */
  created: { id: string; item: Y.Item }[];
  /** Live elements that are deleted or replaced. */
  deleted: Map<string, Y.Item>;
  maps: Map<Y.Item, MapEffects>;
  /** Elements already deleted in which words or values landed. */
  lost: Set<string>;
}

/** Tells whether the update itself deletes an id. */
export class DeleteIndex {
  readonly #ranges = new Map<number, DeleteRange[]>();

  constructor(update: DecodedUpdate) {
    for (const [client, ranges] of update.deletes) {
      this.#ranges.set(
        client,
        [...ranges].sort((a, b) => a.clock - b.clock),
      );
    }
  }

  /** Whether all of an item goes. */
  covers(item: Y.Item): boolean {
    const { client, clock } = item.id;
    for (let offset = 0; offset < item.length; offset++) {
      if (!this.#has(client, clock + offset)) return false;
    }
    return true;
  }

  #has(client: number, clock: number): boolean {
    const ranges = this.#ranges.get(client);
    if (!ranges) return false;
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle] as DeleteRange;
      if (clock < range.clock) high = middle - 1;
      else if (clock >= range.clock + range.len) low = middle + 1;
      else return true;
    }
    return false;
  }
}

/** Works out the effects of inserts and deletes on the document as it stands. */
export function collectEffects(update: DecodedUpdate, doc: Y.Doc, resolver: Resolver): Effects {
  const effects: Effects = { created: [], deleted: new Map(), maps: new Map(), lost: new Set() };
  collectDeletes(update, doc, resolver, effects);
  const entries = new Map<string, Y.Item[]>();
  const inner: { item: Y.Item; spot: Spot }[] = [];
  for (const block of update.blocks.values()) {
    for (const item of block.structs) {
      if (!(item instanceof Y.Item)) continue;
      const spot = resolver.spot(item);
      checkContent(item.content);
      if (!spot) continue;
      if (spot.path.length > 1) inner.push({ item, spot });
      else collectElement(item, spot, entries);
    }
  }
  for (const [id, items] of entries) settleElement(id, items, doc, effects);
  for (const { item, spot } of inner) collectInner(item, spot, effects);
  return effects;
}

function collectDeletes(update: DecodedUpdate, doc: Y.Doc, resolver: Resolver, effects: Effects): void {
  const inner: { item: Y.Item; spot: Spot }[] = [];
  for (const [client, ranges] of update.deletes) {
    for (const range of ranges) {
      for (const item of liveItems(doc, client, range)) {
        const spot = resolver.spot(item);
        if (!spot || spot.dead) continue;
        if (spot.root !== ROOTS.elements) throw new GateRefusal('serverOnly', 'delete outside elements');
        if (spot.path.length === 1) effects.deleted.set(checkKey(spot.path[0] ?? null), item);
        else inner.push({ item, spot });
      }
    }
  }
  for (const { item, spot } of inner) {
    const id = String(spot.path[0]);
    // What stands in an element that goes as a whole is covered by that.
    if (effects.deleted.get(id) === spot.element) continue;
    const map = mapEffects(effects, id, spot);
    if (spot.path.length === 2) fieldEffects(map, String(spot.path[1])).removed = item;
    else {
      const words = wordEffects(map);
      if (item.content instanceof Y.ContentFormat) words.marksGone.push(item);
      else words.touched = true;
    }
  }
}

function collectInner(item: Y.Item, spot: Spot, effects: Effects): void {
  const { content } = item;
  checkRoot(spot);
  const id = checkKey(spot.path[0] ?? null);
  if (spot.dead || effects.deleted.get(id) === spot.element) {
    if (content instanceof Y.ContentString || content instanceof Y.ContentAny) effects.lost.add(id);
  }
  const map = mapEffects(effects, id, spot);
  if (spot.path.length === 2) collectField(checkKey(spot.path[1] ?? null), item, map);
  else collectWords(spot, item, map);
}

function checkRoot(spot: Spot): void {
  if (spot.root === ROOTS.elements) return;
  throw new GateRefusal(isKnownRoot(spot.root) ? 'serverOnly' : 'schema', 'write outside elements');
}

/** Only the contents that the product writes; subdocuments, XML, binary and embeds are refused. */
function checkContent(content: Y.Item['content']): void {
  if (content instanceof Y.ContentType) {
    const type: unknown = content.type;
    // Exactly these classes: XmlText extends Text, XmlHook extends Map.
    const made = Object.getPrototypeOf(type)?.constructor;
    if (made !== Y.Map && made !== Y.Text) throw new GateRefusal('schema', 'type not allowed');
    return;
  }
  const fine =
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentDeleted;
  if (!fine) throw new GateRefusal('schema', 'content not allowed');
}

function collectElement(item: Y.Item, spot: Spot, entries: Map<string, Y.Item[]>): void {
  const { content } = item;
  checkRoot(spot);
  const id = checkKey(spot.path[0] ?? null);
  const isMap = content instanceof Y.ContentType && content.type instanceof Y.Map;
  if (!isMap && !(content instanceof Y.ContentDeleted)) throw new GateRefusal('schema', 'element is no map');
  checkRightmost(item);
  append(entries, id, item);
}

/** A newer entry deletes the live one, whether the newer lives or not; one that comes before it is dead at once. */
function settleElement(id: string, items: readonly Y.Item[], doc: Y.Doc, effects: Effects): void {
  const current = doc.getMap(ROOTS.elements)._map.get(id);
  if (winnerOf(current, items) === current) return;
  if (current && !current.deleted) effects.deleted.set(id, current);
  for (const item of items) if (item.content instanceof Y.ContentType) effects.created.push({ id, item });
}

function collectField(field: string, item: Y.Item, map: MapEffects): void {
  const { content } = item;
  checkRightmost(item);
  if (content instanceof Y.ContentType) {
    if (field !== TEXT_FIELD || !(content.type instanceof Y.Text)) throw new GateRefusal('schema', 'nested type');
  } else if (field === TEXT_FIELD) {
    if (!(content instanceof Y.ContentDeleted)) throw new GateRefusal('schema', 'words are no text');
  } else {
    valuesOf(item);
  }
  fieldEffects(map, field).items.push(item);
}

/** Yjs writes map entries at the right end of their key; anything else could hide a deletion. */
function checkRightmost(item: Y.Item): void {
  if (item.rightOrigin !== null) throw new GateRefusal('malformed', 'map entry with a right neighbour');
}

function collectWords(spot: Spot, item: Y.Item, map: MapEffects): void {
  const { content } = item;
  if (spot.path.length !== 3 || spot.path[1] !== TEXT_FIELD || spot.path[2] !== null) {
    throw new GateRefusal('schema', 'nested too deep');
  }
  const words = wordEffects(map);
  words.touched = true;
  append(words.items, spot.holder, item);
  if (content instanceof Y.ContentString) words.inserted += item.length;
  else if (content instanceof Y.ContentFormat) words.formats.push({ key: content.key, value: content.value });
  else if (!(content instanceof Y.ContentDeleted)) throw new GateRefusal('schema', 'content not allowed in words');
}

function mapEffects(effects: Effects, id: string, spot: Spot): MapEffects {
  const holder = spot.element;
  if (!holder) throw new GateRefusal('schema', 'no element');
  let map = effects.maps.get(holder);
  if (!map) {
    map = { id, holder, fields: new Map(), words: null };
    effects.maps.set(holder, map);
  }
  return map;
}

function wordEffects(map: MapEffects): WordEffects {
  map.words ??= { inserted: 0, formats: [], marksGone: [], touched: false, items: new Map() };
  return map.words;
}

function fieldEffects(map: MapEffects, field: string): FieldEffects {
  let effect = map.fields.get(field);
  if (!effect) {
    effect = { items: [], removed: null };
    map.fields.set(field, effect);
  }
  return effect;
}

function append<Key>(lists: Map<Key, Y.Item[]>, key: Key, item: Y.Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
