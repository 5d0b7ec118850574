import * as Y from 'yjs';

/** One value in the row of a map key, as long as one clock. */
interface Unit {
  client: number;
  clock: number;
  origin: Y.ID | null;
  item: Y.Item;
}

/**
 * Which entry of a map key will count after the update: the fresh entries are put into the document's row by the
 * conflict rule of Yjs' `Item.integrate` for entries without a right neighbour. The last in the row is the value.
 * `current` is the document's last entry of the key; undefined when it has none.
 */
export function winnerOf(current: Y.Item | undefined, fresh: readonly Y.Item[]): Y.Item | undefined {
  const only = fresh[0];
  const follows = current && only?.origin && Y.compareIDs(only.origin, current.lastId);
  if (fresh.length === 1 && (follows || (!current && !only?.origin))) return only;
  return simulate(current, fresh);
}

function simulate(current: Y.Item | undefined, fresh: readonly Y.Item[]): Y.Item | undefined {
  const row: Unit[] = [];
  for (let item: Y.Item | null = current ?? null; item; item = item.left) row.unshift(...unitsOf(item));
  let waiting = fresh.flatMap(unitsOf);
  while (waiting.length > 0) {
    const later: Unit[] = [];
    for (const unit of waiting) {
      if (unit.origin === null || indexOf(row, unit.origin) >= 0) insert(row, unit);
      else later.push(unit);
    }
    // What never finds its left neighbour is refused elsewhere; here it cannot win.
    if (later.length === waiting.length) break;
    waiting = later;
  }
  return row.at(-1)?.item;
}

function unitsOf(item: Y.Item): Unit[] {
  const { client, clock } = item.id;
  return Array.from({ length: item.length }, (_, offset) => ({
    client,
    clock: clock + offset,
    origin: offset === 0 ? item.origin : Y.createID(client, clock + offset - 1),
    item,
  }));
}

function indexOf(row: readonly Unit[], id: Y.ID): number {
  return row.findIndex((unit) => unit.client === id.client && unit.clock === id.clock);
}

/** The loop of `Item.integrate`, on a plain row. */
function insert(row: Unit[], unit: Unit): void {
  const start = unit.origin === null ? 0 : indexOf(row, unit.origin) + 1;
  let left = start;
  const passed = new Set<Unit>();
  const conflicting = new Set<Unit>();
  for (let index = start; index < row.length; index++) {
    const other = row[index] as Unit;
    passed.add(other);
    conflicting.add(other);
    if (Y.compareIDs(unit.origin, other.origin)) {
      if (other.client >= unit.client) break;
      left = index + 1;
      conflicting.clear();
      continue;
    }
    const origin = other.origin === null ? undefined : row[indexOf(row, other.origin)];
    if (origin === undefined || !passed.has(origin)) break;
    if (!conflicting.has(origin)) {
      left = index + 1;
      conflicting.clear();
    }
  }
  row.splice(left, 0, unit);
}
