import { z } from 'zod/mini';
import { Grouping, Visits } from './groups.ts';
import { Id } from './id.ts';

/** Commands of groups. */
export const GroupCommand = z.discriminatedUnion('type', [
  z.object({
    id: Id,
    type: z.literal('formGroups'),
    by: Grouping,
    size: z.int().check(z.minimum(2), z.maximum(50)),
    visits: Visits,
    /** Of these frames each group gets its own copy. */
    frames: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(200)),
  }),
  z.object({ id: Id, type: z.literal('moveToGroup'), participantId: Id, groupId: Id }),
  z.object({
    id: Id,
    type: z.literal('renameGroup'),
    groupId: Id,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  }),
  /** The note that one's group brings before all; null when it has none yet. */
  z.object({
    id: Id,
    type: z.literal('chooseNote'),
    elementId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
  }),
  /** A group asks for a facilitator, or no longer does. */
  z.object({ id: Id, type: z.literal('callFacilitator'), calls: z.boolean() }),
  /** A facilitator looks into a group, which is told so. */
  z.object({ id: Id, type: z.literal('visit'), groupId: z.nullable(Id) }),
  /** The groups end; what they made comes to the board side by side, unless it stays theirs. */
  z.object({ id: Id, type: z.literal('gather'), keepPrivate: z.boolean() }),
]);
export type GroupCommand = z.infer<typeof GroupCommand>;
