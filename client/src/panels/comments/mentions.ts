/** Somebody who can be mentioned. */
export interface Named {
  id: string;
  name: string;
}

/** A stretch of words: plain, or the name of somebody who is mentioned. */
export interface Part<P extends Named> {
  text: string;
  people: readonly P[];
}

const AT = '@';
const WORD = /[\p{L}\p{N}]/u;

/** The people whose name follows an `@`; of several names the longest, and all who go by it. */
function namedAt<P extends Named>(words: string, at: number, people: readonly P[]): readonly P[] {
  const before = words[at - 1];
  if (words[at] !== AT || (before !== undefined && WORD.test(before))) return [];
  const rest = words.slice(at + 1).toLocaleLowerCase();
  const fitting = people.filter(({ name }) => {
    const next = rest[name.length];
    return rest.startsWith(name.toLocaleLowerCase()) && (next === undefined || !WORD.test(next));
  });
  const longest = Math.max(0, ...fitting.map(({ name }) => name.length));
  return fitting.filter(({ name }) => name.length === longest);
}

/** Cuts words where they name somebody. */
export function partsOf<P extends Named>(words: string, people: readonly P[]): Part<P>[] {
  const parts: Part<P>[] = [];
  let plainFrom = 0;
  for (let at = words.indexOf(AT); at >= 0; at = words.indexOf(AT, at + 1)) {
    const named = namedAt(words, at, people);
    const [first] = named;
    if (!first) continue;
    if (at > plainFrom) parts.push({ text: words.slice(plainFrom, at), people: [] });
    plainFrom = at + AT.length + first.name.length;
    parts.push({ text: words.slice(at, plainFrom), people: named });
  }
  if (plainFrom < words.length) parts.push({ text: words.slice(plainFrom), people: [] });
  return parts;
}

/** Ids of everybody whom words name, each once. */
export function mentionedIn(words: string, people: readonly Named[]): string[] {
  return [...new Set(partsOf(words, people).flatMap((part) => part.people.map(({ id }) => id)))];
}

/** What is being typed after an `@` and where that stands; null when the caret is not in a name. */
export interface Asked {
  from: number;
  text: string;
}

/** Longer than this it is no name any more. */
const LONGEST = 60;

/** The beginning of a name before the caret. */
export function askedAt(words: string, caret: number): Asked | null {
  const from = words.lastIndexOf(AT, caret - 1);
  if (from < 0 || caret - from > LONGEST) return null;
  const before = words[from - 1];
  const text = words.slice(from + 1, caret);
  return (before !== undefined && WORD.test(before)) || /[\n@]|^\s/u.test(text) ? null : { from, text };
}

/** People whose name, or a later part of it, begins like what was typed; those who begin so first. */
export function offeredFor<P extends Named>(text: string, people: readonly P[]): P[] {
  const wanted = text.toLocaleLowerCase();
  const rank = ({ name }: P): number => {
    const low = name.toLocaleLowerCase();
    return low.startsWith(wanted) ? 0 : low.includes(` ${wanted}`) ? 1 : 2;
  };
  return people.filter((person) => rank(person) < 2).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
