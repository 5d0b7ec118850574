import * as Y from 'yjs';
import { GateRefusal } from './decode.ts';

/** Most comparisons one row may cost: honest updates need some thousands. */
const MOST_STEPS = 2_000_000;

/** A run of one client's clocks in a row. */
interface Piece {
  client: number;
  clock: number;
  length: number;
  origin: Y.ID | null;
  right: Y.ID | null;
  item: Y.Item;
  next: Piece | null;
}

/**
 * The entries of one text or of one map key in their order, deleted ones among them. Fresh ones are put in as
 * `Item.integrate` of Yjs will do it (YATA, Nicolaescu et al. 2016). SPEC G16: what is put in must have stood between
 * two neighbours in a copy its author may have had; otherwise the order in which updates arrive would decide, and
 * copies would differ for ever.
 */
export class Row {
  #first: Piece | null = null;
  #last: Piece | null = null;
  readonly #byClient = new Map<number, Piece[]>();
  #steps = 0;

  /** The row as stored, from its first entry on. */
  constructor(first: Y.Item | null | undefined) {
    for (let item = first ?? null; item; item = item.right) this.#link(pieceOf(item), this.#last);
  }

  /** The entry at the right end: of a map key, the one that counts. */
  get last(): Y.Item | undefined {
    return this.#last?.item;
  }

  /** Puts fresh entries in, each after those it stands beside. Throws when one cannot have been written so. */
  insertAll(fresh: readonly Y.Item[]): void {
    let waiting = fresh;
    while (waiting.length > 0) {
      const later = waiting.filter((item) => !this.#insert(pieceOf(item)));
      if (later.length === waiting.length) throw new GateRefusal('malformed', 'neighbour in another row');
      waiting = later;
    }
  }

  /** False when a neighbour is not here yet. */
  #insert(piece: Piece): boolean {
    // The right one first: both may lie in one piece, and the left one is what ends up in front.
    const right = piece.right === null ? null : this.#startingWith(piece.right);
    const left = piece.origin === null ? null : this.#endingWith(piece.origin);
    if (left === undefined || right === undefined) return false;
    this.#checkNeighbours(piece, left, right);
    this.#link(piece, this.#leftOf(piece, left, right));
    return true;
  }

