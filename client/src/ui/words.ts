import { createI18n, type LanguageCode, pickLanguage } from '@talkoot/i18n';
import type { i18n } from 'i18next';

type Words = () => Promise<{ words: Record<string, string> }>;

/** The words of each language, those of the first picture and the others; a browser loads the language that it shows. */
const LOADERS: Record<LanguageCode, { first: Words; later: Words }> = {
  fi: { first: () => import('virtual:words/fi'), later: () => import('virtual:words/fi/later') },
  sv: { first: () => import('virtual:words/sv'), later: () => import('virtual:words/sv/later') },
  en: { first: () => import('virtual:words/en'), later: () => import('virtual:words/en/later') },
};

/** The translator of this page, once it has words. */
let started: i18n | null = null;
/** Something is shown, or will be, that needs more than the words of the first picture. */
let needsAll = false;

/** A translator that has the first picture's words of this language; the others come with {@link allWords}. */
export async function startWords(language: LanguageCode): Promise<i18n> {
  const instance = createI18n(language);
  await addWords(instance, language, 'first');
  instance.options.saveMissing = true;
  instance.on('missingKey', (_languages, _table, key) => console.error(`No words for ${key}`));
  started = instance;
  return instance;
}

/** Every word of the language in use; whatever is not in the first picture waits for this. */
export async function allWords(): Promise<void> {
  needsAll = true;
  if (started) await addWords(started, pickLanguage([started.language]), 'later');
}

/** Changes the language once its words are there. Rejects when they cannot be had; then nothing changes. */
export async function changeWords(instance: i18n, language: LanguageCode): Promise<void> {
  await addWords(instance, language, 'first');
  if (needsAll) await addWords(instance, language, 'later');
  await instance.changeLanguage(language);
}

/** Every word of a language, whatever is in use: for what is written in several languages. */
export async function wordsOfLanguage(language: LanguageCode): Promise<Record<string, string>> {
  const { first, later } = LOADERS[language];
  const [now, then] = await Promise.all([first(), later()]);
  return { ...now.words, ...then.words };
}

async function addWords(instance: i18n, language: LanguageCode, part: 'first' | 'later'): Promise<void> {
  instance.addResources(language, 'translation', (await LOADERS[language][part]()).words);
}
