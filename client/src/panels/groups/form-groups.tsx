import { Button, Checkbox, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { framesInOrder } from '@talkoot/board';
import { type Grouping, GROUPINGS, type Visits, VISITS } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { frameName } from '../outline-words.ts';
import type { Give } from '../rounds/use-ballot.ts';

/** Groups made by hand, beside those that steps make. */
export function FormGroups({ session, give }: { session: BoardSession; give: Give }): ReactNode {
  const t = useT();
  const [by, setBy] = useState<Grouping>('random');
  const [size, setSize] = useState(4);
  const [visits, setVisits] = useState<Visits>('called');
  const [frames, setFrames] = useState<string[]>([]);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('group.explain')}</Text>
      <NativeSelect
        label={t('group.by')}
        value={by}
        data={GROUPINGS.map((value) => ({ value, label: t(`group.by.${value}`) }))}
        onChange={(event) => setBy(event.currentTarget.value as Grouping)}
      />
      <NumberInput
        label={t('group.size')}
        min={2}
        max={50}
        value={size}
        onChange={(value) => setSize(Math.min(50, Math.max(2, Number(value) || 2)))}
      />
      <NativeSelect
        label={t('group.visits')}
        value={visits}
        data={VISITS.map((value) => ({ value, label: t(`group.visits.${value}`) }))}
        onChange={(event) => setVisits(event.currentTarget.value as Visits)}
      />
      <Checkbox.Group label={t('group.frames')} value={frames} onChange={setFrames}>
        <Stack gap="xs" mt="xs">
          {framesInOrder(session.model).map(({ frame }) => (
            <Checkbox key={frame.id} value={frame.id} label={frameName(session.model, frame.id, t)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button onClick={() => void give({ type: 'formGroups', by, size, visits, frames })}>{t('group.form')}</Button>
    </Stack>
  );
}
