import { type ClockView, LIMITS } from '@talkoot/protocol';

const SECOND = 1_000;

/** What a clock shows: at the end nothing is cut, so there is a while to finish, and then it counts what is over. */
export interface ClockReading {
  state: 'runs' | 'rests' | 'finish' | 'over';
  /** Whole seconds: what is left, or what is over. */
  seconds: number;
}

/** Reads the clock of a step at a server time, ms. */
export function readClock({ endsAt, pausedAt }: ClockView, now: number): ClockReading {
  const over = (pausedAt ?? now) - endsAt;
  if (over < 0) return { state: pausedAt === null ? 'runs' : 'rests', seconds: Math.ceil(-over / SECOND) };
  if (pausedAt !== null) return { state: 'rests', seconds: 0 };
  return { state: over < LIMITS.finishMs ? 'finish' : 'over', seconds: Math.floor(over / SECOND) };
}

/** Milliseconds until a clock shows something else. */
export function untilNextSecond({ endsAt }: ClockView, now: number): number {
  const part = (endsAt - now) % SECOND;
  return part > 0 ? part : SECOND + part;
}

/** Seconds as m:ss, and h:mm:ss from an hour on. */
export function clockWords(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What is told at a moment of the clock. */
export type ClockMark = 'minute' | 'end';

/** Which mark lies between two readings of the same clock, null for none. */
export function markBetween(before: ClockReading, after: ClockReading): ClockMark | null {
  if (before.state !== 'runs') return null;
  if (after.state === 'finish') return 'end';
  return after.state === 'runs' && before.seconds > 60 && after.seconds <= 60 ? 'minute' : null;
}
