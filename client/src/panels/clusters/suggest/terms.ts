import { LANGUAGE_CODES, type LanguageCode } from '@talkoot/i18n';
import { STOP_WORDS } from './stop-words.ts';
import { stemOf } from './stem.ts';

/** What a note is about: roots of its words, each with a word in which the note has it. */
export type Terms = ReadonlyMap<string, string>;

/** Shorter roots are found within too many words that have nothing to do with them; at an end stands what it is about. */
const HEAD = 4;
const TAIL = 3;

/** The terms of each text. Parts of long words count when they are words of their own somewhere in these texts. */
export function termsOf(texts: readonly string[], fallback: LanguageCode): Terms[] {
  const all = texts.map(
    (text) =>
      text
        .toLocaleLowerCase()
        .normalize('NFC')
        .match(/\p{L}{3,}/gu) ?? [],
  );
  const usual = languageOf(all.flat()) ?? fallback;
  const noted = all.map((words) => {
    const language = languageOf(words) ?? usual;
    const stops = STOP_WORDS.get(language);
    return words.filter((word) => !stops?.has(word)).map((word) => ({ word, stem: stemOf(word, language) }));
  });
  const stems = new Set(noted.flat().map(({ stem }) => stem));
  return noted.map((words) => {
    const terms = new Map<string, string>();
    for (const { word, stem } of words) {
      for (const part of [stem, ...partsOf(stem, stems)]) if (!terms.has(part)) terms.set(part, word);
    }
    return terms;
  });
}

/** The roots with which a longer one begins or ends, as compounds do. */
function partsOf(stem: string, stems: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  for (let length = TAIL; length <= stem.length - 2; length++) {
    const [head, tail] = [stem.slice(0, length), stem.slice(-length)];
    if (length >= HEAD && stems.has(head)) parts.push(head);
    if (stem.length - length >= HEAD && stems.has(tail)) parts.push(tail);
  }
  return parts;
}

/** The language whose small words these are; null when none of them tells. */
function languageOf(words: readonly string[]): LanguageCode | null {
  const counted = LANGUAGE_CODES.map((code) => ({
    code,
    count: words.filter((word) => STOP_WORDS.get(code)?.has(word)).length,
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  return first && first.count > (second?.count ?? 0) ? first.code : null;
}
