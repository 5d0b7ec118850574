import { Button, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { BoardModel, Thread } from '@talkoot/board';
import type { PersonView, WorkshopState } from '@talkoot/protocol';
import { type Actor, mayComment } from '@talkoot/rights';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { BoardComments } from '../../sync/comments.ts';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useCalmVersion } from '../use-calm-version.ts';
import { noWordsKey, wordsOf } from '../outline-words.ts';
import { useSessionVersion } from '../use-rights.ts';
import { CommentField } from './comment-field.tsx';
import classes from './comments.module.css';
import { ThreadCard } from './thread-card.tsx';
import { THREAD_FILTERS, type ThreadFilter, threadsFor } from './thread-list.ts';
import { type GiveComment, useThreads } from './use-comments.ts';
import { useFocusKept } from './use-focus-kept.ts';

/** Threads shown before the rest is asked for. */
const PAGE = 40;

/** What every part of the panel needs. */
export interface CommentsView {
  people: readonly PersonView[];
  /** Whom one can mention: everybody else. */
  others: readonly PersonView[];
  me: Actor;
  state: WorkshopState;
  mayComment: boolean;
  give: GiveComment;
  onShow(element: string): void;
  onResolve(command: { type: 'resolveThread' | 'reopenThread'; threadId: string }): void;
}

/** What the panel was opened for: an element to comment on, or one whose comments are to be read. */
export interface CommentsTarget {
  element: string;
  writes: boolean;
}

export interface CommentsPanelProps {
  session: BoardSession;
  comments: BoardComments;
  people: readonly PersonView[];
  give: GiveComment;
  target: CommentsTarget | null;
  onTarget(target: CommentsTarget | null): void;
  /** Brings an element into view. */
  onShow(element: string): void;
}

/** All comments of the board as threads on its elements, and the field for a new one. */
export function CommentsPanel(props: CommentsPanelProps): ReactNode {
  const { session, comments, target, onTarget } = props;
  const t = useT();
  useSessionVersion(session);
  useCalmVersion(session.model);
  const threads = useThreads(comments);
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const body = useRef<HTMLDivElement>(null);
  useFocusKept(body);
  const view = useView(props);
  useTarget(body, target, () => setFilter('open'));
  const { here, gone } = threadsFor(
    threads,
    filter,
    view.me.participantId,
    (id) => session.model.get(id) !== undefined,
  );
  const writesOn = target?.writes && view.mayComment ? session.model.get(target.element) : undefined;
  return (
    <Stack gap="md" ref={body} tabIndex={-1} className={classes.panel ?? ''} data-testid="comments">
      <Text size="sm" c="dimmed">
        {t('comments.public')}
      </Text>
      {writesOn ? (
        <NewComment
          key={writesOn.id}
          element={writesOn.id}
          about={wordsOf(writesOn, t(noWordsKey(writesOn)))}
          view={view}
          onDone={() => onTarget(null)}
        />
      ) : null}
      <SegmentedControl
        fullWidth
        aria-label={t('comments.filter')}
        value={filter}
        onChange={(value) => setFilter(value as ThreadFilter)}
        data={THREAD_FILTERS.map((value) => ({ value, label: t(`comments.filter.${value}`) }))}
      />
      {here.length + gone.length === 0 ? (
        <Text c="dimmed">
          {t(filter === 'open' && view.mayComment ? 'comments.none.begin' : `comments.none.${filter}`)}
        </Text>
      ) : null}
      <Threads threads={here} model={session.model} view={view} />
      {gone.length > 0 ? (
        <section className={classes.gone}>
          <Title order={3} size="h5">
            {t('comments.onDeleted')}
          </Title>
          <Threads threads={gone} model={session.model} view={view} />
        </section>
      ) : null}
    </Stack>
  );
}

function useView({ session, people, give, onShow }: CommentsPanelProps): CommentsView {
  const t = useT();
  const announce = useAnnounce();
  const me = session.me();
  const { state } = session.view();
  const onResolve: CommentsView['onResolve'] = async (command) => {
    if (!(await give(command))) return;
    announce(t(command.type === 'resolveThread' ? 'comments.resolvedNow' : 'comments.reopenedNow'));
  };
  const others = people.filter(({ id }) => id !== me.participantId);
  return { people, others, me, state, mayComment: mayComment(me.role, state) === null, give, onShow, onResolve };
}

/** Takes the person to the field for a new comment, or to the thread that they asked for. */
function useTarget(body: RefObject<HTMLElement | null>, target: CommentsTarget | null, showOpen: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it was asked for anew
  useEffect(() => {
    if (!target) return;
    showOpen();
    requestAnimationFrame(() => {
      const place = body.current?.querySelector<HTMLElement>(
        target.writes ? '[data-new-comment] textarea' : `[data-about="${CSS.escape(target.element)}"] article`,
      );
      place?.focus();
      place?.scrollIntoView({ block: 'nearest' });
    });
  }, [target]);
}

function NewComment(props: { element: string; about: string; view: CommentsView; onDone(): void }): ReactNode {
  const { element, about, view, onDone } = props;
  const t = useT();
  const announce = useAnnounce();
  return (
    <div className={classes.thread} data-new-comment>
      <CommentField
        label={t('comments.newOn', { words: about })}
        sendLabel={t('comments.add')}
        people={view.others}
        onCancel={onDone}
        onSend={async (id, words, mentions) => {
          const done = await view.give({ id, type: 'comment', elementId: element, words, mentions });
          if (done) {
            announce(t('comments.added'));
            onDone();
          }
          return done;
        }}
      />
    </div>
  );
}

function Threads({ threads, model, view }: { threads: Thread[]; model: BoardModel; view: CommentsView }): ReactNode {
  const t = useT();
  const [shown, setShown] = useState(PAGE);
  if (threads.length === 0) return null;
  return (
    <>
      <ul className={classes.threads}>
        {threads.slice(0, shown).map((thread) => (
          <li key={thread.id} data-about={thread.element}>
            <ThreadCard thread={thread} element={model.get(thread.element)} view={view} />
          </li>
        ))}
      </ul>
      {threads.length > shown ? (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('comments.more')}
        </Button>
      ) : null}
    </>
  );
}
