import { Button, Switch } from '@mantine/core';
import { isFacilitating, type WorkshopView } from '@talkoot/protocol';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { RehearsalMark } from '../../../panels/rehearsal/rehearsal-mark.tsx';
import classes from '../../../panels/rehearsal/rehearsal.module.css';
import { REPORT_HASH } from '../../../panels/rehearsal/report-hash.ts';
import { useRehearsal } from '../../../panels/rehearsal/use-rehearsal.ts';
import type { BoardSession } from '../../../sync/session.ts';
import { useT } from '../../../ui/i18n.tsx';
import { useSession } from '../use-session.ts';

type Rehearsed = NonNullable<WorkshopView['rehearsal']>;

/** Over the board of a throw-away copy: what it is, how it goes on, and the way back to the plan. */
export function RehearsalBar(props: { session: BoardSession; rehearsed: Rehearsed }): ReactNode {
  const t = useT();
  const { of, speed } = props.rehearsed;
  const session = useSession(props.session);
  useBackWhenGone(props.session, of);
  return (
    <section className={classes.bar} aria-label={t('rehearsal.mark')} data-testid="rehearsal-bar">
      <RehearsalMark />
      <span className={classes.speed}>{t('rehearsal.speedOf', { count: speed })}</span>
      {isFacilitating(session.me().role) ? <Lead of={of} /> : null}
    </section>
  );
}

/** The copy was removed while it was looked at: its facilitators find themselves at the plan, not at a closed door. */
function useBackWhenGone(session: BoardSession, of: string): void {
  const [, navigate] = useLocation();
  const go = useRef(navigate);
  go.current = navigate;
  useEffect(
    () =>
      session.subscribe(() => {
        const state = session.saveState();
        const gone = state.kind === 'ended' && state.reason === 'gone';
        if (gone && isFacilitating(session.me().role)) go.current(`/w/${of}/plan${REPORT_HASH}`, { replace: true });
      }),
    [session, of],
  );
}

function Lead({ of }: { of: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const rehearsal = useRehearsal(of);
  const running = rehearsal.state?.running;
  const leave = async (): Promise<void> => {
    if (await rehearsal.end()) navigate(`/w/${of}/plan${REPORT_HASH}`);
  };
  return (
    <>
      <span className={classes.barWords} role="status">
        {running?.over ? t('rehearsal.over') : running ? t('rehearsal.present', { count: running.present }) : null}
      </span>
      <div className={classes.barEnd}>
        {running && !running.over ? (
          <Switch
            size="md"
            label={t('rehearsal.auto')}
            checked={running.auto}
            onChange={({ currentTarget }) => void rehearsal.setAuto(currentTarget.checked)}
          />
        ) : null}
        <Button size="sm" variant={running?.over ? 'filled' : 'default'} onClick={() => void leave()}>
          {running?.over ? t('rehearsal.toPlan') : t('rehearsal.end')}
        </Button>
      </div>
    </>
  );
}
