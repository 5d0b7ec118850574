import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { MessageState } from '../../ui/states.tsx';

/** An address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const t = useT();
  return (
    <PageFrame title={t('error.notFound.title')}>
      <MessageState title={t('error.notFound.title')} text={t('error.notFound.text')}>
        <Button component={Link} to="/">
          {t('common.toHome')}
        </Button>
      </MessageState>
    </PageFrame>
  );
}
