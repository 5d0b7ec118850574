import { useEffect, useReducer, useRef } from 'react';
import type { BoardSession } from '../../../sync/session.ts';
import { type ClockMark, type ClockReading, markBetween, readClock, untilNextSecond } from './clock.ts';

/** Draws again with every second that a running clock shows. */
function useSeconds(session: BoardSession, running: boolean): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!running) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      const { clock } = session.view();
      const pause = clock ? untilNextSecond(clock, session.serverNow()) : 1_000;
      timer = setTimeout(() => {
        draw();
        wait();
      }, pause);
    };
    wait();
    return () => clearTimeout(timer);
  }, [session, running]);
}

/** The clock of the step as it stands now; null while none runs. The session's changes are its caller's to follow. */
export function useClock(session: BoardSession): ClockReading | null {
  const { clock } = session.view();
  useSeconds(session, clock !== null && clock.pausedAt === null);
  return clock && readClock(clock, session.serverNow());
}

/** The server's time, read again every second while something counts. */
export function useServerNow(session: BoardSession, counts: boolean): number {
  useSeconds(session, counts);
  return session.serverNow();
}

/** Tells the last minute and the end of a step. */
export function useClockMarks(session: BoardSession, tell: (mark: ClockMark) => void): void {
  const reading = useClock(session);
  const { step, clock } = session.view();
  const of = `${step?.id} ${clock?.endsAt}`;
  const before = useRef<{ of: string; reading: ClockReading } | null>(null);
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    const last = before.current;
    before.current = reading && { of, reading };
    if (!reading || last?.of !== of) return;
    const mark = markBetween(last.reading, reading);
    if (mark) latest.current(mark);
  }, [of, reading]);
}
