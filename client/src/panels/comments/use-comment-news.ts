import type { Comment } from '@talkoot/board';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { BoardComments } from '../../sync/comments.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { toast } from '../../ui/toasts.tsx';

/** Time for comments that come together to be told as one, ms. */
const GATHER_MS = 1_500;
/** Of long words so much is told. */
const TOLD = 80;

/** Tells what others comment while this person is here: in the corner when it mentions them, else only to the ear. */
export function useCommentNews(
  session: BoardSession,
  comments: BoardComments,
  nameOf: (id: string) => string | undefined,
): void {
  const t = useT();
  const announce = useAnnounce();
  const since = useRef<number | null>(null);
  const tell = useEffectEvent((news: readonly Comment[]) => {
    const { participantId } = session.me();
    const wordsOf = ({ author, words }: Comment): { name: string; words: string } => ({
      name: nameOf(author) ?? t('comments.somebody'),
      words: words.length > TOLD ? `${words.slice(0, TOLD)}…` : words,
    });
    const mine = news.filter(({ mentions }) => mentions.includes(participantId));
    const [only] = news;
    for (const comment of mine.slice(-2)) toast(t('comments.mentionedYou', wordsOf(comment)));
    if (news.length > mine.length)
      announce(
        only && news.length === 1 ? t('comments.news', wordsOf(only)) : t('comments.newsMany', { count: news.length }),
      );
  });
  useEffect(() => {
    const told = new Set<string>();
    let waiting: Comment[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      tell(waiting);
      waiting = [];
    };
    const stop = comments.subscribe(() => {
      // What was said before this person came is in the panel; it is no news.
      since.current ??= session.serverNow();
      const from = since.current;
      const { participantId } = session.me();
      for (const comment of comments.threads().flatMap((thread) => thread.comments)) {
        if (comment.at < from || comment.author === participantId || told.has(comment.id)) continue;
        told.add(comment.id);
        waiting.push(comment);
      }
      if (waiting.length > 0) timer ??= setTimeout(flush, GATHER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, comments]);
}
