import type { AgendaStep, ConsoleMessage, SessionView } from '@talkoot/protocol';

/** Where a session stands in its plan. */
export interface Course {
  steps: readonly AgendaStep[];
  current: AgendaStep | undefined;
  next: AgendaStep | undefined;
  previous: AgendaStep | undefined;
  /** Something of it has run. */
  begun: boolean;
  /** All of it has run. */
  ended: boolean;
}

/** Reads it from what facilitators know; who did nothing yet begins with the first step. */
export function courseNow({ agenda, times }: ConsoleMessage, { step }: Pick<SessionView, 'step'>): Course {
  const { steps } = agenda;
  const at = steps.findIndex(({ id }) => id === step?.id);
  const begun = Object.keys(times).length > 0;
  const ran = (one: AgendaStep): boolean => times[one.id] !== undefined;
  const last = steps.findLastIndex(ran);
  const from = at >= 0 ? at : last;
  const next = steps.slice(from + 1).find(({ skipped }) => !skipped);
  return {
    steps,
    current: steps[at],
    next,
    previous: at > 0 ? steps.slice(0, at).findLast(({ skipped }) => !skipped) : undefined,
    begun,
    ended: at < 0 && begun && next === undefined,
  };
}
