import { groupNameIn } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import { usePeople } from '../../sync/use-session.ts';
import { useT } from '../../ui/i18n.tsx';
import { clockWords } from '../board/running/clock.ts';
import { speakerName } from '../board/running/step-words.ts';
import { useServerNow } from '../board/running/use-clock.ts';
import type { SceneProps } from './display-layout.tsx';
import classes from './display.module.css';

/** So many names after the one who speaks are read from the back of the room. */
const NEXT = 6;

/** Who speaks, for how long yet, and who comes next. */
export function TurnScene({ session }: SceneProps): ReactNode {
  const t = useT();
  const { people } = usePeople(session);
  const view = session.view();
  const { turns, clock } = view;
  const now = useServerNow(session, turns !== null && !view.paused);
  if (!turns) return null;
  const nameOf = (id: string): string => {
    const name = speakerName(id, view, people);
    return turns.groups ? groupNameIn(name, t) : name;
  };
  const speaker = turns.order[turns.at];
  if (speaker === undefined) return <p className={classes.speaker}>{t('run.turnsOver')}</p>;
  const left = Math.max(0, Math.ceil((turns.since + turns.seconds * 1_000 - (clock?.pausedAt ?? now)) / 1_000));
  const next = turns.order.slice(turns.at + 1, turns.at + 1 + NEXT);
  const more = turns.order.length - turns.at - 1 - next.length;
  return (
    <section className={classes.turns}>
      <p className={classes.speaker} role="status">
        {nameOf(speaker)}
      </p>
      <p className={classes.turnClock} role="timer">
        {clockWords(left)}
      </p>
      <ol className={classes.next} aria-label={t('phone.order')}>
        {next.map((id, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: who passed comes twice, and the order stays
          <li key={`${id} ${next.indexOf(id) < at}`}>{nameOf(id)}</li>
        ))}
        {more > 0 ? <li className={classes.more}>{t('display.more', { count: more })}</li> : null}
      </ol>
    </section>
  );
}
