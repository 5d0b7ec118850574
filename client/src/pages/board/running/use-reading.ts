import { LANGUAGES, type Language } from '@talkoot/protocol';
import { useMemo } from 'react';
import { useLanguage, useT } from '../../../ui/i18n.tsx';
import type { Reading } from './step-words.ts';

/** How this person reads the words of steps of a workshop in this language. */
export function useReading(workshop: Language): Reading {
  const t = useT();
  const [language] = useLanguage();
  return useMemo(() => ({ t, languages: [...new Set([language, workshop, ...LANGUAGES])] }), [t, language, workshop]);
}
