import { Anchor, Text, Title } from '@mantine/core';
import type { WorkshopView } from '@talkoot/protocol';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { AgendaPlan } from '../../panels/agenda/agenda-plan.tsx';
import { usePeople } from '../../sync/use-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { useCommandRunner } from '../board/use-command-runner.ts';
import { FacilitatedPage } from './facilitated-page.tsx';
import classes from './plan.module.css';

/** The plan of a workshop on a page of its own. */
export function PlanPage(): ReactNode {
  return (
    <FacilitatedPage name="plan">
      {(session, workshop) => <PlanOf session={session} workshop={workshop} />}
    </FacilitatedPage>
  );
}

function PlanOf({ session, workshop }: { session: WorkshopSession; workshop: WorkshopView }): ReactNode {
  const t = useT();
  const people = usePeople(session);
  const give = useCommandRunner(workshop.id);
  const title = workshop.title || t('board.untitled');
  return (
    <PageFrame title={`${t('agenda.title')}: ${title}`} size="list">
      <div className={classes.head}>
        <Text c="dimmed" lang={workshop.language}>
          {title}
        </Text>
        <Title order={1}>{t('agenda.title')}</Title>
      </div>
      <AgendaPlan
        wide
        session={session}
        workshop={workshop}
        people={people}
        give={give}
        links={
          <>
            <Anchor component={Link} to={`/w/${workshop.id}`}>
              {t('agenda.backToBoard')}
            </Anchor>
            <Anchor component={Link} to={`/w/${workshop.id}/run-sheet`}>
              {t('agenda.runSheet')}
            </Anchor>
          </>
        }
      />
    </PageFrame>
  );
}
