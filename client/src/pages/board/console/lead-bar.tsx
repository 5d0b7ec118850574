import { ActionIcon, Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import classes from './console.module.css';
import type { StepBarProps } from '../running/running-props.ts';
import { stageName, titleOf } from '../../../panels/step-words.ts';
import { useReading } from '../running/use-reading.ts';
import { useSession } from '../use-session.ts';
import { courseNow } from './course.ts';
import { TimeButtons } from './time-buttons.tsx';

const ICON = 18;

/** The controls that a facilitator needs all the time: start or next, pause, time, and the way to all others. */
export function LeadBar(props: StepBarProps): ReactNode {
  const { run } = props;
  const t = useT();
  const session = useSession(props.session);
  const reading = useReading(props.workshop.language);
  const told = session.console();
  const view = session.view();
  if (!told || (told.agenda.steps.length === 0 && !view.step)) return null;
  const { current, next, begun, ended } = courseNow(told, view);
  const title = next ? titleOf(next, reading, reading.t) : '';
  return (
    <div className={classes.lead}>
      {current ? null : <span className={classes.ready}>{t(ended ? 'console.ended' : 'console.ready')}</span>}
      {current ? (
        <>
          <PauseButton {...props} compact />
          <TimeButtons run={run} minutes={[-1, 1, 5]} className={classes.wide} />
        </>
      ) : null}
      {view.stage?.next ? (
        <StageButton session={session} run={run} />
      ) : next ? (
        <Button
          className={classes.next ?? ''}
          leftSection={
            current ? <IconPlayerSkipForward size={ICON} aria-hidden /> : <IconPlayerPlay size={ICON} aria-hidden />
          }
          title={title}
          onClick={() => void run({ type: 'goTo', stepId: next.id })}
        >
          {t(begun ? 'console.next' : 'console.begin', { title })}
        </Button>
      ) : current ? (
        <Button variant="default" onClick={() => void run({ type: 'goTo', stepId: null })}>
          {t('console.end')}
        </Button>
      ) : null}
      <ConsoleButton {...props} waiting={view.hands.length + told.asks.length + told.calls.length} />
    </div>
  );
}

/** On to the next stage of the step that runs. */
export function StageButton({ session, run }: Pick<StepBarProps, 'session' | 'run'>): ReactNode {
  const t = useT();
  const { step, stage } = session.view();
  if (!step || !stage?.next) return null;
  return (
    <Button
      className={classes.next ?? ''}
      leftSection={<IconPlayerSkipForward size={ICON} aria-hidden />}
      onClick={() => void run({ type: 'nextStage', at: stage.at + 1 })}
    >
      {t('console.nextStage', { name: stageName(step, stage.next, stage.at + 1, t) })}
    </Button>
  );
}

/** The way to all other controls, with the number of those who wait: hands, wishes for time, groups that call. */
function ConsoleButton({ panel, onPanel, waiting }: StepBarProps & { waiting: number }): ReactNode {
  const t = useT();
  const open = panel === 'console';
  const label = waiting > 0 ? t('console.waiting', { count: waiting }) : t('console.title');
  const press = (): void => onPanel(open ? null : 'console');
  return (
    <>
      <Button
        visibleFrom="sm"
        variant={open ? 'light' : 'default'}
        leftSection={<IconAdjustmentsHorizontal size={ICON} aria-hidden />}
        aria-pressed={open}
        onClick={press}
      >
        {label}
      </Button>
      <ActionIcon
        hiddenFrom="sm"
        size={44}
        variant={open ? 'light' : 'default'}
        aria-label={label}
        aria-pressed={open}
        onClick={press}
      >
        {waiting > 0 ? (
          <span className={classes.waiting}>{waiting}</span>
        ) : (
          <IconAdjustmentsHorizontal size={20} aria-hidden />
        )}
      </ActionIcon>
    </>
  );
}

/** Stops everybody's work, or lets it go on. */
export function PauseButton(props: Pick<StepBarProps, 'session' | 'run'> & { compact?: boolean }): ReactNode {
  const t = useT();
  const { paused } = props.session.view();
  const label = t(paused ? 'console.goOn' : 'console.pause');
  const press = (): void => void props.run({ type: 'pause', paused: !paused });
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  if (!props.compact) {
    return (
      <Button variant={paused ? 'filled' : 'default'} leftSection={<Icon size={ICON} aria-hidden />} onClick={press}>
        {label}
      </Button>
    );
  }
  return (
    <ActionIcon size={44} variant={paused ? 'filled' : 'default'} aria-label={label} title={label} onClick={press}>
      <Icon size={20} aria-hidden />
    </ActionIcon>
  );
}
