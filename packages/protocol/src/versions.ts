import { z } from 'zod/mini';
import { Id } from './id.ts';
import { LIMITS } from './limits.ts';

/** Name that a person gives a version. */
export const VersionName = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.titleLength));

/**
 * Why a version of a board was kept.
 * - `hour`: an hour of work had passed
 * - `named`: somebody wanted it
 * - `step`: the workshop went on to another step
 * - `restore`: an older version was about to be brought back
 */
export const VERSION_REASONS = ['hour', 'named', 'step', 'restore'] as const;
export const VersionReason = z.enum(VERSION_REASONS);
export type VersionReason = z.infer<typeof VersionReason>;

/** Somebody as the list names them. */
const Doer = z.object({ id: z.string(), name: z.string() });

/** A version of a board in the list. */
export const VersionView = z.object({
  id: Id,
  createdAt: z.number(),
  /** Those with a name stay until somebody deletes them. */
  name: z.nullable(z.string()),
  reason: VersionReason,
  /** Who made it; null when nobody in particular did. */
  by: z.nullable(Doer),
  /** Elements on the board then. */
  elements: z.int(),
});
export type VersionView = z.infer<typeof VersionView>;

/** One page of versions, the latest first. */
export const VersionList = z.object({
  versions: z.array(VersionView),
  /** Id of the version before which the next page begins; null on the last page. */
  next: z.nullable(z.string()),
});
export type VersionList = z.infer<typeof VersionList>;

export const VersionPatch = z.object({ name: VersionName });
export type VersionPatch = z.infer<typeof VersionPatch>;

/** What somebody did with an element, coarsely. */
export const ACTIVITIES = ['created', 'words', 'set', 'moved', 'deleted'] as const;
export const ActivityKind = z.enum(ACTIVITIES);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Who changed which element when; changes of one kind by one person within minutes are one entry. */
export const ActivityView = z.object({
  id: z.int(),
  element: z.string(),
  /** Kind of the element then. */
  kind: z.string(),
  what: ActivityKind,
  by: Doer,
  since: z.number(),
  at: z.number(),
});
export type ActivityView = z.infer<typeof ActivityView>;

/** One page of changes, the latest first. */
export const ActivityList = z.object({
  entries: z.array(ActivityView),
  /** Entry before which the next page begins; null on the last page. */
  next: z.nullable(z.int()),
});
export type ActivityList = z.infer<typeof ActivityList>;
