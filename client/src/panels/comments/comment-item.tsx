import { Menu } from '@mantine/core';
import type { BoardElement } from '@talkoot/board';
import { mayComment } from '@talkoot/rights';
import type { ReactNode } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import type { CommentOn } from '../selection-actions.ts';

/** Offers to comment on an element, to those who may; on what is private nobody could read it. */
export function CommentItem(props: { session: BoardSession; element: BoardElement; onComment: CommentOn }): ReactNode {
  const { session, element, onComment } = props;
  const t = useT();
  if (element.scope !== 'board' || mayComment(session.me().role, session.view().state) !== null) return null;
  return <Menu.Item onClick={() => onComment(element.id)}>{t('comments.add')}</Menu.Item>;
}
