import { ROOTS } from '@talkoot/board';
import * as Y from 'yjs';
import { type DecodedUpdate, GateRefusal, type Struct } from './decode.ts';
import { structAt } from './structure.ts';

/** Deepest nesting of types the schema knows: elements / element / words. */
const MAX_PATH = 6;

/**
 * Where something lands: a root, the element in it and the field of the element. Found exactly as
 * `Item.getMissing` of Yjs finds parents, but before anything is applied.
 */
export interface Spot {
  root: string;
  /** Keys from the root down; the last is null for a position in a sequence (words). */
  path: readonly (string | null)[];
  /** It lands in something deleted: no effect that anybody sees. */
  dead: boolean;
  /** The item that holds the element's map, of the document or of the update. */
  element: Y.Item | null;
  /** The item that holds the map or the words it lands in; null for a root. */
  holder: Y.Item | null;
}

/** The type an item belongs to, before it has a document: a root's name or the item that holds the type. */
interface Home {
  parent: string | Y.Item;
  key: string | null;
}

type Resolved = Home | 'gone';

/** Resolves the structs of one update against the document as it stands. */
export class Resolver {
  readonly #doc: Y.Doc;
  readonly #update: DecodedUpdate;
  readonly #homes = new Map<Y.Item, Resolved | 'busy'>();

  constructor(doc: Y.Doc, update: DecodedUpdate) {
    this.#doc = doc;
    this.#update = update;
  }

  /** The fresh struct or the document's that holds this id. */
  struct(id: Y.ID): Struct {
    const block = this.#update.blocks.get(id.client);
    if (!block || id.clock < block.clock) return structAt(this.#doc, id);
    let low = 0;
    let high = block.structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = block.structs[middle] as Struct;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    throw new GateRefusal('gap', 'missing struct');
  }

  isFresh(item: Y.Item): boolean {
    const block = this.#update.blocks.get(item.id.client);
    return block !== undefined && item.id.clock >= block.clock;
  }

  /** Where an item lands or stands; null when Yjs will turn it into garbage at once. */
  spot(item: Y.Item): Spot | null {
    const path: (string | null)[] = [];
    let dead = false;
    let at = item;
    let holder: Y.Item | null = null;
    for (;;) {
      const home = this.#home(at);
      if (home === 'gone') return null;
      path.unshift(home.key);
      if (path.length > MAX_PATH) throw new GateRefusal('schema', 'nested too deep');
      if (typeof home.parent === 'string') {
        return { root: home.parent, path, dead, element: path.length > 1 ? at : null, holder };
      }
      if (home.parent.deleted) dead = true;
      at = home.parent;
      holder ??= at;
    }
  }

  #home(item: Y.Item): Resolved {
    return this.isFresh(item) ? this.#freshHome(item) : storedHome(item);
  }

  #freshHome(item: Y.Item): Resolved {
    const known = this.#homes.get(item);
    if (known === 'busy') throw new GateRefusal('malformed', 'cycle of origins');
    if (known) return known;
    this.#homes.set(item, 'busy');
    const home = item.origin || item.rightOrigin ? this.#besides(item) : this.#explicit(item);
    this.#homes.set(item, home);
    return home;
  }

  /** Left and right neighbour decide; either being garbage makes the item garbage. */
  #besides(item: Y.Item): Resolved {
    const left = item.origin ? this.struct(item.origin) : null;
    const right = item.rightOrigin ? this.struct(item.rightOrigin) : null;
    if (left instanceof Y.GC || right instanceof Y.GC) return 'gone';
    const homes = [left, right].filter((struct) => struct !== null).map((struct) => this.#home(struct));
    const [first, second] = homes;
    if (!first || first === 'gone' || second === 'gone') return 'gone';
    if (second && (second.parent !== first.parent || second.key !== first.key)) {
      throw new GateRefusal('malformed', 'neighbours of different parents');
    }
    return first;
  }

  #explicit(item: Y.Item): Resolved {
    // On the wire a parent is a root's name or an id; Yjs' types know only integrated items.
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return { parent, key: item.parentSub };
    if (!(parent instanceof Y.ID)) throw new GateRefusal('malformed', 'no parent');
    const holder = this.struct(parent);
    if (holder instanceof Y.GC || holder.content instanceof Y.ContentDeleted) return 'gone';
    if (!(holder.content instanceof Y.ContentType)) throw new GateRefusal('malformed', 'parent holds no type');
    if (holder.id.clock !== parent.clock) throw new GateRefusal('malformed', 'parent inside a run');
    return { parent: holder, key: item.parentSub };
  }
}

function storedHome(item: Y.Item): Resolved {
  const parent = item.parent;
  if (!(parent instanceof Y.AbstractType)) return 'gone';
  if (parent._item === null) return { parent: Y.findRootTypeKey(parent), key: item.parentSub };
  return { parent: parent._item, key: item.parentSub };
}

/** Roots a document may have at all; anything else is refused before Yjs would create it. */
export function isKnownRoot(root: string): boolean {
  return Object.hasOwn(ROOTS, root);
}