  /** The loop of `Item.integrate`. */
  #leftOf(piece: Piece, start: Piece | null, right: Piece | null): Piece | null {
    let left = start;
    const passed = new Set<Piece>();
    let conflicting = new Set<Piece>();
    for (let other = this.#after(start); other !== null && other !== right; other = other.next) {
      this.#step();
      passed.add(other);
      conflicting.add(other);
      if (Y.compareIDs(piece.origin, other.origin)) {
        if (other.client < piece.client) {
          left = other;
          conflicting = new Set();
        } else if (Y.compareIDs(piece.right, other.right)) break;
        continue;
      }
      const origin = other.origin === null ? undefined : this.#at(other.origin);
      if (origin === undefined || !passed.has(origin)) break;
      if (conflicting.has(origin)) continue;
      left = other;
      conflicting = new Set();
    }
    return left;
  }

  #checkNeighbours(piece: Piece, left: Piece | null, right: Piece | null): void {
    const between: Piece[] = [];
    for (let other = this.#after(left); other !== right; other = other.next) {
      this.#step();
      if (other === null) throw new GateRefusal('malformed', 'neighbours in the wrong order');
      between.push(other);
    }
    if (between.length === 0) return;
    const known = this.#knownTo(piece);
    if (between.some((other) => other.clock < (known.get(other.client) ?? 0))) {
      throw new GateRefusal('malformed', 'neighbours with something between');
    }
  }

  /** What the author must have had, by client: own entries, the neighbours, and whatever those stand on. */
  #knownTo(piece: Piece): Map<number, number> {
    const known = new Map<number, number>();
    const open: Y.ID[] = [];
    const need = (id: Y.ID | null): void => {
      if (id !== null) open.push(id);
    };
    if (piece.clock > 0) need(Y.createID(piece.client, piece.clock - 1));
    need(piece.origin);
    need(piece.right);
    for (let id = open.pop(); id; id = open.pop()) {
      const from = known.get(id.client) ?? 0;
      if (id.clock < from) continue;
      known.set(id.client, id.clock + 1);
      for (const other of this.#byClient.get(id.client) ?? []) {
        this.#step();
        if (other.clock > id.clock) break;
        if (other.clock < from) continue;
        need(other.origin);
        need(other.right);
      }
    }
    return known;
  }

  #after(left: Piece | null): Piece | null {
    return left === null ? this.#first : left.next;
  }

  #link(piece: Piece, left: Piece | null): void {
    piece.next = this.#after(left);
    if (left === null) this.#first = piece;
    else left.next = piece;
    if (piece.next === null) this.#last = piece;
    let own = this.#byClient.get(piece.client);
    if (!own) {
      own = [];
      this.#byClient.set(piece.client, own);
    }
    let at = own.length;
    while (at > 0 && (own[at - 1] as Piece).clock > piece.clock) at--;
    own.splice(at, 0, piece);
  }

  #at(id: Y.ID): Piece | undefined {
    const own = this.#byClient.get(id.client) ?? [];
    let low = 0;
    let high = own.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const piece = own[middle] as Piece;
      if (id.clock < piece.clock) high = middle - 1;
      else if (id.clock >= piece.clock + piece.length) low = middle + 1;
      else return piece;
    }
    return undefined;
  }

  #endingWith(id: Y.ID): Piece | undefined {
    const piece = this.#at(id);
    if (piece) this.#split(piece, id.clock + 1 - piece.clock);
    return piece;
  }

  #startingWith(id: Y.ID): Piece | undefined {
    const piece = this.#at(id);
    if (piece) this.#split(piece, id.clock - piece.clock);
    return this.#at(id);
  }

  #split(piece: Piece, at: number): void {
    if (at <= 0 || at >= piece.length) return;
    const { client, clock, length, right, item } = piece;
    const rest = { client, clock: clock + at, length: length - at, right, item, next: null };
    piece.length = at;
    this.#link({ ...rest, origin: Y.createID(client, clock + at - 1) }, piece);
  }

  #step(): void {
    if (++this.#steps > MOST_STEPS) throw new GateRefusal('tooLarge', 'too many neighbours');
  }
}

function pieceOf(item: Y.Item): Piece {
  const { id, length, origin, rightOrigin } = item;
  return { client: id.client, clock: id.clock, length, origin, right: rightOrigin, item, next: null };
}

/**
 * Which entry of a map key will count after the update. `current` is the document's last entry of the key; undefined
 * when it has none.
 */
export function winnerOf(current: Y.Item | undefined, fresh: readonly Y.Item[]): Y.Item | undefined {
  const [only] = fresh;
  if (fresh.length === 1 && only && standsBeside(only, current ?? null, null)) return only;
  let first = current;
  while (first?.left) first = first.left;
  const row = new Row(first);
  row.insertAll(fresh);
  return row.last;
}

/** Checks words that come into a text of which `holder` is the item, of the document or of the update. */
export function checkWordsRow(holder: Y.Item | null, fresh: readonly Y.Item[], structAt: (id: Y.ID) => unknown): void {
  if (!(holder?.content instanceof Y.ContentType) || holder.deleted) return;
  const first = holder.content.type._start;
  const [only] = fresh;
  if (fresh.length === 1 && only) {
    const left = only.origin && structAt(only.origin);
    if (standsBeside(only, left instanceof Y.Item ? left : null, first)) return;
  }
  new Row(first).insertAll(fresh);
}

/** Whether a fresh entry comes between two stored ones that stand side by side now: nothing more is to be asked. */
function standsBeside(item: Y.Item, left: Y.Item | null, first: Y.Item | null): boolean {
  const { origin, rightOrigin } = item;
  if ((left === null) !== (origin === null)) return false;
  if (left && origin && !Y.compareIDs(origin, left.lastId)) {
    const { client, clock } = origin;
    const within = client === left.id.client && clock >= left.id.clock && clock < left.lastId.clock;
    return within && rightOrigin?.client === client && rightOrigin.clock === clock + 1;
  }
  const next = left === null ? first : left.right;
  return next === null ? rightOrigin === null : rightOrigin !== null && Y.compareIDs(rightOrigin, next.id);
}
