import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ClosedRound } from '../../panels/rounds/round-panel.tsx';
import { useModelVersion } from '../../panels/use-model.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { nowPart } from './now-part.ts';
import classes from './phone.module.css';

/** What earlier steps voted, folded away unless the last one has just been closed with its step. */
export function PastResults({ session }: { session: WorkshopSession }): ReactNode {
  const t = useT();
  useModelVersion(session.model);
  const { rounds, step } = session.view();
  const closed = rounds.filter(({ closedAt }) => closedAt !== null);
  const last = closed.at(-1);
  if (!last || nowPart(session.view(), session.own()) === 'answer') return null;
  const fresh = session.view().clock !== null && last.closedAt === session.view().clock?.startedAt;
  return (
    <details key={step?.id} open={fresh} className={classes.past}>
      <summary>{t('phone.results')}</summary>
      <Stack gap="lg">
        {closed.toReversed().map((round, at) => (
          <ClosedRound key={round.id} round={round} number={closed.length - at} session={session} />
        ))}
      </Stack>
    </details>
  );
}
