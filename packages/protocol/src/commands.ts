import { z } from 'zod/mini';
import { AgendaCommand } from './agenda-commands.ts';
import { CommentCommand } from './comment-commands.ts';
import { GroupCommand } from './group-commands.ts';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';
import { PeopleCommand } from './people-commands.ts';
import { ParticipationRules } from './roles.ts';
import { RoundCommand } from './round-commands.ts';
import { RunningCommand } from './running-commands.ts';
import { VersionName } from './versions.ts';

/** A display is a screen that nobody is behind: no role to give to a person. */
const GivenRole = z.enum(['facilitator', 'cofacilitator', 'roomHost', 'participant', 'observer']);

const Ids = z.array(Id).check(z.minLength(1), z.maxLength(2_000));

/**
 * Facilitation commands: a closed set of typed objects. `id` is chosen by the sender; a command is carried out
 * once however often it arrives, and a repeated one gets the first answer again.
 */
export const Command = z.discriminatedUnion('type', [
  /** Opens it, and takes back a close that has not come yet. */
  z.object({ id: Id, type: z.literal('open') }),
  /** Closes an open workshop after `LIMITS.closingMs`, or at once. */
  z.object({ id: Id, type: z.literal('close'), now: z.optional(z.literal(true)) }),
  z.object({ id: Id, type: z.literal('lock'), elementIds: Ids, locked: z.boolean() }),
  /** Locks what stands on the board, or unlocks it again but for what was locked before. */
  z.object({ id: Id, type: z.literal('lockAll'), locked: z.boolean() }),
  z.object({ id: Id, type: z.literal('setRules'), rules: ParticipationRules }),
  z.object({ id: Id, type: z.literal('setRole'), participantId: Id, role: GivenRole }),
  z.object({
    id: Id,
    type: z.literal('rename'),
    participantId: Id,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.nameLength)),
  }),
  z.object({ id: Id, type: z.literal('remove'), participantId: Id }),
  z.object({ id: Id, type: z.literal('admit'), participantId: Id }),
  z.object({ id: Id, type: z.literal('renewCode') }),
  z.object({
    id: Id,
    type: z.literal('publish'),
    from: z.enum(['mine', 'backstage']),
    elementIds: Ids,
  }),
  /** Words that the board did not take, as notes for the facilitators: also when the workshop is closed. */
  z.object({
    id: Id,
    type: z.literal('handIn'),
    texts: z
      .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.handInLength)))
      .check(z.minLength(1), z.maxLength(LIMITS.handInTexts)),
  }),
  /** Keeps the board as it is now, under a name; without one, as it was before an older version is brought back. */
  z.object({ id: Id, type: z.literal('saveVersion'), name: z.nullable(VersionName) }),
  CommentCommand,
  PeopleCommand,
  AgendaCommand,
  RunningCommand,
  RoundCommand,
  GroupCommand,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
