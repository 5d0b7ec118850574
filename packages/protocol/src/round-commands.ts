import { z } from 'zod/mini';
import { Id } from './id.ts';
import { Ballot, RoundRules } from './rounds.ts';

/** Commands of rounds. */
export const RoundCommand = z.discriminatedUnion('type', [
  z.object({
    id: Id,
    type: z.literal('openRound'),
    rules: RoundRules,
    /** The elements that are judged; null takes those in the frames of the step. */
    items: z.nullable(z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(2_000))),
  }),
  z.object({ id: Id, type: z.literal('closeRound'), roundId: Id }),
  /** One's own answer, whole: it takes the place of the one before. Room hosts give it for who has no device. */
  z.object({ id: Id, type: z.literal('ballot'), roundId: Id, ballot: Ballot, participantId: z.optional(Id) }),
  /** Somebody who came after the round opened may answer too. */
  z.object({ id: Id, type: z.literal('letVote'), roundId: Id, participantId: Id }),
  /** Dots on paper, entered as a sum. */
  z.object({
    id: Id,
    type: z.literal('paperBallots'),
    roundId: Id,
    people: z.int().check(z.minimum(0), z.maximum(1_000)),
    marks: z.record(z.string().check(z.maxLength(64)), z.int().check(z.minimum(0), z.maximum(10_000))),
  }),
]);
export type RoundCommand = z.infer<typeof RoundCommand>;
