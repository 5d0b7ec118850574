import { type LanguageCode, pickLanguage, type Translate, translatorOf } from '@talkoot/i18n';
import type { i18n } from 'i18next';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { keepLanguage } from './preferences.ts';
import { toastProblem } from './toasts.tsx';
import { changeWords } from './words.ts';

/** Gives the words to everything below. */
export function LanguageProvider({ words: instance, children }: { words: i18n; children: ReactNode }): ReactNode {
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

/** The language in use and the way to change it for this person on this device. */
export function useLanguage(): [LanguageCode, (language: LanguageCode) => void] {
  const { i18n } = useTranslation();
  const change = useCallback(
    (language: LanguageCode) => {
      changeWords(i18n, language).then(
        () => keepLanguage(language),
        () => toastProblem(translatorOf(i18n)('problem.unreachable')),
      );
    },
    [i18n],
  );
  return [pickLanguage([i18n.language]), change];
}
