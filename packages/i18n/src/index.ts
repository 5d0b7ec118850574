import i18next, { type i18n } from 'i18next';
import { LANGUAGE_CODES, type LanguageCode } from './languages.ts';
import { AREAS } from './messages/index.ts';

export { type AreaMessages, defineMessages } from './define.ts';
export { LANGUAGE_CODES, type LanguageCode } from './languages.ts';

type Area = (typeof AREAS)[number];
type KeysOf<A> = A extends { en: Record<infer K, string> } ? K : never;
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** Every message key of the product, plural endings left off. */
export type MessageKey = WithoutPlural<KeysOf<Area>> & string;

/** All messages of a language as one flat table. */
export function messagesOf(language: LanguageCode): Record<string, string> {
  return Object.assign({}, ...AREAS.map((area) => area[language]));
}

/**
 * A translator with every message loaded. `more` adds messages of types (element kinds, step types), which
 * carry their own words.
 */
export function createI18n(language: LanguageCode, more: Record<LanguageCode, Record<string, string>>[] = []): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: Object.fromEntries(
      LANGUAGE_CODES.map((code) => [
        code,
        { translation: Object.assign({}, messagesOf(code), ...more.map((area) => area[code])) },
      ]),
    ),
  });
  return instance;
}

/** The best of our languages for what a browser says it prefers (`Accept-Language` or navigator.languages). */
export function pickLanguage(preferred: readonly string[]): LanguageCode {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    const found = LANGUAGE_CODES.find((code) => code === base);
    if (found) return found;
  }
  return 'fi';
}
