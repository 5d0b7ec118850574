import { Button, Drawer, Popover, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { isFacilitating } from '@talkoot/protocol';
import { IconChevronDown, IconLock } from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { noWordsKey, shortened, wordsOf } from '../../../panels/outline-words.ts';
import { useT } from '../../../ui/i18n.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { ToPhone } from '../../phone/to-phone.tsx';
import { useSession } from '../use-session.ts';
import { CatchUp, useCameLate } from './catch-up.tsx';
import classes from './running.module.css';
import type { StepBarProps } from './running-props.ts';
import { HandButton } from './hand-button.tsx';
import { Spoken } from './spoken.tsx';
import { StepClock } from './step-clock.tsx';
import { StepDetails } from './step-details.tsx';
import { stageOf, taskOf, titleOf } from '../../../panels/step-words.ts';
import { ToldNotes } from './told-notes.tsx';
import { TurnRow } from './turn-row.tsx';
import { useReading } from './use-reading.ts';

const LeadBar = lazyPart(async () => (await import('../console/lead-bar.tsx')).LeadBar);

const RehearsalBar = lazyPart(async () => (await import('./rehearsal-bar.tsx')).RehearsalBar);

/** As in board.module.css. */
const NARROW = '(max-width: 48em)';

/** What of a running session everybody meets on the board page: the bar, and what is said over the board. */
export function StepBar(props: StepBarProps): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const { step, paused, turns } = session.view();
  const facilitates = isFacilitating(session.me().role);
  const [catchUp, setCatchUp] = useState(false);
  useCameLate(session, () => setCatchUp(!facilitates));
  const rehearsed = props.workshop.rehearsal;
  return (
    <>
      {rehearsed ? (
        <Suspense fallback={null}>
          <RehearsalBar session={props.session} rehearsed={rehearsed} />
        </Suspense>
      ) : null}
      {step || facilitates ? (
        <section aria-label={t('run.bar')} className={classes.bar} data-testid="step-bar">
          {step ? <Step {...props} onCatchUp={() => setCatchUp(true)} /> : null}
          {facilitates ? (
            <Suspense fallback={null}>
              <LeadBar {...props} />
            </Suspense>
          ) : null}
          {step && !facilitates ? <HandButton {...props} /> : null}
        </section>
      ) : null}
      <ToPhone session={session} />
      {facilitates ? null : <Spotlit {...props} />}
      {step && turns ? <TurnRow {...props} /> : null}
      {step ? <Spoken {...props} key={step.id} /> : null}
      {paused && !facilitates ? <Paused /> : null}
      <ToldNotes {...props} />
      {catchUp ? <CatchUp {...props} onClose={() => setCatchUp(false)} /> : null}
    </>
  );
}

/** Title, task and time of the step; pressed it tells all. */
function Step(props: StepBarProps & { onCatchUp: () => void }): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const view = session.view();
  const { step } = view;
  const reading = useReading(props.workshop.language);
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const facilitates = isFacilitating(session.me().role);
  if (!step) return null;
  const stage = stageOf(view, t);
  const task = taskOf(view, reading, t);
  const details = (
    <StepDetails
      {...props}
      onCatchUp={() => {
        setOpened(false);
        props.onCatchUp();
      }}
    />
  );
  const button = (
    <UnstyledButton
      className={classes.step ?? ''}
      aria-haspopup="dialog"
      aria-expanded={opened}
      title={t('run.details')}
      onClick={() => setOpened(!opened)}
    >
      <span className={classes.words}>
        <span className={classes.titleLine}>
          <span className={classes.title}>{titleOf(step, reading, reading.t)}</span>
          {stage ? <span className={classes.stage}>{stage}</span> : null}
        </span>
        <span className={classes.task}>{task}</span>
      </span>
      <IconChevronDown size={18} className={classes.chevron} aria-hidden />
    </UnstyledButton>
  );
  return (
    <>
      <StepClock session={session} />
      {narrow ? (
        <>
          {button}
          <Drawer
            opened={opened}
            onClose={() => setOpened(false)}
            position="bottom"
            size="auto"
            title={t('run.details')}
            classNames={{ content: classes.sheet ?? '' }}
            closeButtonProps={{ 'aria-label': t('common.close') }}
          >
            {details}
          </Drawer>
        </>
      ) : (
        <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withRoles={false}>
          <Popover.Target>{button}</Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={t('run.details')} className={classes.details ?? ''}>
            {details}
          </Popover.Dropdown>
        </Popover>
      )}
      {step.writing ? (
        <span className={classes.onlyYou} data-short={facilitates || undefined} title={t('run.onlyYou')}>
          <IconLock size={16} aria-hidden />
          <span className={classes.onlyYouWords}>{t('run.onlyYou')}</span>
        </span>
      ) : null}
    </>
  );
}

/** What facilitators point at, in words: the list view has no ring. */
function Spotlit({ canvas, ...props }: StepBarProps): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const { spotlight } = session.view();
  const element = spotlight === null ? undefined : session.model.get(spotlight);
  const controller = canvas.current?.controller;
  return (
    <div className={classes.spotlit} role="status">
      {element ? (
        <>
          <span>{t('run.spotlit', { words: shortened(wordsOf(element, t(noWordsKey(element)))) })}</span>
          {controller ? (
            <Button size="sm" variant="subtle" onClick={() => controller.lookAt(element.id)}>
              {t('run.spotlitShow')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Paused(): ReactNode {
  const t = useT();
  return (
    <div className={classes.paused}>
      <div className={classes.pausedCard} role="status">
        <strong>{t('run.pausedTitle')}</strong>
        <span>{t('run.pausedText')}</span>
      </div>
    </div>
  );
}
