import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { formatDate } from '@talkoot/i18n';
import { LIMITS, type WorkshopView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { problemCode } from '../../api/problem.ts';
import { useWorkshopChanges } from '../../api/queries.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { toast, toastProblem } from '../../ui/toasts.tsx';

/** What was deleted lately and can still be brought back. */
export function DeletedWorkshops({ workshops }: { workshops: WorkshopView[] }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { patch } = useWorkshopChanges();
  const restore = (id: string, title: string): void =>
    patch.mutate(
      { id, deleted: false },
      {
        onSuccess: () => toast(t('home.restored', { title })),
        onError: (error) => toastProblem(t(`problem.${problemCode(error)}`)),
      },
    );
  return (
    <Stack component="section" gap="sm" aria-labelledby="deleted">
      <div>
        <Title order={2} id="deleted">
          {t('home.deletedSection')}
        </Title>
        <Text c="dimmed">{t('home.deletedHint', { count: LIMITS.undoDeleteDays })}</Text>
      </div>
      {workshops.map(({ id, title, deletedAt }) => (
        <Paper key={id} withBorder p="sm" px="md">
          <Group justify="space-between" gap="sm">
            <div>
              <Text fw={700}>{title}</Text>
              <Text size="sm" c="dimmed">
                {t('home.deletedWhen', { date: formatDate(deletedAt ?? 0, language) })}
              </Text>
            </div>
            <Button
              variant="default"
              onClick={() => restore(id, title)}
              aria-label={`${t('common.restore')}: ${title}`}
            >
              {t('common.restore')}
            </Button>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
