import { Button, Text, UnstyledButton } from '@mantine/core';
import type { BoardElement, Thread } from '@talkoot/board';
import { ELEMENT_TYPES } from '@talkoot/elements';
import { formatDate } from '@talkoot/i18n';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { KindIcon } from '../kind-icon.tsx';
import { noWordsKey, wordsOf } from '../outline-words.ts';
import { CommentField } from './comment-field.tsx';
import { CommentView } from './comment-view.tsx';
import type { CommentsView } from './comments-panel.tsx';
import classes from './comments.module.css';

export interface ThreadCardProps {
  thread: Thread;
  /** Undefined when it was deleted. */
  element: BoardElement | undefined;
  view: CommentsView;
}

/** A thread: what it is about, what was said, and for those who may, answering and resolving it. */
export function ThreadCard({ thread, element, view }: ThreadCardProps): ReactNode {
  const t = useT();
  const about = element ? wordsOf(element, t(noWordsKey(element))) : t('comments.deletedElement');
  return (
    <article
      className={classes.thread}
      aria-label={t('comments.thread', { words: about })}
      data-thread={thread.id}
      tabIndex={-1}
    >
      <ThreadHead element={element} about={about} onShow={view.onShow} />
      <ol className={classes.comments}>
        {thread.comments.map((comment) => (
          <CommentView key={comment.id} thread={thread} comment={comment} view={view} />
        ))}
      </ol>
      {thread.resolved ? <ResolvedLine thread={thread} view={view} /> : null}
      {view.mayComment ? <ThreadActions thread={thread} about={about} view={view} /> : null}
    </article>
  );
}

function ThreadHead(props: {
  element: BoardElement | undefined;
  about: string;
  onShow: CommentsView['onShow'];
}): ReactNode {
  const { element, about, onShow } = props;
  const t = useT();
  const type = element && ELEMENT_TYPES.get(element.kind);
  return (
    <h3 className={classes.head}>
      {element && type ? (
        <UnstyledButton
          className={classes.about ?? ''}
          aria-label={t('comments.show', { words: about })}
          title={t('comments.show', { words: about })}
          onClick={() => onShow(element.id)}
        >
          <KindIcon name={type.icon} size={18} />
          <span className={classes.aboutWords}>{about}</span>
        </UnstyledButton>
      ) : (
        <span className={classes.about}>{about}</span>
      )}
    </h3>
  );
}

function ResolvedLine({ thread, view }: { thread: Thread; view: CommentsView }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  if (!thread.resolved) return null;
  const { by, at } = thread.resolved;
  const name = view.people.find(({ id }) => id === by)?.name ?? t('comments.somebody');
  return (
    <Text size="sm" c="dimmed" className={classes.resolved ?? ''}>
      <IconCheck size={16} aria-hidden />
      {t('comments.resolvedBy', { name, time: formatDate(at, language) })}
    </Text>
  );
}

function ThreadActions({ thread, about, view }: { thread: Thread; about: string; view: CommentsView }): ReactNode {
  const t = useT();
  const { id: threadId, resolved } = thread;
  const type = resolved ? 'reopenThread' : 'resolveThread';
  return (
    <div className={classes.actions}>
      <CommentField
        label={t('comments.replyField')}
        sendLabel={t('comments.reply')}
        people={view.others}
        quiet
        onSend={(id, words, mentions) => view.give({ id, type: 'reply', threadId, words, mentions })}
      />
      <Button
        size="sm"
        variant="default"
        aria-label={t(resolved ? 'comments.reopenNamed' : 'comments.resolveNamed', { words: about })}
        leftSection={resolved ? <IconArrowBackUp size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
        onClick={() => view.onResolve({ type, threadId })}
      >
        {t(resolved ? 'comments.reopen' : 'comments.resolve')}
      </Button>
    </div>
  );
}
