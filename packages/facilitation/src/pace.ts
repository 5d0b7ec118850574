import type { Agenda, AgendaStep, ClockView, Command } from '@talkoot/protocol';
import { courseOf } from './agenda.ts';
import { typeOf } from './steps.ts';

/** A planned beginning further than this from the real one, ms, is of another day: it measures nothing. */
const SAME_DAY_MS = 4 * 60 * 60 * 1000;
/** No talk is cut below this, minutes. */
const LEAST_MINUTES = 3;

const MINUTE = 60_000;

/** How a running session keeps to its plan. */
export interface Pace {
  /** Server time (ms) at which it ends when all that is left takes its minutes. */
  endsAt: number;
  /** Server time (ms) until which people are booked, or else when all steps would be done. */
  plannedEnd: number;
  /** Milliseconds behind; negative when ahead. */
  late: number;
}

type WithoutId<C> = C extends unknown ? Omit<C, 'id'> : never;

/** A way to be in time again, as the ordinary commands that bring it. */
export interface Repair {
  kind: 'shorten' | 'drop' | 'extend';
  /** The step that changes; null when the end does. */
  step: AgendaStep | null;
  /** Minutes that it gains. */
  minutes: number;
  commands: WithoutId<Extract<Command, { type: 'changeStep' | 'skipStep' | 'setPlan' }>>[];
}

/** What of a session its pace is reckoned from. */
export interface Running {
  agenda: Agenda;
  times: Readonly<Record<string, { startedAt: number }>>;
  stepId: string | null;
  clock: ClockView | null;
  /** How long the stages after the one that runs take, ms. */
  later?: number;
}

/**
 * Compares the end that is to be expected with the planned one; null while no step runs. Time that was booked over the
 * sum of the steps is a reserve: using it is not being late.
 */
export function paceOf({ agenda, times, stepId, clock, later = 0 }: Running, now: number): Pace | null {
  const begun = Object.values(times).map(({ startedAt }) => startedAt);
  if (!clock || stepId === null || begun.length === 0) return null;
  const first = Math.min(...begun);
  const { startsAt, bookedMinutes } = agenda;
  const beginning = startsAt !== null && Math.abs(startsAt - first) < SAME_DAY_MS ? startsAt : first;
  const left = now + Math.max(0, clock.endsAt - (clock.pausedAt ?? now));
  const endsAt = left + later + minutesOf(stepsAfter(agenda, stepId)) * MINUTE;
  const bySteps = beginning + minutesOf(courseOf(agenda)) * MINUTE;
  const plannedEnd = bookedMinutes === null ? bySteps : beginning + bookedMinutes * MINUTE;
  const over = endsAt - plannedEnd;
  const late = over > 0 ? over : Math.max(over, Math.min(0, endsAt - bySteps));
  return { endsAt, plannedEnd, late };
}

/** Ways to make up for so many milliseconds: a shorter talk, one optional step less, a later end. */
export function repairsOf({ agenda, stepId }: Pick<Running, 'agenda' | 'stepId'>, late: number): Repair[] {
  const need = Math.ceil(late / MINUTE);
  if (need <= 0 || stepId === null) return [];
  const booked = agenda.bookedMinutes ?? minutesOf(courseOf(agenda));
  // Without a booked end the plan itself is the measure: it is kept as it was before it changes.
  const keepEnd: Repair['commands'] =
    agenda.bookedMinutes === null ? [{ type: 'setPlan', bookedMinutes: Math.max(1, booked) }] : [];
  const after = stepsAfter(agenda, stepId);
  const repairs: Repair[] = [];
  const talk = after.find((step) => typeOf(step)?.todo === 'talk' && cutOf(step, need) > 0);
  if (talk) {
    const minutes = cutOf(talk, need);
    const change = { minutes: talk.minutes - minutes };
    const commands: Repair['commands'] = [...keepEnd, { type: 'changeStep', stepId: talk.id, change }];
    repairs.push({ kind: 'shorten', step: talk, minutes, commands });
  }
  const spare = bestToDrop(after, need);
  if (spare) {
    const commands: Repair['commands'] = [...keepEnd, { type: 'skipStep', stepId: spare.id, skipped: true }];
    repairs.push({ kind: 'drop', step: spare, minutes: spare.minutes, commands });
  }
  const commands: Repair['commands'] = [{ type: 'setPlan', bookedMinutes: booked + need }];
  repairs.push({ kind: 'extend', step: null, minutes: need, commands });
  return repairs;
}

/** Half of a talk at most. */
function cutOf({ minutes }: AgendaStep, need: number): number {
  return Math.min(need, Math.floor(minutes / 2), minutes - LEAST_MINUTES);
}

/** The shortest optional step that is enough, else the longest there is. */
function bestToDrop(after: readonly AgendaStep[], need: number): AgendaStep | undefined {
  const optional = after.filter((step) => step.optional && step.minutes > 0).sort((a, b) => a.minutes - b.minutes);
  return optional.find(({ minutes }) => minutes >= need) ?? optional.at(-1);
}

function stepsAfter(agenda: Agenda, stepId: string): AgendaStep[] {
  const at = agenda.steps.findIndex(({ id }) => id === stepId);
  return agenda.steps.slice(at + 1).filter(({ skipped }) => !skipped);
}

function minutesOf(steps: readonly AgendaStep[]): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}
