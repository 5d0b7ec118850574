import { ActionIcon, Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../../ui/i18n.tsx';
import { useSession } from '../use-session.ts';
import classes from './running.module.css';
import type { RunningProps } from './running-props.ts';

/** Raises the reader's hand, or lowers it; says its place in the queue. `worded`: in words on a small screen too. */
export function HandButton({
  run,
  worded = false,
  ...props
}: Pick<RunningProps, 'session' | 'run'> & { worded?: boolean }): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const { participantId, role } = session.me();
  if (role === 'observer' || role === 'display') return null;
  const place = session.view().hands.indexOf(participantId) + 1;
  const up = place > 0;
  const label = t(up ? 'run.handDown' : 'run.hand');
  const press = (): void => void run({ type: 'hand', up: !up });
  const says = up ? t('run.handPlace', { place }) : null;
  return (
    <>
      <span role="status" className={classes.handPlace}>
        {says}
      </span>
      <Button
        {...(worded ? { flex: 1 } : { visibleFrom: 'sm' })}
        variant={up ? 'light' : 'default'}
        leftSection={<IconHandStop size={18} aria-hidden />}
        onClick={press}
      >
        {label}
      </Button>
      {worded ? null : (
        <ActionIcon
          hiddenFrom="sm"
          size={44}
          variant={up ? 'light' : 'default'}
          aria-label={label}
          title={says ?? label}
          onClick={press}
        >
          <IconHandStop size={20} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
