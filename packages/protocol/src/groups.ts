import { z } from 'zod/mini';
import { Id } from './id.ts';

/** How people come into groups. */
export const GROUPINGS = ['random', 'diverse', 'same', 'keep', 'merge', 'strangers'] as const;
export const Grouping = z.enum(GROUPINGS);
export type Grouping = z.infer<typeof Grouping>;

/** When a facilitator may look into a group. */
export const VISITS = ['never', 'called', 'always'] as const;
export const Visits = z.enum(VISITS);
export type Visits = z.infer<typeof Visits>;

/** A group as everybody may know it: its name and who is in it. */
export const GroupView = z.object({
  id: Id,
  name: z.string(),
  members: z.array(z.string()),
  /** Who stays at the table while the others move on. */
  host: z.optional(z.string()),
});
export type GroupView = z.infer<typeof GroupView>;
