import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { useSession } from '../use-session.ts';
import { clockWords } from './clock.ts';
import classes from './running.module.css';
import type { RunningProps } from './running-props.ts';
import { isTurnOf, speakerName } from './step-words.ts';
import { useServerNow } from './use-clock.ts';

/** Whose turn it is to speak, for how long, and who comes next; whose turn it is ends it here. */
export function TurnRow({ people, run, ...props }: RunningProps): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const view = session.view();
  const { turns } = view;
  const now = useServerNow(session, turns !== null && !view.paused);
  if (!turns || turns.order.length === 0) return null;
  const speaker = turns.order[turns.at];
  const next = turns.order[turns.at + 1];
  if (speaker === undefined) {
    return (
      <div className={classes.turn} role="status">
        {t('run.turnsOver')}
      </div>
    );
  }
  const { participantId } = session.me();
  const { groupId } = session.own();
  const mine = isTurnOf(speaker, participantId, groupId, view);
  const soon = isTurnOf(next, participantId, groupId, view);
  const at = view.clock?.pausedAt ?? now;
  const left = Math.max(0, Math.ceil((turns.since + turns.seconds * 1_000 - at) / 1_000));
  return (
    <div className={classes.turn} data-mine={mine || undefined} data-testid="turn">
      <span role="status" className={classes.turnWords}>
        <strong>
          {mine ? t('run.yourTurn') : t('run.speaks', { name: speakerName(speaker, view, people.people) })}
        </strong>
        {soon ? <strong>{t('run.youAreNext')}</strong> : null}
      </span>
      <span className={classes.turnClock} role="timer">
        {clockWords(left)}
      </span>
      {!soon && next !== undefined ? (
        <span className={classes.turnNext}>
          {t('run.nextSpeaker', { name: speakerName(next, view, people.people) })}
        </span>
      ) : null}
      {mine ? (
        <span className={classes.turnButtons}>
          <Button size="sm" onClick={() => void run({ type: 'turn', to: 'next' })}>
            {t('run.turnDone')}
          </Button>
          {turns.pass ? (
            <Button size="sm" variant="default" onClick={() => void run({ type: 'turn', to: 'pass' })}>
              {t('run.turnPass')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
