import { Button, NumberInput, Stack } from '@mantine/core';
import type { RoundView } from '@talkoot/protocol';
import { type ReactNode, useState } from 'react';
import { useT } from '../../ui/i18n.tsx';
import type { RoundItem } from './items.ts';
import type { Give } from './use-ballot.ts';

/** Dots on paper, entered as sums: how many people gave them, and how many each item got. */
export function PaperBallots(props: { round: RoundView; items: readonly RoundItem[]; give: Give }): ReactNode {
  const { round, items, give } = props;
  const t = useT();
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState(1);
  const [marks, setMarks] = useState<Record<string, number>>({});
  if (!open) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('round.paper')}
      </Button>
    );
  }
  const enter = async (): Promise<void> => {
    if (await give({ type: 'paperBallots', roundId: round.id, people, marks })) setOpen(false);
  };
  return (
    <Stack gap="xs">
      <NumberInput
        label={t('round.paperPeople')}
        min={0}
        max={1_000}
        value={people}
        onChange={(value) => setPeople(Number(value) || 0)}
      />
      {items.map(({ id, words }) => (
        <NumberInput
          key={id}
          label={words}
          min={0}
          max={people * round.rules.perItem}
          value={marks[id] ?? 0}
          onChange={(value) => setMarks({ ...marks, [id]: Number(value) || 0 })}
        />
      ))}
      <Button onClick={() => void enter()}>{t('round.paperEnter')}</Button>
    </Stack>
  );
}
