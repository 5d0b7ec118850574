import { Button, Stack } from '@mantine/core';
import { paceOf, type Repair, repairsOf } from '@talkoot/facilitation';
import { formatTime } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../../ui/i18n.tsx';
import { titleOf } from '../../../panels/step-words.ts';
import { useServerNow } from '../running/use-clock.ts';
import { useReading } from '../running/use-reading.ts';
import type { ConsoleProps } from './console-panel.tsx';
import classes from './console.module.css';

const MINUTE = 60_000;
/** Less is caught up by itself, minutes. */
const WORTH_REPAIR = 2;

/** How the session keeps to its plan, and ways to be in time again. */
export function PaceLine({ session, run, workshop }: ConsoleProps): ReactNode {
  const t = useT();
  const reading = useReading(workshop.language);
  const [language] = useLanguage();
  const told = session.console();
  const { step, stage, clock } = session.view();
  const now = useServerNow(session, clock !== null);
  const running = told && {
    agenda: told.agenda,
    times: told.times,
    stepId: step?.id ?? null,
    clock,
    later: stage?.later ?? 0,
  };
  const pace = running && paceOf(running, now);
  if (!running || !pace) return null;
  const minutes = Math.round(pace.late / MINUTE);
  const state = minutes > 0 ? 'late' : minutes < 0 ? 'ahead' : 'onTime';
  const words =
    minutes === 0
      ? t('console.onTime')
      : t(minutes > 0 ? 'console.late' : 'console.ahead', { count: Math.abs(minutes) });
  const give = async ({ commands }: Repair): Promise<void> => {
    for (const command of commands) if (!(await run(command))) return;
  };
  return (
    <Stack gap={6}>
      <div className={classes.pace} data-state={state} data-testid="pace">
        <strong>{words}</strong>
        <span>{t('console.endsAt', { time: formatTime(pace.endsAt, language) })}</span>
      </div>
      {minutes >= WORTH_REPAIR
        ? repairsOf(running, minutes * MINUTE).map((repair) => (
            <Button
              key={repair.kind}
              size="sm"
              variant="default"
              className={classes.left ?? ''}
              onClick={() => void give(repair)}
            >
              {t(`console.${repair.kind}`, {
                title: repair.step ? titleOf(repair.step, reading, reading.t) : '',
                count: repair.minutes,
              })}
            </Button>
          ))
        : null}
    </Stack>
  );
}
