import type { BoardElement, BoardModel, End } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import type { MessageKey, Translate, TypeMessageKey } from '@talkoot/i18n';
import type { CommentCount } from '../sync/comments.ts';

/** What the words of a line are made from. */
export interface WordsEnv {
  model: BoardModel;
  t: Translate;
  /** Name of a participant; undefined when nobody may know it. */
  nameOf(participantId: string): string | undefined;
  /** How many comments stand on each element that has some. */
  said: ReadonlyMap<string, CommentCount>;
  /** What rounds say of each element that was judged. */
  judged: ReadonlyMap<string, readonly string[]>;
}

/** Words of another element within a line: no longer than this, letters. */
const SHORT = 60;

/** What stands for the words of an element that has none: its kind, when no words are to be expected. */
export function noWordsKey({ kind }: BoardElement): MessageKey | TypeMessageKey {
  const type = ELEMENT_TYPES.get(kind);
  return type && !type.text ? type.nameKey : 'outline.noWords';
}

/** An element in its own words, or what is said when it has none. */
export function wordsOf(element: BoardElement | undefined, none: string): string {
  const words = element && ELEMENT_TYPES.get(element.kind)?.outlineWords(element);
  return words || none;
}

/** The word for one of an element's kind. */
export function kindOf(element: BoardElement, t: Translate): string {
  const type = ELEMENT_TYPES.get(element.kind);
  return type ? t(type.nameKey) : '';
}

/** So many of each kind, as "3 notes, 1 image"; kinds that nobody registers are left out. */
export function countWords(kinds: Iterable<string>, t: Translate): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const types = [...ELEMENT_TYPES.values()].filter(({ kind }) => counts.has(kind));
  return types.map(({ kind, countKey }) => t(countKey, { count: counts.get(kind) ?? 0 })).join(', ');
}

/** The same of elements by their ids. */
export function countOf(model: BoardModel, ids: Iterable<string>, t: Translate): string {
  return countWords(
    [...ids].map((id) => model.get(id)?.kind ?? ''),
    t,
  );
}

/** The title of a frame, without its question. */
export function frameName(model: BoardModel, id: string, t: Translate): string {
  const frame = model.get(id);
  return shortened(wordsOf(frame && { ...frame, fields: {} }, t('outline.untitled')));
}

/** An element named within the line of another: its words in short, or its kind. */
export function shortWords(element: BoardElement, { model, t }: WordsEnv): string {
  if (model.kindOf(element.id)?.container) return frameName(model, element.id, t);
  return shortened(wordsOf(element, kindOf(element, t)));
}

export function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('').trimEnd()}…` : line;
}

/** The elements at both ends of one that connects; null for a free end; undefined for kinds that do not connect. */
export function joinedBy(model: BoardModel, element: BoardElement): (BoardElement | null)[] | undefined {
  return model.kindOf(element.id)?.connects?.ends.map((field) => {
    const { element: id } = element.fields[field] as End;
    return (id === null ? undefined : model.get(id)) ?? null;
  });
}

/** How many others an element is joined with, counted by line. */
export function linkCount(model: BoardModel, id: string): number {
  return model.connectionsOf(id).size;
}

/** What an element is joined with: "to: B", "from: C"; of one that connects: "A → B". */
export function linkWords(element: BoardElement, env: WordsEnv): string[] {
  const { model, t } = env;
  if (joinedBy(model, element)) return [wayWords(element, env)];
  return [...model.connectionsOf(element.id)].flatMap((id) => {
    const line = model.get(id);
    const [from, to] = (line && joinedBy(model, line)) ?? [];
    if (!line) return [];
    const [key, other] =
      from?.id === element.id ? (['outline.linkTo', to] as const) : (['outline.linkFrom', from] as const);
    return [t(key, { words: other ? shortWords(other, env) : t('outline.freeEnd') })];
  });
}

function wayWords(element: BoardElement, env: WordsEnv): string {
  const [from, to] = (joinedBy(env.model, element) ?? []).map((end) =>
    end ? shortWords(end, env) : env.t('outline.freeEnd'),
  );
  return env.t('outline.way', { from: from ?? '', to: to ?? '' });
}

/** A line's words as they are seen, and the rest that only its name says. */
export interface LineWords {
  /** The element's own words, or what is said instead. */
  words: string;
  /** Below the words: who wrote it, its tags, how many links it has. */
  seen: string[];
  /** Kind, frame, place among its siblings. */
  unseen: string[];
}

/**
 * "More time for customers. by Aino, 2 links, Sticky note, frame Start, 2 of 5"; a line between two others:
 * "leads to. Connector: A → B, …". What is seen comes first and in the same words: who speaks to the device says what
 * they see (WCAG 2.5.3).
 */
export function lineWords(element: BoardElement, at: { index: number; count: number }, env: WordsEnv): LineWords {
  const { model, t } = env;
  const container = model.kindOf(element.id)?.container === true;
  const author = element.author === null ? undefined : env.nameOf(element.author);
  const links = linkCount(model, element.id);
  const said = env.said.get(element.id)?.all ?? 0;
  const bundled = model.bundleOf(element.id).size;
  const kind = joinedBy(model, element)
    ? t('outline.kindOfWay', { kind: kindOf(element, t), way: wayWords(element, env) })
    : kindOf(element, t);
  const instead = joinedBy(model, element) ? kind : t(container ? 'outline.untitled' : noWordsKey(element));
  const words = wordsOf(element, instead);
  const { frame } = element.place;
  return {
    words,
    seen: [
      ...(author ? [t('outline.by', { name: author })] : []),
      ...(element.tags.length > 0 ? [tagWords(element)] : []),
      ...(env.judged.get(element.id) ?? []),
      ...(element.scope === 'mine' ? [t('outline.onlyYou')] : []),
      ...remarksOf(element, t),
      ...(bundled > 0 ? [t('outline.bundled', { count: bundled })] : []),
      ...(links > 0 ? [t('outline.links', { count: links })] : []),
      ...(said > 0 ? [t('comments.count', { count: said })] : []),
    ],
    unseen: [
      ...(words === kind ? [] : [kind]),
      frame !== null && model.get(frame)
        ? t('outline.inFrame', { frame: frameName(model, frame, t) })
        : t('outline.onBoard'),
      ...(author ? [] : [t('outline.byNobody')]),
      t('outline.position', at),
      ...(element.locked ? [t('outline.locked')] : []),
    ],
  };
}

/** What else there is to know of an element, as that a frame is copied. */
function remarksOf(element: BoardElement, t: Translate): string[] {
  return (ELEMENT_TYPES.get(element.kind)?.remarks?.(element) ?? []).map((key) => t(key));
}

/** The tags of an element as they stand on it. */
export function tagWords({ tags }: BoardElement): string {
  return tags.map((tag) => `#${tag}`).join(' ');
}

/** The name of a line for those who hear it. */
export function nameOfLine({ words, seen, unseen }: LineWords, t: Translate): string {
  return t('outline.name', { words, details: [...seen, ...unseen].join(', ') });
}
