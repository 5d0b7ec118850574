import type { ReactNode } from 'react';
import type { BoardSession } from '../../../sync/session.ts';
import { useT } from '../../../ui/i18n.tsx';
import { useSession } from '../use-session.ts';
import { clockWords } from './clock.ts';
import classes from './running.module.css';
import { useClock } from './use-clock.ts';

/** Nothing is cut: there is a while to finish. */
function Finish({ large }: { large: boolean }): ReactNode {
  const t = useT();
  if (large) return t('run.finishShort');
  return (
    <>
      <span className={classes.wideOnly}>{t('run.finish')}</span>
      <span className={classes.narrowOnly}>{t('run.finishShort')}</span>
    </>
  );
}

/** The time that is left, in figures; calm words when it is over. */
export function StepClock({ session, large = false }: { session: BoardSession; large?: boolean }): ReactNode {
  const t = useT();
  const reading = useClock(useSession(session));
  if (!reading) return null;
  const { state, seconds } = reading;
  const time = clockWords(seconds);
  return (
    <span
      role="timer"
      aria-label={t('run.clockLeft')}
      className={classes.clock}
      data-state={state}
      data-soon={state === 'runs' && seconds <= 60 ? true : undefined}
      data-large={large || undefined}
      data-testid={large ? 'console-clock' : 'step-clock'}
    >
      {state === 'rests' ? <span className={classes.rests}>{t('run.paused')} </span> : null}
      {state === 'finish' ? <Finish large={large} /> : state === 'over' ? t('run.overBy', { time }) : time}
    </span>
  );
}
