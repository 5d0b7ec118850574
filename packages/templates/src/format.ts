import { FRAME_LOOKS, FRAME_REPEATS, FRAME_ROLES, FRAME_VISIBILITIES } from '@talkoot/elements';
import { LocalText, PHASES } from '@talkoot/protocol';
import { z } from 'zod';

const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
const fraction = z.number().min(0).max(1);

/** Part of the template's area that a frame takes: 0 to 1 from the top left corner. */
const Position = z
  .strictObject({ x: fraction, y: fraction, w: fraction.gt(0), h: fraction.gt(0) })
  // Thirds and sixths are rounded to four digits.
  .refine(({ x, w }) => x + w <= 1.001, 'reaches beyond the right edge')
  .refine(({ y, h }) => y + h <= 1.001, 'reaches beyond the lower edge');

/** A titled area that a new workshop starts with. */
export const TemplateFrame = z.strictObject({
  id: Slug,
  look: z.enum(FRAME_LOOKS),
  title: LocalText,
  prompt: LocalText,
  position: Position,
  /** What its notes become: `action` collects promises, `evidence` sources. */
  role: z.enum(FRAME_ROLES).optional(),
  /** Node type that elements in it have in an impact chain. */
  nodeType: z.string().max(40).optional(),
  /** It is copied for each, once the step that works in it begins. */
  repeat: z.enum(FRAME_REPEATS).optional(),
  /** Who sees its notes, when not everybody. */
  visibility: z.enum(FRAME_VISIBILITIES).optional(),
  /** Things are rated in it, from the least to the most. */
  scale: z.strictObject({ min: z.number().int(), max: z.number().int() }).optional(),
  /** Of a quadrant: where it lies on the first and on the second axis. */
  axis: z.tuple([Slug, Slug]).optional(),
  /** It must be filled before the board may be published. */
  required: z.literal(true).optional(),
});
export type TemplateFrame = z.infer<typeof TemplateFrame>;

/** A step of the agenda; its type, in `packages/facilitation`, reads its settings. */
export const TemplateStep = z.strictObject({
  id: Slug,
  type: Slug,
  phase: z.enum(PHASES),
  title: LocalText,
  minutes: z.number().int().min(0).max(600),
  /** Frames of the template that it is about. */
  frames: z.array(Slug).max(200),
  settings: z.record(z.string(), z.unknown()),
});
export type TemplateStep = z.infer<typeof TemplateStep>;

/** What templates are for; see `CATEGORIES` for their names. */
export const CATEGORY_IDS = [
  'general',
  'retrospective',
  'impact',
  'service-design',
  'prioritisation',
  'time-and-focus',
  'dialogue',
  'mentoring',
  'coaching',
  'learning',
  'lab',
  'warm-up',
  'closing',
] as const;
export type CategoryId = (typeof CATEGORY_IDS)[number];

/** What a new workshop starts from: frames and an agenda, in three languages. */
export const Template = z.strictObject({
  id: Slug,
  category: z.enum(CATEGORY_IDS),
  name: LocalText,
  description: LocalText,
  durationMinutes: z.number().int().min(0).max(6_000),
  groupSize: z.strictObject({ min: z.number().int(), max: z.number().int(), ideal: z.number().int() }),
  modes: z.array(z.enum(['physical', 'virtual', 'mixed'])),
  frames: z.array(TemplateFrame).max(200),
  agenda: z.array(TemplateStep).max(100),
});
export type Template = z.infer<typeof Template>;
