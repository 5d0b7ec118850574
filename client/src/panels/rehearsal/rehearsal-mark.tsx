import { IconMasksTheater } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './rehearsal.module.css';

/** Says that nothing of this is meant. */
export function RehearsalMark({ large }: { large?: boolean }): ReactNode {
  const t = useT();
  return (
    <span className={classes.mark} data-large={large || undefined} data-testid="rehearsal-mark">
      <IconMasksTheater size={large ? 32 : 16} aria-hidden />
      {t('rehearsal.mark')}
    </span>
  );
}
