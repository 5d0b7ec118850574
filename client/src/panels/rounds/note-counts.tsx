import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { frameName } from '../outline-words.ts';
import { useModelVersion } from '../use-model.ts';
import classes from './rounds.module.css';

/** How many notes wait in which frame, as bars, before anybody's words are shown; nothing where none are counted. */
export function NoteCounts({ session }: { session: Pick<BoardSession, 'view' | 'model'> }): ReactNode {
  const t = useT();
  useModelVersion(session.model);
  const { counts } = session.view();
  if (!counts) return null;
  const { frames, elsewhere } = counts;
  const bars = [
    ...frames.map(({ id, notes }) => ({ id, notes, words: frameName(session.model, id, t) })),
    ...(elsewhere > 0 ? [{ id: '', notes: elsewhere, words: t('round.noFrame') }] : []),
  ];
  const top = Math.max(1, ...bars.map(({ notes }) => notes));
  const sum = bars.reduce((total, { notes }) => total + notes, 0);
  return (
    <div>
      <Text c="dimmed">{t('round.waiting', { count: sum })}</Text>
      <ul className={classes.results}>
        {bars.map(({ id, notes, words }) => (
          <li key={id} className={classes.result}>
            <span className={classes.words}>{words}</span>
            <span className={classes.bar} aria-hidden>
              <span style={{ inlineSize: `${(notes / top) * 100}%` }} />
            </span>
            <span className={classes.score}>{t('round.notes', { count: notes })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
