import { createI18n, type LanguageCode } from '@talkoot/i18n';
import type { i18n } from 'i18next';

/** The words of each language; a browser loads those that it shows. */
const LOADERS: Record<LanguageCode, () => Promise<{ words: Record<string, string> }>> = {
  fi: () => import('virtual:words/fi'),
  sv: () => import('virtual:words/sv'),
  en: () => import('virtual:words/en'),
};

/** A translator that has the words of this language. */
export async function startWords(language: LanguageCode): Promise<i18n> {
  const instance = createI18n(language);
  await addWords(instance, language);
  return instance;
}

/** Changes the language once its words are there. Rejects when they cannot be had; then nothing changes. */
export async function changeWords(instance: i18n, language: LanguageCode): Promise<void> {
  await addWords(instance, language);
  await instance.changeLanguage(language);
}

async function addWords(instance: i18n, language: LanguageCode): Promise<void> {
  instance.addResources(language, 'translation', (await LOADERS[language]()).words);
}
