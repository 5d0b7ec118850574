/** Most elements and characters written in one transaction: a fraction of the largest update the server takes. */
const ELEMENTS = 100;
const CHARACTERS = 20_000;

/** Cuts work on many elements into portions that each fit into one update, however long their words are. */
export function inPortions<T>(items: Iterable<T>, charactersOf: (item: T) => number): T[][] {
  const portions: T[][] = [];
  let room = 0;
  for (const item of items) {
    const characters = charactersOf(item);
    const last = portions.at(-1);
    if (last && last.length < ELEMENTS && characters <= room) last.push(item);
    else {
      portions.push([item]);
      room = CHARACTERS;
    }
    room -= characters;
  }
  return portions;
}
