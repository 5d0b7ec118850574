import type { BoardModel } from '@talkoot/board';
import type { Translate } from '@talkoot/i18n';
import { useEffect } from 'react';
import { useT } from '../ui/i18n.tsx';
import { useAnnounce } from '../ui/live-region.tsx';
import { ChangeDigest, type Digest } from './change-digest.ts';

/** Time for a burst of changes to be told as one, ms. */
const GATHER_MS = 1_500;

/** Tells people who listen what others change, at most every ten seconds. */
export function useDigest(model: BoardModel): void {
  const t = useT();
  const announce = useAnnounce();
  useEffect(() => {
    const digest = new ChangeDigest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const news = digest.take(performance.now());
      if (news) announce(wordsOf(news, t));
    };
    const stop = model.subscribe((change) => {
      digest.note(change);
      if (!digest.isEmpty) timer ??= setTimeout(tell, Math.max(GATHER_MS, digest.waitFrom(performance.now()) + 20));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [model, t, announce]);
}

/** "Others: 3 added, 1 deleted". */
export function wordsOf({ added, changed, deleted }: Digest, t: Translate): string {
  const parts = [
    added > 0 ? t('outline.othersAdded', { count: added }) : '',
    changed > 0 ? t('outline.othersChanged', { count: changed }) : '',
    deleted > 0 ? t('outline.othersDeleted', { count: deleted }) : '',
  ];
  return t('outline.changes', { parts: parts.filter(Boolean).join(', ') });
}
