import type { LanguageCode } from '@talkoot/i18n';
import { useMemo } from 'react';
import { useLanguage, useT } from '../../../ui/i18n.tsx';
import type { Reading } from './step-words.ts';

/** How this person reads the words of steps. */
export function useReading(workshop: LanguageCode): Reading {
  const t = useT();
  const [language] = useLanguage();
  return useMemo(() => ({ t, language, workshop }), [t, language, workshop]);
}
