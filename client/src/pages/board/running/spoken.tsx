import { useEffect } from 'react';
import { stageOf, taskOf, titleOf, todoOf } from '../../../panels/step-words.ts';
import { useT } from '../../../ui/i18n.tsx';
import { useAnnounce } from '../../../ui/live-region.tsx';
import type { RunningProps } from './running-props.ts';
import { readySounds, sound } from './sounds.ts';
import { useClockMarks } from './use-clock.ts';
import { useReading } from './use-reading.ts';

/** Tells by voice and sound what the eye sees in the bar. Draws nothing. */
export function Spoken({ session, workshop }: Pick<RunningProps, 'session' | 'workshop'>): null {
  const t = useT();
  const announce = useAnnounce();
  const reading = useReading(workshop.language);
  const { step, stage } = session.view();
  const words = step
    ? t('run.nowStep', {
        title: [titleOf(step, reading, t), stageOf({ step, stage }, t)].filter(Boolean).join(', '),
        todo: stage ? todoOf(step, stage, t) : taskOf({ step, stage }, reading, t),
      })
    : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, announce]);
  useEffect(() => readySounds(), []);
  useClockMarks(session, (mark) => {
    announce(t(mark === 'minute' ? 'run.minuteLeft' : 'run.finish'));
    sound(mark);
  });
  return null;
}
