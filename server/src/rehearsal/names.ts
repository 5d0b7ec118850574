import { createI18n, type LanguageCode, type Translate, translatorOf } from '@talkoot/i18n';
import { LIMITS } from '@talkoot/protocol';

const words = createI18n('en');

function translator(language: LanguageCode): Translate {
  return translatorOf(words.cloneInstance({ lng: language }));
}

/** The title of a copy says what it is wherever it is shown. */
export function rehearsalTitle(title: string, language: LanguageCode): string {
  return translator(language)('rehearsal.copyTitle', { title }).slice(0, LIMITS.titleLength);
}

/** The name of a simulated person. */
export function personName(number: number, language: LanguageCode): string {
  return translator(language)('rehearsal.person', { number });
}
