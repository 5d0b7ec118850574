import { z } from 'zod/mini';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';

const Ids = (most: number) => z.array(Id).check(z.maxLength(most));

/** Commands that run the agenda, and what people may ask while it runs. */
export const RunningCommand = z.discriminatedUnion('type', [
  /** Begins a step of the agenda, wherever it stands in it; null ends the session. */
  z.object({ id: Id, type: z.literal('goTo'), stepId: z.nullable(Id) }),
  /** The step that runs goes on to the stage with this number; twice is once. */
  z.object({ id: Id, type: z.literal('nextStage'), at: z.int().check(z.minimum(1), z.maximum(100)) }),
  /** Everybody's work rests, or goes on. */
  z.object({ id: Id, type: z.literal('pause'), paused: z.boolean() }),
  /** More time for the step, or less. */
  z.object({
    id: Id,
    type: z.literal('addTime'),
    ms: z.int().check(z.minimum(-LIMITS.stepMs), z.maximum(LIMITS.stepMs)),
  }),
  /** Asks the facilitators for more time; nobody else hears of it. */
  z.object({ id: Id, type: z.literal('askTime') }),
  /** Everybody, or one group, looks at these frames; null gives their view back. */
  z.object({ id: Id, type: z.literal('bring'), frames: z.nullable(Ids(200)), groupId: z.nullable(Id) }),
  /** Everybody's view goes along with one's own until it is given back. */
  z.object({ id: Id, type: z.literal('lead'), on: z.boolean() }),
  z.object({ id: Id, type: z.literal('spotlight'), elementId: z.nullable(Id) }),
  z.object({ id: Id, type: z.literal('hide'), names: z.optional(z.boolean()), cursors: z.optional(z.boolean()) }),
  /** A hand of one's own goes up or down; facilitators may lower anybody's. */
  z.object({ id: Id, type: z.literal('hand'), up: z.boolean(), participantId: z.optional(Id) }),
  /** The turn goes on to the next, or to one person; who passes is asked again at the end. */
  z.object({
    id: Id,
    type: z.literal('turn'),
    to: z.enum(['next', 'pass', 'back']),
    participantId: z.optional(Id),
  }),
  /** Words for one person alone. */
  z.object({
    id: Id,
    type: z.literal('tell'),
    participantId: Id,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.commentLength)),
  }),
  /** The notes that were written privately come to the board, all in one message; without authors, everybody's. */
  z.object({
    id: Id,
    type: z.literal('reveal'),
    frames: z.nullable(Ids(200)),
    authors: z.nullable(Ids(2_000)),
  }),
  /** Takes one of the last controls back. */
  z.object({ id: Id, type: z.literal('takeBack'), commandId: Id }),
]);
export type RunningCommand = z.infer<typeof RunningCommand>;
