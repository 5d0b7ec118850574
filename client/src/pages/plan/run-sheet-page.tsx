import { Anchor, Button, Group, Title } from '@mantine/core';
import { courseOf, typeOf } from '@talkoot/facilitation';
import { formatTime, formatDate } from '@talkoot/i18n';
import type { AgendaStep, WorkshopView } from '@talkoot/protocol';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type Plan, usePlan } from '../../panels/agenda/plan.ts';
import { titleOf, wordsIn } from '../../panels/step-words.ts';
import { settingWords } from '../../panels/agenda/setting-fields.tsx';
import { StepTime } from '../../panels/agenda/step-list.tsx';
import { usePeople } from '../../sync/use-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { LoadingState } from '../../ui/states.tsx';
import { useCommandRunner } from '../board/use-command-runner.ts';
import { FacilitatedPage } from './facilitated-page.tsx';
import classes from './plan.module.css';

const MINUTE_MS = 60_000;

/** The plan as facilitators take it along on paper. */
export function RunSheetPage(): ReactNode {
  return (
    <FacilitatedPage name="run-sheet">
      {(session, workshop) => <RunSheetOf session={session} workshop={workshop} />}
    </FacilitatedPage>
  );
}

function RunSheetOf({ session, workshop }: { session: WorkshopSession; workshop: WorkshopView }): ReactNode {
  const t = useT();
  const people = usePeople(session);
  const give = useCommandRunner(workshop.id);
  const plan = usePlan({ session, workshop, people, give });
  const title = workshop.title || t('board.untitled');
  return (
    <PageFrame title={`${t('agenda.runSheet')}: ${title}`} size="list">
      <Group className={classes.notPrinted ?? ''} justify="space-between" mb="lg">
        <Anchor component={Link} to={`/w/${workshop.id}/plan`}>
          {t('agenda.title')}
        </Anchor>
        <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {t('agenda.print')}
        </Button>
      </Group>
      {plan ? <Sheet plan={plan} title={title} /> : <LoadingState />}
    </PageFrame>
  );
}

function Sheet({ plan, title }: { plan: Plan; title: string }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { agenda, times } = plan;
  const { startsAt } = agenda;
  const facts = [
    ...(startsAt === null ? [] : [formatDate(startsAt, language)]),
    t('agenda.total', { minutes: times.minutes }),
    ...(startsAt === null
      ? []
      : [t('agenda.ends', { time: formatTime(startsAt + times.minutes * MINUTE_MS, language) })]),
  ];
  return (
    <article className={classes.sheet} data-testid="run-sheet">
      <p className={classes.kind}>{t('agenda.runSheet')}</p>
      <Title order={1} lang={plan.workshop.language}>
        {title}
      </Title>
      <p className={classes.sheetFacts}>{facts.join(' · ')}</p>
      <ol className={classes.sheetSteps} aria-label={t('agenda.stepList')}>
        {courseOf(agenda).map((step) => (
          <SheetStep key={step.id} step={step} plan={plan} />
        ))}
      </ol>
    </article>
  );
}

function SheetStep({ step, plan }: { step: AgendaStep; plan: Plan }): ReactNode {
  const t = useT();
  const type = typeOf(step);
  const prompt = wordsIn(step.prompt, plan);
  const frames = step.frames.flatMap((id) => plan.frames.get(id) ?? []);
  const settings = type ? settingWords(type, step.settings, t) : [];
  const [title, name] = [titleOf(step, plan, t), t(`step.${step.type}.name`)];
  const details = [
    ...(name === title ? [] : [name]),
    ...(step.optional ? [t('agenda.optionalMark')] : []),
    ...(step.autoAdvance ? [t('agenda.autoAdvance')] : []),
  ];
  return (
    <li className={classes.sheetStep}>
      <div className={classes.sheetTime}>
        <b>
          <StepTime plan={plan} id={step.id} />
        </b>
        <span>{t('agenda.minutesShort', { minutes: step.minutes })}</span>
      </div>
      <div className={classes.sheetWords}>
        <h2 lang={plan.workshop.language}>{title}</h2>
        {details.length > 0 ? <p className={classes.small}>{details.join(' · ')}</p> : null}
        {prompt ? <p lang={plan.workshop.language}>{prompt}</p> : null}
        {frames.length > 0 ? (
          <p className={classes.small}>
            <b>{t('agenda.frames')}:</b> {frames.join(', ')}
          </p>
        ) : null}
        {settings.length > 0 ? <p className={classes.small}>{settings.join(' · ')}</p> : null}
        {step.cue.trim() ? (
          <p className={classes.cue}>
            <b>{t('agenda.cue')}:</b> {step.cue}
          </p>
        ) : null}
      </div>
    </li>
  );
}
