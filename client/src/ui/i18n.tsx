import {
  createI18n,
  LANGUAGE_CODES,
  type LanguageCode,
  pickLanguage,
  type Translate,
  translatorOf,
} from '@talkoot/i18n';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { firstLanguage, keepLanguage } from './preferences.ts';

/** Gives the words to everything below. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [instance] = useState(() => createI18n(firstLanguage()));
  useEffect(() => {
    const follow = (language: string): void => {
      document.documentElement.lang = language;
    };
    follow(instance.language);
    instance.on('languageChanged', follow);
    return () => instance.off('languageChanged', follow);
  }, [instance]);
  return <I18nextProvider i18n={instance}>{children}</I18nextProvider>;
}

/** The typed `t`; another function after the language changed, so it is a good dependency of memos. */
export function useT(): Translate {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what t answers depends on the language
  return useMemo(() => translatorOf(i18n), [i18n, language]);
}

/** Adds words that come with a page, such as those that element kinds carry, before anything below is drawn. */
export function useMoreMessages(areas: readonly Record<LanguageCode, Record<string, string>>[]): void {
  const { i18n } = useTranslation();
  useState(() => {
    for (const area of areas) {
      for (const code of LANGUAGE_CODES) i18n.addResources(code, 'translation', area[code]);
    }
  });
}

/** The language in use and the way to change it for this person on this device. */
export function useLanguage(): [LanguageCode, (language: LanguageCode) => void] {
  const { i18n } = useTranslation();
  const change = useCallback(
    (language: LanguageCode) => {
      keepLanguage(language);
      void i18n.changeLanguage(language);
    },
    [i18n],
  );
  return [pickLanguage([i18n.language]), change];
}
