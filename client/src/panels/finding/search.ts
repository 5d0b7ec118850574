import type { BoardElement, BoardModel } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { type Folded, fold, includesTerm, termsOf } from '../../ui/folding.ts';

/** What is looked for. Empty words and null match everything. */
export interface SearchQuery {
  words: string;
  /** Participant who wrote it. */
  author: string | null;
  tag: string | null;
  /** Stands in this frame, however deep, or is it. */
  frame: string | null;
  kind: string | null;
}

export const EMPTY_QUERY: SearchQuery = { words: '', author: null, tag: null, frame: null, kind: null };

/** Elements are never changed in place: another reading of one is another object. */
const kept = new WeakMap<BoardElement, Folded>();

function foldedWordsOf(element: BoardElement): Folded {
  const known = kept.get(element);
  if (known) return known;
  const folded = fold([wordsOf(element), ...element.tags].join('\n'));
  kept.set(element, folded);
  return folded;
}

/** The words by which an element is found. */
export function wordsOf(element: BoardElement): string {
  return ELEMENT_TYPES.get(element.kind)?.outlineWords(element) ?? element.text;
}

/** Whether nothing is asked for at all. */
export function isEmptyQuery({ words, author, tag, frame, kind }: SearchQuery): boolean {
  return words.trim() === '' && author === null && tag === null && frame === null && kind === null;
}

/** Which of these elements match, in the order given. All words must be there, in any order. */
export function search(elements: Iterable<BoardElement>, model: BoardModel, query: SearchQuery): BoardElement[] {
  const { author, tag, frame, kind } = query;
  const terms = termsOf(query.words);
  const inside = frame === null ? null : new Set([frame, ...model.descendantsOf(frame)]);
  const hits: BoardElement[] = [];
  for (const element of elements) {
    if (kind !== null && element.kind !== kind) continue;
    if (author !== null && element.author !== author) continue;
    if (tag !== null && !element.tags.includes(tag)) continue;
    if (inside && !inside.has(element.id)) continue;
    const words = foldedWordsOf(element);
    if (terms.every((term) => includesTerm(words, term))) hits.push(element);
  }
  return hits;
}

/** Answers for a text whether it holds all words of a query, as {@link search} takes them. */
export function matcherOf(query: string): (text: string) => boolean {
  const terms = termsOf(query);
  return (text) => {
    const folded = fold(text);
    return terms.every((term) => includesTerm(folded, term));
  };
}

/** A piece of words, and whether it was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Letters kept before the first hit when the words are long. */
const LEAD = 28;
const LONGEST = 160;

/** The words around the first hit, in pieces for showing what was found in them. */
export function piecesOf(words: string, query: string): Piece[] {
  const letters = [...words.normalize('NFC').replace(/\s+/g, ' ')];
  const hits = hitLetters(letters, termsOf(query));
  const first = hits.indexOf(true);
  const from = first > LEAD * 2 ? first - LEAD : 0;
  const pieces: Piece[] = from > 0 ? [{ text: '…', hit: false }] : [];
  for (let at = from; at < Math.min(letters.length, from + LONGEST); at++) {
    const last = pieces.at(-1);
    const hit = hits[at] ?? false;
    if (last?.hit === hit) last.text += letters[at];
    else pieces.push({ text: letters[at] as string, hit });
  }
  return pieces;
}

/** Which letters belong to something that was looked for. */
function hitLetters(letters: readonly string[], terms: readonly Folded[]): boolean[] {
  const folded = letters.map(fold);
  const hits = letters.map(() => false);
  for (const term of terms) {
    const form = term.marked === term.bare ? 'bare' : 'marked';
    const whole = folded.map((letter) => letter[form]).join('');
    // Where each letter begins in `whole`: some, as "ﬁ" or "İ", become more or fewer when they are folded.
    const starts: number[] = [];
    let length = 0;
    for (const letter of folded) {
      starts.push(length);
      length += letter[form].length;
    }
    for (let found = whole.indexOf(term[form]); found >= 0; found = whole.indexOf(term[form], found + 1)) {
      starts.forEach((start, at) => {
        if (start >= found && start < found + term[form].length) hits[at] = true;
      });
    }
  }
  return hits;
}
