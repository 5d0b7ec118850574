import type { ReactNode } from 'react';
import { CodeDisplay } from '../../ui/code-display.tsx';
import { useT } from '../../ui/i18n.tsx';
import { QrCode } from '../board/qr-code.tsx';
import classes from './display.module.css';

/** How people get in: to be photographed, or typed from the back of the room. */
export function JoinWay({ code, joined, large }: { code: string; joined: number; large?: boolean }): ReactNode {
  const t = useT();
  const { origin, host } = window.location;
  return (
    <section className={classes.join} data-large={large || undefined} aria-label={t('share.title')}>
      <div className={classes.qr}>
        <QrCode text={`${origin}/join/${code}`} label={t('share.qr')} />
      </div>
      <div className={classes.joinWords}>
        <p className={classes.address}>{`${host}/join`}</p>
        <CodeDisplay code={code} label={t('share.code')} />
        {joined > 0 ? <p>{t('display.joined', { count: joined })}</p> : null}
      </div>
    </section>
  );
}
