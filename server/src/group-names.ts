import { createI18n, groupNameIn, type LanguageCode, translatorOf } from '@talkoot/i18n';

const words = createI18n('en');

/** A group's name in a language: the one it was given, or its number. */
export function groupName(name: string, language: LanguageCode): string {
  return groupNameIn(name, translatorOf(words.cloneInstance({ lng: language })));
}
