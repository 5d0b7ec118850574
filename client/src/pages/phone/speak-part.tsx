import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import type { RunningProps } from '../board/running/running-props.ts';
import { isTurnOf, speakerName } from '../board/running/step-words.ts';
import { TurnRow } from '../board/running/turn-row.tsx';
import classes from './phone.module.css';

/** Whose turn it is, the ways to end one's own, and the order. */
export function SpeakPart(props: RunningProps): ReactNode {
  const { session, people } = props;
  const t = useT();
  const view = session.view();
  const { turns } = view;
  if (!turns) return null;
  const mine = (id: string): boolean => isTurnOf(id, session.me().participantId, session.own().groupId, view);
  const before = turns.order.findIndex((id, at) => at >= turns.at && mine(id)) - turns.at;
  return (
    <div className={classes.speak}>
      <TurnRow {...props} />
      {before > 1 ? <Text role="status">{t('phone.before', { count: before })}</Text> : null}
      <ol className={classes.order} aria-label={t('phone.order')}>
        {turns.order.map((id, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: who passed comes twice, and the order stays
            key={`${id} ${turns.order.indexOf(id) < at}`}
            aria-current={at === turns.at ? 'true' : undefined}
            data-over={at < turns.at || undefined}
            data-mine={mine(id) || undefined}
          >
            {speakerName(id, view, people.people)}
          </li>
        ))}
      </ol>
    </div>
  );
}
