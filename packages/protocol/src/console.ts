import { z } from 'zod/mini';
import { Agenda } from './agenda.ts';
import { Visits } from './groups.ts';
import { Ballot } from './rounds.ts';

/** How people do, in numbers: never what they write. */
export const HealthView = z.object({
  joined: z.int(),
  online: z.int(),
  writing: z.int(),
  idle: z.int(),
  lost: z.int(),
  /** Private notes so far, and by how many people. */
  notes: z.int(),
  authors: z.int(),
});
export type HealthView = z.infer<typeof HealthView>;

/** What only facilitators know of the running session. */
export const ConsoleMessage = z.object({
  type: z.literal('console'),
  agenda: Agenda,
  /** When steps began and ended, as far as they did: server times (ms). */
  times: z.record(z.string(), z.object({ startedAt: z.number(), endedAt: z.nullable(z.number()) })),
  /** People who asked for more time in this step. */
  asks: z.array(z.string()),
  /** Groups that want to be visited. */
  calls: z.array(z.string()),
  visits: z.nullable(Visits),
  /** Who answers a round, by round: never what. */
  answered: z.record(z.string(), z.array(z.string())),
  /** Who came too late for an open round and may be let in, by round. */
  late: z.record(z.string(), z.array(z.string())),
  /** Controls that may still be taken back, the latest last. */
  undoable: z.array(z.object({ commandId: z.string(), type: z.string(), at: z.number() })),
});
export type ConsoleMessage = z.infer<typeof ConsoleMessage>;

/** Numbers change more often than anything else of the console. */
export const HealthMessage = z.object({ type: z.literal('health'), health: HealthView });
export type HealthMessage = z.infer<typeof HealthMessage>;

/** Words that a facilitator wrote to one person. */
export const ToldNote = z.object({ id: z.string(), by: z.string(), text: z.string(), at: z.number() });
export type ToldNote = z.infer<typeof ToldNote>;

/** What only one person knows of the running session. */
export const OwnMessage = z.object({
  type: z.literal('own'),
  /** Own answers, by round. */
  ballots: z.record(z.string(), Ballot),
  /** Rounds in which this person may answer. */
  entitled: z.array(z.string()),
  told: z.array(ToldNote),
  askedTime: z.boolean(),
  /** Own group; null outside of groups. */
  groupId: z.nullable(z.string()),
  /** The group into which this facilitator looks now. */
  visits: z.nullable(z.string()),
  /** The note that own group brings before all. */
  chosen: z.nullable(z.string()),
  /** Own group has called a facilitator. */
  calling: z.boolean(),
  /** Facilitators who look into the group now. */
  visitors: z.array(z.string()),
  /** Own copies of frames that everybody has their own of, by the frame. */
  copies: z._default(z.record(z.string(), z.string()), {}),
});
export type OwnMessage = z.infer<typeof OwnMessage>;
