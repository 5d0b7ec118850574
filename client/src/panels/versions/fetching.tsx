import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { LoadingState } from '../../ui/states.tsx';

/** A list that comes page by page, as far as its state goes. */
interface Paged {
  isPending: boolean;
  isError: boolean;
  refetch(): unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/** In the place of a list that is not there yet, or did not come. */
export function Fetching({ list }: { list: Paged }): ReactNode {
  const t = useT();
  if (list.isPending) return <LoadingState />;
  if (!list.isError) return null;
  return (
    <Stack gap="sm" align="flex-start" role="alert">
      <Text>{t('versions.failed')}</Text>
      <Button variant="default" onClick={() => list.refetch()}>
        {t('common.retry')}
      </Button>
    </Stack>
  );
}

/** The way to the next page, when there is one. */
export function More({ list }: { list: Paged }): ReactNode {
  const t = useT();
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      {t('versions.more')}
    </Button>
  );
}
