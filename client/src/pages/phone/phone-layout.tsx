import { ActionIcon, Alert, Button, Menu, Text, Title } from '@mantine/core';
import type { WorkshopView } from '@talkoot/protocol';
import { IconDots, IconLayoutBoard, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RehearsalMark } from '../../panels/rehearsal/rehearsal-mark.tsx';
import { stageOf, taskOf, titleOf } from '../../panels/step-words.ts';
import { usePeople } from '../../sync/use-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useFocusOnArrival } from '../../ui/page-frame.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { keepPhonePage } from '../../ui/preferences.ts';
import { LanguageItems, SchemeItems } from '../../ui/preferences-items.tsx';
import { ClosingBanner } from '../board/closing-banner.tsx';
import { HandButton } from '../board/running/hand-button.tsx';
import type { RunningProps } from '../board/running/running-props.ts';
import { Spoken } from '../board/running/spoken.tsx';
import { StepClock } from '../board/running/step-clock.tsx';
import { AskTime } from '../board/running/step-details.tsx';
import { ToldNotes } from '../board/running/told-notes.tsx';
import { useReading } from '../board/running/use-reading.ts';
import { SaveLine } from '../board/save-line.tsx';
import { UnsavedPanel } from '../board/unsaved-panel.tsx';
import { useCommandRunner } from '../board/use-command-runner.ts';
import { useSession } from '../board/use-session.ts';
import { AnswerPart } from './answer-part.tsx';
import { nowPart } from './now-part.ts';
import { PastResults } from './past-results.tsx';
import { ReactionRow } from './reaction-row.tsx';
import { ReadPart } from './read-part.tsx';
import { RestPart } from './rest-part.tsx';
import { SpeakPart } from './speak-part.tsx';
import { TalkPart } from './talk-part.tsx';
import { WritePart } from './write-part.tsx';
import classes from './phone.module.css';

/** One column for a thumb: what runs, the one thing to do in it, and below what can be done at any time. */
export function PhoneLayout(props: { session: WorkshopSession; workshop: WorkshopView }): ReactNode {
  const { workshop } = props;
  const t = useT();
  const session = useSession(props.session);
  const people = usePeople(props.session);
  const run = useCommandRunner(workshop.id);
  const main = useFocusOnArrival();
  const { step, paused } = session.view();
  const running: RunningProps = { session, workshop, people, run };
  usePageTitle(workshop.title === '' ? t('board.untitled') : workshop.title);
  return (
    <div className={classes.page} data-testid="phone">
      <Bar session={session} workshop={workshop} />
      <ClosingBanner session={session} run={run} />
      <StateLine session={session} />
      <ToldNotes {...running} />
      {step ? <Spoken key={step.id} session={session} workshop={workshop} /> : null}
      <main ref={main} tabIndex={-1} className={classes.main}>
        <Head {...running} />
        {paused ? (
          <Alert color="blue" title={t('run.pausedTitle')}>
            {t('run.pausedText')}
          </Alert>
        ) : null}
        <Now {...running} />
        <PastResults session={session} />
        {session.unsaved().length > 0 ? <UnsavedPanel session={session} /> : null}
        {step && step.todo !== 'rest' ? <AskTime session={session} run={run} /> : null}
      </main>
      <footer className={classes.foot}>
        <HandButton session={session} run={run} worded />
        <ReactionRow session={session} />
      </footer>
    </div>
  );
}

function Bar({ session, workshop }: { session: WorkshopSession; workshop: WorkshopView }): ReactNode {
  const t = useT();
  return (
    <header className={classes.bar}>
      <div className={classes.name}>
        <Text component="span" fw={700} truncate>
          {workshop.title === '' ? t('board.untitled') : workshop.title}
        </Text>
        <div className={classes.save}>
          <SaveLine session={session} />
        </div>
      </div>
      {workshop.rehearsal ? <RehearsalMark /> : null}
      <ToBoard id={workshop.id} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('board.menu')}>
            <IconDots size={22} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LanguageItems />
          <Menu.Divider />
          <SchemeItems />
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

/** The way to the canvas, remembered on this device. */
function ToBoard({ id, large = false }: { id: string; large?: boolean }): ReactNode {
  const t = useT();
  return (
    <Button
      component={Link}
      to={`/w/${id}`}
      variant={large ? 'filled' : 'default'}
      size={large ? 'lg' : 'sm'}
      leftSection={<IconLayoutBoard size={18} aria-hidden />}
      onClick={() => keepPhonePage(false)}
    >
      {t(large ? 'phone.openBoard' : 'phone.board')}
    </Button>
  );
}

/** What holds for the whole workshop, when that is to be known. */
function StateLine({ session }: { session: WorkshopSession }): ReactNode {
  const t = useT();
  const { state } = session.view();
  const { role } = session.me();
  const words =
    state === 'closed'
      ? t('board.closedBanner')
      : state === 'draft'
        ? t('board.draftWaits')
        : role === 'observer'
          ? t('board.observerBanner')
          : null;
  return words === null ? null : (
    <div className={classes.state} role="status">
      {words}
    </div>
  );
}

function Head({ session, workshop }: RunningProps): ReactNode {
  const t = useT();
  const reading = useReading(workshop.language);
  const view = session.view();
  const { step } = view;
  if (!step) return null;
  const stage = stageOf(view, t);
  return (
    <div className={classes.head}>
      <div className={classes.headLine}>
        <Title order={1} size="h2" className={classes.title ?? ''}>
          {titleOf(step, reading, t)}
        </Title>
        <StepClock session={session} />
      </div>
      {stage ? <Text fw={700}>{stage}</Text> : null}
      <Text size="lg" className={classes.prompt ?? ''}>
        {taskOf(view, reading, t)}
      </Text>
      {step.writing ? (
        <Text className={classes.onlyYou ?? ''}>
          <IconLock size={18} aria-hidden /> {t('run.onlyYou')}
        </Text>
      ) : null}
    </div>
  );
}

/** The one thing to do now. */
function Now(props: RunningProps): ReactNode {
  const { session, workshop } = props;
  const part = nowPart(session.view(), session.own());
  switch (part) {
    case 'quiet':
      return <Quiet id={workshop.id} />;
    case 'answer':
      return <AnswerPart {...props} />;
    case 'speak':
      return <SpeakPart {...props} />;
    case 'write':
      return <WritePart key={session.view().step?.id} session={session} run={props.run} />;
    case 'read':
      return <ReadPart session={session} />;
    case 'talk':
      return <TalkPart {...props} />;
    case 'rest':
      return <RestPart session={session} />;
    case 'listen':
      return null;
  }
}

function Quiet({ id }: { id: string }): ReactNode {
  const t = useT();
  return (
    <div className={classes.quiet}>
      <Title order={1} size="h2">
        {t('phone.quietTitle')}
      </Title>
      <Text size="lg">{t('phone.quietText')}</Text>
      <ToBoard id={id} large />
    </div>
  );
}
