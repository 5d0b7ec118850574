import { FRAME_LOOKS } from '@talkoot/elements';
import { LocalText } from '@talkoot/protocol';
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
  /** What the frame is for: `action` collects promises, `evidence` sources. */
  role: z.string().max(40).optional(),
  /** Node type that elements in it have in an impact chain. */
  nodeType: z.string().max(40).optional(),
});
export type TemplateFrame = z.infer<typeof TemplateFrame>;

export const PHASES = ['arrival', 'divergence', 'emergence', 'convergence', 'commitment', 'check-out'] as const;

/** A step of the agenda; its settings are parsed by its type when the agenda runs. */
export const TemplateStep = z.strictObject({
  id: Slug,
  type: Slug,
  phase: z.enum(PHASES),
  title: LocalText,
  minutes: z.number().int().min(0).max(600),
  settings: z.record(z.string(), z.unknown()),
});
export type TemplateStep = z.infer<typeof TemplateStep>;

/** What a new workshop starts from: frames and an agenda, in three languages. */
export const Template = z.strictObject({
  id: Slug,
  category: Slug,
  name: LocalText,
  description: LocalText,
  durationMinutes: z.number().int().min(0).max(6_000),
  groupSize: z.strictObject({ min: z.number().int(), max: z.number().int(), ideal: z.number().int() }),
  modes: z.array(z.enum(['physical', 'virtual', 'mixed'])),
  frames: z.array(TemplateFrame).max(200),
  agenda: z.array(TemplateStep).max(100),
});
export type Template = z.infer<typeof Template>;
