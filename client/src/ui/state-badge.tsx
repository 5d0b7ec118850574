import { Badge } from '@mantine/core';
import type { WorkshopState } from '@talkoot/protocol';
import { IconCircleCheck, IconLock, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from './i18n.tsx';
import classes from './state-badge.module.css';

const ICONS = { draft: IconPencil, open: IconCircleCheck, closed: IconLock } as const;

/** State of a workshop: told by word and mark as well as by colour. */
export function StateBadge({ state }: { state: WorkshopState }): ReactNode {
  const t = useT();
  const Icon = ICONS[state];
  return (
    <Badge
      variant="default"
      size="lg"
      tt="none"
      className={classes[state] ?? ''}
      leftSection={<Icon size={14} aria-hidden />}
    >
      {t(`state.${state}`)}
    </Badge>
  );
}
