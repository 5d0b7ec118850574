import { z } from 'zod/mini';
import { Agenda, AgendaStep } from './agenda.ts';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';

const StepPatch = z.partial(z.omit(AgendaStep, { id: true, type: true, skipped: true }));

/** Commands that write the plan; a step's id is chosen by who adds it. */
export const AgendaCommand = z.discriminatedUnion('type', [
  /** Before the step `before`, or last. Settings that a type does not know are refused. */
  z.object({
    id: Id,
    type: z.literal('addSteps'),
    steps: z.array(AgendaStep).check(z.minLength(1), z.maxLength(LIMITS.agendaSteps)),
    before: z.nullable(Id),
  }),
  z.object({ id: Id, type: z.literal('changeStep'), stepId: Id, change: StepPatch }),
  z.object({ id: Id, type: z.literal('moveStep'), stepId: Id, before: z.nullable(Id) }),
  z.object({ id: Id, type: z.literal('removeStep'), stepId: Id }),
  z.object({ id: Id, type: z.literal('skipStep'), stepId: Id, skipped: z.boolean() }),
  z.object({
    id: Id,
    type: z.literal('setPlan'),
    startsAt: z.optional(Agenda.shape.startsAt),
    bookedMinutes: z.optional(Agenda.shape.bookedMinutes),
    expectedPeople: Agenda.shape.expectedPeople,
  }),
]);
export type AgendaCommand = z.infer<typeof AgendaCommand>;
