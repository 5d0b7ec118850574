import i18next, { type i18n } from 'i18next';
import { formatNumber } from './format.ts';
import { LANGUAGE_CODES, type LanguageCode } from './languages.ts';
import { AREAS } from './messages/index.ts';

export { type AreaMessages, defineMessages } from './define.ts';
export { formatClock, formatDate, formatDay, formatNumber, formatTime } from './format.ts';
export { groupNameIn } from './group-name.ts';
export { LANGUAGE_CODES, type LanguageCode } from './languages.ts';

type Area = (typeof AREAS)[number];
type KeysOf<A> = A extends { en: Record<infer K, string> } ? K : never;
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** Every message key of the product, plural endings left off. */
export type MessageKey = WithoutPlural<KeysOf<Area>> & string;
/** Words that a type carries itself (an element kind, an export format, a step); `more` of {@link createI18n} brings them. */
export type TypeMessageKey = `kind.${string}` | `format.${string}` | `step.${string}.${string}`;
/** Values for the placeholders of a message; `count` chooses the plural form. */
export type MessageValues = Readonly<Record<string, string | number>>;
/** Turns a key into words of the language in use. */
export type Translate = (key: MessageKey | TypeMessageKey, values?: MessageValues) => string;

/** All messages of a language as one flat table. */
export function messagesOf(language: LanguageCode): Record<string, string> {
  return Object.assign({}, ...AREAS.map((area) => area[language]));
}

/**
 * A translator with every message loaded. `more` adds messages of types (element kinds, export formats, steps), which
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

/**
 * The typed `t` of an instance; follows its language when that changes. Numbers among the values are written as
 * the language writes them, and `count` still chooses the plural form.
 */
export function translatorOf(instance: i18n): Translate {
  return (key, values) => {
    if (!values) return instance.t(key);
    const language = pickLanguage([instance.language]);
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatNumber(value, language) : value,
    ]);
    return instance.t(key, { ...values, replace: Object.fromEntries(written) });
  };
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
