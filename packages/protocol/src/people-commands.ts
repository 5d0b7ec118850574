import { z } from 'zod/mini';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';
import { PersonMode } from './roles.ts';

/** Commands about people who are in: from where they take part, and what others write down for them. */
export const PeopleCommand = z.discriminatedUnion('type', [
  z.object({
    id: Id,
    type: z.literal('describe'),
    participantId: Id,
    mode: z.nullable(PersonMode),
    tag: z.string().check(z.trim(), z.maxLength(LIMITS.tagLength)),
  }),
  /** A note of somebody without a device, written down by a facilitator or room host. */
  z.object({
    id: Id,
    type: z.literal('noteFor'),
    participantId: Id,
    /** Where it is to stand; null on the bare board. */
    frame: z.nullable(Id),
    words: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.handInLength)),
  }),
  /** Takes such a note back. */
  z.object({ id: Id, type: z.literal('dropNoteFor'), participantId: Id, elementId: Id }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;
