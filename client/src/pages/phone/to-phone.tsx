import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { isFacilitating } from '@talkoot/protocol';
import { IconDeviceMobile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { keepPhonePage, PHONE } from '../../ui/preferences.ts';
import { useSession } from '../board/use-session.ts';
import classes from './to-phone.module.css';

/** The way from the canvas back to the page for phones, while a step runs there. */
export function ToPhone(props: { session: BoardSession }): ReactNode {
  const t = useT();
  const session = useSession(props.session);
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const { step } = session.view();
  if (!isPhone || !step || isFacilitating(session.me().role)) return null;
  return (
    <div className={classes.back}>
      <Button
        component={Link}
        to={`/phone/${session.workshopId}`}
        size="sm"
        fullWidth
        variant="light"
        leftSection={<IconDeviceMobile size={18} aria-hidden />}
        onClick={() => keepPhonePage(true)}
      >
        {t('phone.page')}
      </Button>
    </div>
  );
}
