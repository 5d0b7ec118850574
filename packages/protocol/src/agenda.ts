import { z } from 'zod/mini';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';

/** Parts of a workshop, in the order in which groups go through them. */
export const PHASES = ['arrival', 'divergence', 'emergence', 'convergence', 'commitment', 'check-out'] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;

const words = (most: number) => z.string().check(z.maxLength(most));

/** Words in each language; empty where nobody wrote them yet. */
export const StepTitle = z.object({ fi: words(200), sv: words(200), en: words(200) });
export const StepWords = z.object({ fi: words(2_000), sv: words(2_000), en: words(2_000) });
export type StepWords = z.infer<typeof StepWords>;

/** One step of an agenda. Its settings are read by its type, in `packages/facilitation/src/steps`. */
export const AgendaStep = z.object({
  id: Id,
  type: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  phase: Phase,
  title: StepTitle,
  /** What people are asked to do. */
  prompt: StepWords,
  /** For facilitators only: what to say and to have at hand. */
  cue: words(4_000),
  minutes: z.int().check(z.minimum(0), z.maximum(600)),
  /** It may be dropped when time is short. */
  optional: z.boolean(),
  /** It is left out this time. */
  skipped: z.boolean(),
  /** When its time is over the next one begins by itself. */
  autoAdvance: z.boolean(),
  /** Frames of the board that it is about. */
  frames: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(200)),
  settings: z.record(z.string().check(z.maxLength(40)), z.unknown()),
});
export type AgendaStep = z.infer<typeof AgendaStep>;

/** The plan of a workshop: only facilitators know it whole. */
export const Agenda = z.object({
  /** Planned beginning, server time (ms). */
  startsAt: z.nullable(z.number()),
  /** Minutes for which people and rooms are booked. */
  bookedMinutes: z.nullable(z.int().check(z.minimum(1), z.maximum(6_000))),
  /** For how many people it is planned. */
  expectedPeople: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(5_000)))),
  steps: z.array(AgendaStep).check(z.maxLength(LIMITS.agendaSteps)),
});
export type Agenda = z.infer<typeof Agenda>;

export const EMPTY_AGENDA: Agenda = { startsAt: null, bookedMinutes: null, steps: [] };
