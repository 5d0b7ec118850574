import { Button, Group, List, Paper, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import { BoardPicture } from './board-picture.tsx';

/** No workshops yet: how it goes, in three steps, and the button that begins. */
export function FirstWorkshop({ onCreate }: { onCreate: () => void }): ReactNode {
  const t = useT();
  return (
    <Paper withBorder shadow="sm" p={{ base: 'lg', sm: 40 }}>
      <Group gap={48} wrap="wrap" align="center">
        <Stack gap="lg" flex="1 1 320px">
          <Title order={1}>{t('home.emptyTitle')}</Title>
          <List type="ordered" spacing="sm">
            <List.Item>{t('home.emptyHow1')}</List.Item>
            <List.Item>{t('home.emptyHow2')}</List.Item>
            <List.Item>{t('home.emptyHow3')}</List.Item>
          </List>
          <div>
            <Button size="lg" leftSection={<IconPlus size={20} aria-hidden />} onClick={onCreate}>
              {t('home.create')}
            </Button>
          </div>
        </Stack>
        <BoardPicture />
      </Group>
    </Paper>
  );
}
