import type { BoardModel } from '@talkoot/board';
import type { Translate } from '@talkoot/i18n';
import { useEffect } from 'react';
import { useAnnounce } from '../ui/live-region.tsx';
import { ChangeDigest, type Digest } from './change-digest.ts';
import { frameName, type WordsEnv } from './outline-words.ts';

/** Time for a burst of changes to be told as one, ms. */
const GATHER_MS = 1_500;

/** Tells people who listen what others change, at most every ten seconds. */
export function useDigest({ model, t }: Pick<WordsEnv, 'model' | 't'>): void {
  const announce = useAnnounce();
  useEffect(() => {
    const digest = new ChangeDigest(model);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const news = digest.take(performance.now());
      if (news) announce(digestWords(news, model, t));
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

/** "Others: 3 elements added (frame Start, 2 people), 1 moved". */
export function digestWords(digest: Digest, model: BoardModel, t: Translate): string {
  const { added, changed, moved, deleted } = digest;
  const parts = [
    added > 0 ? additionWords(digest, model, t) : '',
    changed > 0 ? t('outline.othersChanged', { count: changed }) : '',
    moved > 0 ? t('outline.othersMoved', { count: moved }) : '',
    deleted > 0 ? t('outline.othersDeleted', { count: deleted }) : '',
  ];
  return t('outline.changes', { parts: parts.filter(Boolean).join(', ') });
}

function additionWords({ added, addedIn, addedBy }: Digest, model: BoardModel, t: Translate): string {
  const what = t('outline.othersAdded', { count: added });
  const where = [
    ...(addedIn && model.get(addedIn) ? [t('outline.inFrame', { frame: frameName(model, addedIn, t) })] : []),
    ...(addedBy > 0 ? [t('outline.byPeople', { count: addedBy })] : []),
  ];
  return where.length > 0 ? t('outline.whereBy', { what, where: where.join(', ') }) : what;
}
