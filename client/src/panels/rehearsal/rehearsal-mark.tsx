import { Badge } from '@mantine/core';
import { IconMasksTheater } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui/i18n.tsx';
import classes from './rehearsal.module.css';

/** Says that nothing of this is meant. */
export function RehearsalMark({ large }: { large?: boolean }): ReactNode {
  const t = useT();
  return (
    <Badge
      variant="default"
      size="lg"
      tt="none"
      className={classes.mark ?? ''}
      leftSection={<IconMasksTheater size={large ? 32 : 16} aria-hidden />}
      data-large={large || undefined}
      data-testid="rehearsal-mark"
    >
      {t('rehearsal.mark')}
    </Badge>
  );
}
