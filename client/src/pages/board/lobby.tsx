import { Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { MessageState } from '../../ui/states.tsx';

/** Waiting to be let in. The page asks by itself; there is nothing to press. */
export function Lobby({ title, name }: { title: string; name: string }): ReactNode {
  const t = useT();
  return (
    <PageFrame title={t('join.lobbyTitle')}>
      <MessageState
        icon={<Loader type="dots" aria-hidden />}
        about={title}
        title={t('join.lobbyTitle')}
        text={t('join.lobbyText')}
        role="status"
      >
        <Text>{t('join.lobbyYou', { name })}</Text>
      </MessageState>
    </PageFrame>
  );
}
