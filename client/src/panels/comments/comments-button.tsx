import { ActionIcon } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CountMark } from '../../ui/count-mark.tsx';
import { useT } from '../../ui/i18n.tsx';

/** Opens the comments; a number tells how many mentions of this person were not read. On phones only then, or while it is open. */
export function CommentsButton(props: {
  unread: number;
  pressed: boolean;
  className: string | undefined;
  onPress(): void;
}): ReactNode {
  const t = useT();
  const { unread, pressed } = props;
  const words = [t('comments.title'), ...(unread > 0 ? [t('comments.unread', { count: unread })] : [])].join(', ');
  return (
    <CountMark count={unread} inset={8} wideOnly={unread === 0 && !pressed}>
      <ActionIcon
        size={44}
        color="gray"
        variant={pressed ? 'light' : 'subtle'}
        className={props.className ?? ''}
        aria-label={words}
        aria-keyshortcuts="C Shift+F2"
        title={words}
        aria-pressed={pressed}
        onClick={props.onPress}
      >
        <IconMessage size={20} aria-hidden />
      </ActionIcon>
    </CountMark>
  );
}
