import { createI18n, type LanguageCode, pickLanguage, type Translate, translatorOf } from '@talkoot/i18n';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { firstLanguage, keepLanguage } from './preferences.ts';

/** Gives the words to everything below. `more`: the messages that element kinds carry. */
export function LanguageProvider(props: {
  more?: Parameters<typeof createI18n>[1];
  children: ReactNode;
}): ReactNode {
  const [instance] = useState(() => createI18n(firstLanguage(), props.more));
  useEffect(() => {
    const follow = (language: string): void => {
      document.documentElement.lang = language;
    };
    follow(instance.language);
    instance.on('languageChanged', follow);
    return () => instance.off('languageChanged', follow);
  }, [instance]);
  return <I18nextProvider i18n={instance}>{props.children}</I18nextProvider>;
}

/** The typed `t`; another function after the language changed, so it is a good dependency of memos. */
export function useT(): Translate {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what t answers depends on the language
  return useMemo(() => translatorOf(i18n), [i18n, language]);
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
