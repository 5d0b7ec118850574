import { z } from 'zod/mini';
import { Id } from './id.ts';

/** Answer to a command: done, with the ids the server made for what it moved. */
export const CommandResult = z.object({
  id: Id,
  done: z.literal(true),
  /** For `publish`: old element id to new element id. */
  moved: z.optional(z.record(z.string(), z.string())),
  joinCode: z.optional(z.string()),
  /** For `noteFor`: the new element. */
  elementId: z.optional(z.string()),
});
export type CommandResult = z.infer<typeof CommandResult>;
