/**
 * The same list in an order by lot. Pure: the same seed gives the same order, so that a command carried out again after
 * a restart does the same.
 */
export function shuffled<Item>(list: readonly Item[], seed: string): Item[] {
  const random = randomOf(seed);
  const order = [...list];
  // Fisher and Yates.
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}

/** Numbers from 0 to 1 that follow from a seed: FNV-1a for the seed, mulberry32 for the numbers. */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
