import type { BoardModel } from '@talkoot/board';
import type { Translate } from '@talkoot/i18n';
import { useEffect } from 'react';
import { useAnnounce } from '../ui/live-region.tsx';
import { type Aspect, ChangeDigest, type Digest, EDITED } from './change-digest.ts';
import { countWords, frameName, type WordsEnv } from './outline-words.ts';

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

/** "Others: added: 3 notes (frame Start, 2 people); moved: 1 image". */
export function digestWords(digest: Digest, model: BoardModel, t: Translate): string {
  const { added, changed, moved, deleted } = digest;
  const parts = [
    added.length > 0 ? additionWords(digest, model, t) : '',
    ...[...changed].map(([aspect, kinds]) => changeWords(aspect, countWords(kinds, t), t)),
    moved.length > 0 ? t('outline.othersMoved', { what: countWords(moved, t) }) : '',
    deleted.length > 0 ? t('outline.othersDeleted', { what: countWords(deleted, t) }) : '',
  ];
  return t('outline.changes', { parts: parts.filter(Boolean).join('; ') });
}

function changeWords(aspect: Aspect, what: string, t: Translate): string {
  return aspect === EDITED ? t(EDITED, { what }) : t('outline.othersAspect', { aspect: t(aspect), what });
}

function additionWords({ added, addedIn, addedBy }: Digest, model: BoardModel, t: Translate): string {
  const what = t('outline.othersAdded', { what: countWords(added, t) });
  const where = [
    ...(addedIn && model.get(addedIn) ? [t('outline.inFrame', { frame: frameName(model, addedIn, t) })] : []),
    ...(addedBy > 0 ? [t('outline.byPeople', { count: addedBy })] : []),
  ];
  return where.length > 0 ? t('outline.whereBy', { what, where: where.join(', ') }) : what;
}
