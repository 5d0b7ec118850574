import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import type { CommandRunner } from '../use-command-runner.ts';
import classes from './console.module.css';

/** More and less time for the step, one button for each number of minutes. */
export function TimeButtons(props: {
  run: CommandRunner;
  minutes: readonly number[];
  className?: string | undefined;
}): ReactNode {
  const t = useT();
  return (
    <span className={`${classes.times} ${props.className ?? ''}`}>
      {props.minutes.map((minutes) => {
        const label = t(minutes > 0 ? 'console.addTime' : 'console.lessTime', { count: Math.abs(minutes) });
        return (
          <ActionIcon
            key={minutes}
            size={44}
            variant="default"
            aria-label={label}
            title={label}
            onClick={() => void props.run({ type: 'addTime', ms: minutes * 60_000 })}
          >
            <span aria-hidden>{minutes > 0 ? `+${minutes}` : `−${-minutes}`}</span>
          </ActionIcon>
        );
      })}
    </span>
  );
}
