import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemCode } from '../../api/problem.ts';
import { useMe } from '../../api/queries.ts';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { ErrorState, LoadingState, MessageState } from '../../ui/states.tsx';
import { Landing } from './landing.tsx';
import { WorkshopsPage } from './workshops-page.tsx';

/** The front page: workshops for those who run them, the code field for everyone else. */
export function HomePage(): ReactNode {
  const t = useT();
  const me = useMe();
  if (me.data?.account) return <WorkshopsPage me={me.data} account={me.data.account} />;
  return (
    <PageFrame title={me.data && !me.data.setupNeeded ? t('home.landingTitle') : ''}>
      {me.isPending ? (
        <LoadingState />
      ) : me.isError ? (
        <ErrorState
          title={t('error.away.title')}
          text={t(`problem.${problemCode(me.error)}`)}
          onRetry={() => void me.refetch()}
        />
      ) : me.data.setupNeeded ? (
        <MessageState title={t('home.needsSetupTitle')} text={t('home.needsSetupText')}>
          <Button onClick={() => void me.refetch()}>{t('common.retry')}</Button>
        </MessageState>
      ) : (
        <Landing />
      )}
    </PageFrame>
  );
}
