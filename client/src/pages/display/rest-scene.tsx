import { formatTime } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import { clockWords } from '../board/running/clock.ts';
import { useClock } from '../board/running/use-clock.ts';
import type { SceneProps } from './display-layout.tsx';
import classes from './display.module.css';

/** A break: when it is over by the clock on the wall, and in how long. */
export function RestScene({ session }: SceneProps): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const reading = useClock(session);
  const { clock } = session.view();
  if (!clock || !reading) return null;
  const back = clock.endsAt - session.serverNow() + Date.now();
  const over = reading.state === 'finish' || reading.state === 'over';
  return (
    <section className={classes.rest}>
      <p className={classes.back}>{t('phone.backAt', { time: formatTime(back, language) })}</p>
      <p role="timer" aria-label={t('run.clockLeft')} className={classes.restClock}>
        {over ? t('run.finishShort') : clockWords(reading.seconds)}
      </p>
    </section>
  );
}
