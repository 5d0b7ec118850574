import { z } from 'zod/mini';
import { Id } from './id.ts';

/** Ways of asking everybody: each is a folder in `packages/facilitation/src/rounds`. */
export const ROUND_METHODS = ['dots', 'rating', 'consent', 'ranking', 'budget', 'placement', 'form'] as const;
export const RoundMethod = z.enum(ROUND_METHODS);
export type RoundMethod = z.infer<typeof RoundMethod>;

const count = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

/** Stands among the marks for the question itself where no elements are judged. */
export const SELF = 'self';

/** What is asked and how. What a method does not need has its neutral value. */
export const RoundRules = z.object({
  method: RoundMethod,
  question: z.string().check(z.maxLength(500)),
  /** Dots or points that one person has. */
  each: count(1_000),
  /** Of which at most so many on one item. */
  perItem: count(1_000),
  /** Highest mark of a scale, from 1. */
  scale: count(10),
  /** Words at the ends of the axes, for placements; empty where none. */
  axes: z.object({
    x: z.tuple([z.string().check(z.maxLength(60)), z.string().check(z.maxLength(60))]),
    y: z.tuple([z.string().check(z.maxLength(60)), z.string().check(z.maxLength(60))]),
  }),
  /** Who answered what is known to nobody, and erased at the close. */
  secret: z.boolean(),
  /** Everybody sees the counts while answers come. */
  live: z.boolean(),
  /** Results show only from so many answers up. */
  least: z.int().check(z.minimum(0), z.maximum(100)),
});
export type RoundRules = z.infer<typeof RoundRules>;

/** What one person answers: numbers by item, and free words where the method asks for them. */
export const Ballot = z.object({
  marks: z.record(z.string().check(z.maxLength(64)), z.union([z.number(), z.tuple([z.number(), z.number()])])),
  words: z.optional(z.string().check(z.maxLength(2_000))),
});
export type Ballot = z.infer<typeof Ballot>;

/** The sum of what was answered on one item; which numbers it has, the method says. */
export const ItemResult = z.object({
  item: z.string(),
  /** Dots, points, mean mark, or mean place; what the items are sorted by. */
  score: z.number(),
  /** How many answered on it. */
  answers: z.int(),
  /** How often each mark or answer was given. */
  spread: z.optional(z.record(z.string(), z.int())),
  /** Mean place on the two axes, 0 to 1. */
  at: z.optional(z.tuple([z.number(), z.number()])),
  /** It shares its place with another. */
  tied: z.optional(z.boolean()),
  /** The mean in the room and elsewhere, where so many answered from both that nobody is told apart. */
  byMode: z.optional(z.object({ room: z.number(), remote: z.number() })),
});
export type ItemResult = z.infer<typeof ItemResult>;

/** A round as everybody may know it. */
export const RoundView = z.object({
  id: Id,
  stepId: z.nullable(Id),
  rules: RoundRules,
  /** Elements of the board that are judged; empty when the question itself is. */
  items: z.array(z.string()),
  openedAt: z.number(),
  closedAt: z.nullable(z.number()),
  /** How many may answer, and did. */
  entitled: z.int(),
  answered: z.int(),
  /** Best first; null while it is not to be seen, and when too few answered. */
  results: z.nullable(z.array(ItemResult)),
  /** Free words, in no order; shown with the results. */
  words: z.array(z.string()),
});
export type RoundView = z.infer<typeof RoundView>;
