import { z } from 'zod/mini';
import { TicketView, WorkshopView } from './http.ts';
import { LIMITS } from './limits.ts';

/** A screen for a room. Which one it is, its name tells; empty where there is but one. */
export const DisplayInput = z.object({
  name: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.nameLength))),
});

/** The link of a new screen. Its secret stands after `#`, reaches no log, and is not told again. */
export const DisplayLink = z.object({ id: z.string(), url: z.string() });
export type DisplayLink = z.infer<typeof DisplayLink>;

/** A screen as those know it who may end it. */
export const DisplayView = z.object({
  id: z.string(),
  name: z.string(),
  online: z.boolean(),
  createdAt: z.number(),
});
export type DisplayView = z.infer<typeof DisplayView>;
export const DisplayList = z.object({ displays: z.array(DisplayView) });

export const DisplayEnterInput = z.object({ secret: z.string().check(z.minLength(1), z.maxLength(200)) });

/** What a screen needs to begin, or to come back: who it is, and a ticket for the board's room. */
export const DisplayEntry = z.object({
  workshop: WorkshopView,
  /** For how many people the workshop is planned; null when nobody said. */
  expectedPeople: z.nullable(z.int()),
  ticket: TicketView,
});
export type DisplayEntry = z.infer<typeof DisplayEntry>;
