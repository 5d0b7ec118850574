import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { speakerName } from '../running/step-words.ts';
import type { ConsoleProps } from './console-panel.tsx';

/** Leads speaking in turn: on, back, or to one person. */
export function TurnsControl({ session, people, run }: ConsoleProps): ReactNode {
  const t = useT();
  const view = session.view();
  const { turns } = view;
  if (!turns || turns.order.length === 0) return null;
  const speaker = turns.order[turns.at];
  const name = (id: string): string => speakerName(id, view, people.people);
  const data = [...new Set(turns.order)].map((id) => ({ value: id, label: name(id) }));
  return (
    <Stack gap={6}>
      <Text fw={700}>{speaker === undefined ? t('run.turnsOver') : t('run.speaks', { name: name(speaker) })}</Text>
      <Group gap="xs" grow>
        <Button variant="default" disabled={turns.at === 0} onClick={() => void run({ type: 'turn', to: 'back' })}>
          {t('console.previousTurn')}
        </Button>
        <Button variant="light" disabled={speaker === undefined} onClick={() => void run({ type: 'turn', to: 'next' })}>
          {t('console.nextTurn')}
        </Button>
      </Group>
      <Select
        label={t('console.giveTurn')}
        data={data}
        value={speaker ?? null}
        onChange={(participantId) => {
          if (participantId) void run({ type: 'turn', to: 'next', participantId });
        }}
      />
    </Stack>
  );
}
