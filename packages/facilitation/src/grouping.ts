import type { Grouping } from '@talkoot/protocol';
import { randomOf, shuffled } from './shuffle.ts';

/** How often two people were in one group. */
export type Met = Readonly<Record<string, number>>;

/** So many arrangements are tried when strangers are to meet. */
const TRIES = 300;

/**
 * Sizes of the groups for so many people: as many groups as it takes for `size`, sizes that differ by one at most, and
 * never somebody alone. Pairs with one too many make a group of three.
 */
export function groupSizes(people: number, size: number): number[] {
  if (people <= 0) return [];
  const count = Math.max(1, size === 2 ? Math.floor(people / 2) : Math.ceil(people / size));
  // Where that would leave somebody alone, fewer groups do.
  const groups = Math.max(1, Math.min(count, Math.floor(people / 2)));
  const [least, more] = [Math.floor(people / groups), people % groups];
  return Array.from({ length: groups }, (_, at) => least + (at < more ? 1 : 0));
}

export interface GroupingParts {
  people: readonly string[];
  size: number;
  by: Grouping;
  /** What the groups are mixed or sorted by, such as the role. */
  traitOf(id: string): string;
  /** Takes part from elsewhere, while others sit in the room. */
  isRemote?(id: string): boolean;
  /** The groups before, for `keep` and `merge`. */
  before: readonly (readonly string[])[];
  met: Met;
  seed: string;
}

/** Puts people into groups; everybody is in exactly one. */
export function groupPeople(parts: GroupingParts): string[][] {
  const { by, people, before } = parts;
  if (people.length === 0) return [];
  if ((by === 'keep' || by === 'merge') && before.length > 0)
    return kept(parts, by === 'merge' ? merged(before) : before);
  return withCompany(newGroups(parts), parts);
}

function newGroups(parts: GroupingParts): string[][] {
  const { by, people } = parts;
  const lot = shuffled(people, parts.seed);
  const sizes = groupSizes(people.length, parts.size);
  if (by === 'same') return cut(sortedBy(lot, parts.traitOf), sizes);
  if (by === 'diverse') return dealt(sortedBy(lot, parts.traitOf), sizes);
  return by === 'strangers' ? strangers(parts, sizes) : cut(lot, sizes);
}

/**
 * Nobody takes part from elsewhere alone in a group that sits in the room, where that can be: two such people change
 * places with people of the room, so that one has company. Each exchange leaves fewer alone.
 */
function withCompany(groups: string[][], { isRemote = () => false }: GroupingParts): string[][] {
  const next = groups.map((group) => [...group]);
  const remotes = (group: readonly string[]): string[] => group.filter(isRemote);
  const inRoom = (group: readonly string[]): string | undefined => group.find((id) => !isRemote(id));
  for (;;) {
    const alone = next.find((group) => remotes(group).length === 1 && group.length > 1);
    const others = next.filter((group) => group !== alone);
    const [one] = alone ? remotes(alone) : [];
    const company = others.find((group) => remotes(group).length > 0 && inRoom(group));
    const many = others.find((group) => remotes(group).length > 2);
    if (alone && one && company) swap(alone, one, company, inRoom(company) as string);
    else if (alone && many) swap(alone, inRoom(alone) as string, many, remotes(many)[0] as string);
    else return next;
  }
}

function swap(a: string[], fromA: string, b: string[], fromB: string): void {
  a[a.indexOf(fromA)] = fromB;
  b[b.indexOf(fromB)] = fromA;
}

/** Key of two people in {@link Met}. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Who has met after these groups. */
export function metAfter(met: Met, groups: readonly (readonly string[])[]): Met {
  const next = { ...met };
  for (const group of groups) {
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) next[pairKey(a, b)] = (next[pairKey(a, b)] ?? 0) + 1;
    }
  }
  return next;
}

function cut(people: readonly string[], sizes: readonly number[]): string[][] {
  let from = 0;
  return sizes.map((size) => {
    const group = people.slice(from, from + size);
    from += size;
    return group;
  });
}

/** One after another to each group, so that neighbours in the list come apart. */
function dealt(people: readonly string[], sizes: readonly number[]): string[][] {
  const groups: string[][] = sizes.map(() => []);
  let at = 0;
  for (const person of people) {
    while ((groups[at % groups.length] as string[]).length >= (sizes[at % groups.length] as number)) at++;
    (groups[at % groups.length] as string[]).push(person);
    at++;
  }
  return groups;
}

function sortedBy(people: readonly string[], traitOf: (id: string) => string): string[] {
  const traits = new Map(people.map((id) => [id, traitOf(id)]));
  return [...people].sort((a, b) =>
    (traits.get(a) ?? '') < (traits.get(b) ?? '') ? -1 : traits.get(a) === traits.get(b) ? 0 : 1,
  );
}

/** The arrangement, of many by lot, in which the fewest have met before. */
function strangers({ people, met, seed }: GroupingParts, sizes: readonly number[]): string[][] {
  const random = randomOf(seed);
  let best: string[][] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && least > 0; attempt++) {
    const groups = unmet(shuffled(people, `${seed} ${random()}`), sizes, met);
    const again = groups.reduce((sum, group) => sum + meetings(group, met), 0);
    if (again < least) [best, least] = [groups, again];
  }
  return best;
}

/** Fills each group with whoever has met its members least. */
function unmet(people: readonly string[], sizes: readonly number[], met: Met): string[][] {
  const left = [...people];
  return sizes.map((size) => {
    const group: string[] = left.splice(0, 1);
    while (group.length < size) {
      const costs = left.map((id) => group.reduce((sum, other) => sum + (met[pairKey(id, other)] ?? 0), 0));
      group.push(...left.splice(costs.indexOf(Math.min(...costs)), 1));
    }
    return group;
  });
}

function meetings(group: readonly string[], met: Met): number {
  return group.reduce(
    (sum, a, at) => sum + group.slice(at + 1).reduce((more, b) => more + (met[pairKey(a, b)] ?? 0), 0),
    0,
  );
}

/** Two groups become one; one too many joins the last. */
function merged(before: readonly (readonly string[])[]): string[][] {
  const pairs: string[][] = [];
  for (const [at, group] of before.entries()) {
    const last = pairs[pairs.length - 1];
    const alone = at === before.length - 1 && at % 2 === 0;
    if (last && (at % 2 === 1 || alone)) last.push(...group);
    else pairs.push([...group]);
  }
  return pairs;
}

/** Who left is out; who came joins the smallest group; a group of one joins another. */
function kept({ people, seed }: GroupingParts, before: readonly (readonly string[])[]): string[][] {
  const here = new Set(people);
  let groups = before.map((group) => group.filter((id) => here.has(id))).filter((group) => group.length > 0);
  const known = new Set(groups.flat());
  const smallest = () => groups.reduce((a, b) => (b.length < a.length ? b : a));
  if (groups.length === 0) groups = [[]];
  for (const id of shuffled(people, seed)) if (!known.has(id)) smallest().push(id);
  const alone = groups.filter((group) => group.length === 1);
  for (const group of alone) {
    if (groups.length === 1) break;
    groups = groups.filter((other) => other !== group);
    smallest().push(...group);
  }
  return groups;
}
