import { pickLanguage } from '@talkoot/i18n';
import { useMemo } from 'react';
import { useSession } from '../../pages/board/use-session.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { judgedWords, resultsByElement } from './result-words.ts';

/** What rounds say of each element that was judged, in words. */
export function useJudged(session: BoardSession): ReadonlyMap<string, readonly string[]> {
  const t = useT();
  const [language] = useLanguage();
  const { rounds } = useSession(session).view();
  return useMemo(
    () =>
      new Map(
        [...resultsByElement(rounds)].map(([id, judged]) => [id, judgedWords(judged, pickLanguage([language]), t)]),
      ),
    [rounds, language, t],
  );
}
