import { z } from 'zod/mini';
import { StepTitle } from './agenda.ts';
import { LIMITS } from './limits.ts';

/** Bounds of a rehearsal. They stand apart from {@link LIMITS}: no browser needs them before somebody rehearses. */
export const REHEARSAL = {
  people: 60,
  /** Times as fast as the workshop. */
  speed: 20,
  lettersPerMinute: { least: 40, most: 400 },
  /** Rehearsals that one server runs at a time, so that workshops do not suffer. */
  atOnce: 2,
  /** None lasts longer, and none that its facilitators left longer than the second. */
  mostMs: 4 * 60 * 60 * 1000,
  leftMs: 2 * 60 * 1000,
} as const;

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const percent = whole(0, 100);

/** Who takes part in a rehearsal, and how fast it goes. Shares are in per cent. */
export const RehearsalInput = z.object({
  people: whole(1, REHEARSAL.people),
  lettersPerMinute: whole(REHEARSAL.lettersPerMinute.least, REHEARSAL.lettersPerMinute.most),
  phones: percent,
  latecomers: percent,
  dropouts: percent,
  speed: whole(1, REHEARSAL.speed),
});
export type RehearsalInput = z.infer<typeof RehearsalInput>;

/** How one step went. Times are of the workshop, ms: at twenty times the speed a minute is three seconds. */
export const RehearsedStep = z.object({
  stepId: z.string(),
  type: z.string(),
  title: StepTitle,
  minutes: z.int(),
  ranMs: z.number(),
  /** What the slowest would have needed; null where people work until the time is over. */
  neededMs: z.nullable(z.number()),
  /** It is that long because people speak in turn. */
  turns: z.boolean(),
  notes: z.int(),
  answers: z.int(),
  /** People who took part, and those among them who were not done when it ended. */
  people: z.int(),
  unfinished: z.int(),
});
export type RehearsedStep = z.infer<typeof RehearsedStep>;

export const RehearsalReport = z.object({
  at: z.number(),
  input: RehearsalInput,
  steps: z.array(RehearsedStep).check(z.maxLength(LIMITS.agendaSteps)),
  /** Every step was run. */
  whole: z.boolean(),
  /** What the server refused simulated people, by code of a refusal or a problem, and how often. */
  refused: z.array(z.object({ code: z.string(), count: z.int() })),
  /** Other faults, such as lines that could not be opened. */
  faults: z.int(),
});
export type RehearsalReport = z.infer<typeof RehearsalReport>;

/** A rehearsal that runs, or whose copy is still looked at. */
export const RehearsalView = z.object({
  /** The throw-away copy. */
  copyId: z.string(),
  input: RehearsalInput,
  /** Steps follow one another by themselves. */
  auto: z.boolean(),
  /** Simulated people who are there now. */
  present: z.int(),
  /** All is done; the copy stays until its facilitators leave it. */
  over: z.boolean(),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

/** The rehearsal of a workshop, and how the last one went. */
export const RehearsalState = z.object({
  running: z.nullable(RehearsalView),
  report: z.nullable(RehearsalReport),
});
export type RehearsalState = z.infer<typeof RehearsalState>;

export const RehearsalPatch = z.object({ auto: z.boolean() });
