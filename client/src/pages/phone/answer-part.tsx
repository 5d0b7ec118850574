import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useModelVersion } from '../../panels/use-model.ts';
import { ClosedRound, OpenOne } from '../../panels/rounds/round-panel.tsx';
import { useT } from '../../ui/i18n.tsx';
import type { RunningProps } from '../board/running/running-props.ts';

/** Rounds to answer in, and what came out of those of this step that are over. */
export function AnswerPart({ session, people, run }: RunningProps): ReactNode {
  const t = useT();
  useModelVersion(session.model);
  const { rounds, step } = session.view();
  const open = rounds.filter(({ closedAt }) => closedAt === null);
  const closed = rounds.filter(({ closedAt, stepId }) => closedAt !== null && stepId === step?.id).reverse();
  return (
    <Stack gap="lg">
      {open.map((round) => (
        <OpenOne key={round.id} round={round} session={session} people={people} give={run} />
      ))}
      {rounds.length === 0 ? <Text c="dimmed">{t('round.none')}</Text> : null}
      {closed.map((round, at) => (
        <ClosedRound key={round.id} round={round} number={closed.length - at} session={session} />
      ))}
    </Stack>
  );
}
