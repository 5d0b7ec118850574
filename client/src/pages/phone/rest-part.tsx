import { Text } from '@mantine/core';
import { formatTime } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useLanguage, useT } from '../../ui/i18n.tsx';
import classes from './phone.module.css';

/** A break: when it is over, as the clock on the wall shows it. */
export function RestPart({ session }: { session: BoardSession }): ReactNode {
  const t = useT();
  const [language] = useLanguage();
  const { clock } = session.view();
  if (!clock) return null;
  // The device's own clock may be wrong: the end is as far from its time as from the server's.
  const back = clock.endsAt - session.serverNow() + Date.now();
  return <Text className={classes.back ?? ''}>{t('phone.backAt', { time: formatTime(back, language) })}</Text>;
}
