import type { LanguageCode } from './languages.ts';

/** Messages of one area: flat keys, the same in every language. Plurals end in `_one` and `_other`. */
export type AreaMessages<K extends string> = Record<LanguageCode, Record<K, string>>;

/** Declares the messages of one area; the compiler refuses a key that a language lacks. */
export function defineMessages<K extends string>(messages: AreaMessages<K>): AreaMessages<K> {
  return messages;
}
