import { ActionIcon, Menu } from '@mantine/core';
import type { Comment, Thread } from '@talkoot/board';
import { formatDate } from '@talkoot/i18n';
import { mayDeleteComment, mayEditComment } from '@talkoot/rights';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { CommentField } from './comment-field.tsx';
import type { CommentsView } from './comments-panel.tsx';
import classes from './comments.module.css';
import { partsOf } from './mentions.ts';

const ConfirmDialog = lazyPart(async () => (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog);

/** Words that a button's name repeats. */
const NAMED_BY = 60;

interface CommentViewProps {
  thread: Thread;
  comment: Comment;
  view: CommentsView;
}

/** One comment: who, when, what, and for those who may, changing and deleting it. */
export function CommentView({ thread, comment, view }: CommentViewProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const [editing, setEditing] = useState(false);
  const person = view.people.find(({ id }) => id === comment.author);
  const name = person?.name ?? t('comments.somebody');
  return (
    <li className={classes.comment}>
      <div className={classes.who}>
        <span className={classes.dot} style={{ background: person?.colour ?? 'var(--mantine-color-dimmed)' }} />
        <strong className={classes.name}>{name}</strong>
        <time className={classes.time} dateTime={new Date(comment.at).toISOString()}>
          {formatDate(comment.at, language)}
        </time>
        {editing ? null : <CommentMenu thread={thread} comment={comment} view={view} onEdit={() => setEditing(true)} />}
      </div>
      {editing ? (
        <EditField thread={thread} comment={comment} view={view} onDone={() => setEditing(false)} />
      ) : (
        <p className={classes.said}>
          <Words comment={comment} view={view} />
          {comment.editedAt === undefined ? null : <span className={classes.edited}> {t('comments.edited')}</span>}
        </p>
      )}
    </li>
  );
}

function Words({ comment, view }: { comment: Comment; view: CommentsView }): ReactNode {
  const mentioned = view.people.filter(({ id }) => comment.mentions.includes(id));
  return partsOf(comment.words, mentioned).map(({ text, people }, at) =>
    people.length === 0 ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of words that are written whole
      <span key={at} className={classes.mention} data-me={people.some(({ id }) => id === view.me.participantId)}>
        {text}
      </span>
    ),
  );
}

function EditField(props: CommentViewProps & { onDone(): void }): ReactNode {
  const { thread, comment, view, onDone } = props;
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <CommentField
      label={t('comments.editField')}
      sendLabel={t('common.save')}
      people={view.others}
      words={comment.words}
      fieldRef={field}
      onCancel={onDone}
      onSend={async (id, words, mentions) => {
        const target = { threadId: thread.id, commentId: comment.id };
        const done = await view.give({ id, type: 'editComment', ...target, words, mentions });
        if (done) onDone();
        return done;
      }}
    />
  );
}

function CommentMenu({ thread, comment, view, onEdit }: CommentViewProps & { onEdit(): void }): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const mayEdit = mayEditComment(view.me, comment.author, view.state) === null;
  const mayDelete = mayDeleteComment(view.me, comment.author, view.state) === null;
  if (!mayEdit && !mayDelete) return null;
  const remove = (): void => {
    setAsking(false);
    void view.give({ type: 'deleteComment', threadId: thread.id, commentId: comment.id });
  };
  return (
    <>
      <Menu withinPortal returnFocus>
        <Menu.Target>
          <ActionIcon
            color="gray"
            size={32}
            aria-label={t('common.moreActions', { name: comment.words.slice(0, NAMED_BY) })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit ? <Menu.Item onClick={onEdit}>{t('comments.edit')}</Menu.Item> : null}
          {mayDelete ? (
            <Menu.Item color="red" onClick={() => setAsking(true)}>
              {t('comments.delete')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {asking ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            opened
            danger
            title={t('comments.deleteTitle')}
            text={t('comments.deleteText')}
            confirmLabel={t('comments.delete')}
            onConfirm={remove}
            onCancel={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
