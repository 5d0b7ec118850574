import type { Agenda } from '@talkoot/protocol';
import { courseOf } from './agenda.ts';

/** When the steps of a plan come, in minutes from its beginning. */
export interface Timetable {
  /** Steps that are left out have no time. */
  begins: ReadonlyMap<string, number>;
  minutes: number;
}

/** The steps one after another, as long as they are planned to take. */
export function timetable(agenda: Agenda): Timetable {
  const begins = new Map<string, number>();
  let minutes = 0;
  for (const step of courseOf(agenda)) {
    begins.set(step.id, minutes);
    minutes += step.minutes;
  }
  return { begins, minutes };
}
