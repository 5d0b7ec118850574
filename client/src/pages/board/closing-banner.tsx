import { Button, Text } from '@mantine/core';
import { isFacilitating, LIMITS } from '@talkoot/protocol';
import { type ReactNode, useEffect, useReducer, useRef } from 'react';
import type { BoardSession } from '../../sync/session.ts';
import { useT } from '../../ui/i18n.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import classes from './board.module.css';
import type { CommandRunner } from './use-command-runner.ts';
import { useSession } from './use-session.ts';

/** Milliseconds until the close. The server's time comes a little late over a slow line: never more than there can be. */
export function timeUntilClose(closesAt: number, now: number): number {
  return Math.min(Math.max(0, closesAt - now), LIMITS.closingMs);
}

/** The seconds until the workshop closes, drawn again as each ends; null when it is not to close. */
function useSecondsLeft(session: BoardSession): number | null {
  const { closesAt } = useSession(session).view();
  const [tick, next] = useReducer((count: number) => count + 1, 0);
  const left = closesAt === null ? null : timeUntilClose(closesAt, session.serverNow());
  // biome-ignore lint/correctness/useExhaustiveDependencies: each second sets the timer for the next
  useEffect(() => {
    if (!left) return;
    const timer = setTimeout(next, left % 1_000 || 1_000);
    return () => clearTimeout(timer);
  }, [closesAt, tick]);
  return left === null ? null : Math.ceil(left / 1_000);
}

/** Says aloud once that the workshop is to close, and once when that is taken back: not every second. */
function useClosingAnnounced(seconds: number | null, state: string): void {
  const t = useT();
  const announce = useAnnounce();
  const before = useRef(false);
  const closing = seconds !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when it begins and ends, with the seconds of then
  useEffect(() => {
    if (closing) announce(t('closing.in', { count: seconds }));
    else if (before.current && state === 'open') announce(t('closing.kept'));
    before.current = closing;
  }, [closing]);
}

/** Counts down to the close; facilitators can take it back, and end the waiting. */
export function ClosingBanner(props: { session: BoardSession; run: CommandRunner }): ReactNode {
  const t = useT();
  const { session, run } = props;
  const seconds = useSecondsLeft(session);
  useClosingAnnounced(seconds, session.view().state);
  if (seconds === null) return null;
  const { role } = session.me();
  return (
    <div className={`${classes.banner} ${classes.closing}`}>
      <Text role="timer" fw={700}>
        {seconds > 0 ? t('closing.in', { count: seconds }) : t('closing.now')}
      </Text>
      {isFacilitating(role) ? (
        <Button size="sm" onClick={() => void run({ type: 'open' })}>
          {t('closing.keepOpen')}
        </Button>
      ) : (
        <Text>{t('closing.finish')}</Text>
      )}
      {role === 'facilitator' ? (
        <Button size="sm" variant="default" onClick={() => void run({ type: 'close', now: true })}>
          {t('closing.atOnce')}
        </Button>
      ) : null}
    </div>
  );
}
