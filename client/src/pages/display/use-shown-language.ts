import type { LanguageCode } from '@talkoot/i18n';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeWords } from '../../ui/words.ts';

/** Shows the page in a language without remembering it: the browser of a screen is often somebody's own. */
export function useShownLanguage(language: LanguageCode | undefined): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    if (!language || i18n.language === language) return;
    changeWords(i18n, language).catch((error: unknown) => {
      // The words that are there go on.
      console.warn('words did not come', error);
    });
  }, [i18n, language]);
}
