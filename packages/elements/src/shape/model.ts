import type { KindModel } from '@talkoot/board';
import { z } from 'zod/mini';
import { STICKY_COLOURS } from '../sticky/model.ts';

/** What a shape looks like from outside. */
export const SHAPE_FORMS = [
  'rectangle',
  'rounded',
  'ellipse',
  'diamond',
  'triangle',
  'hexagon',
  'cloud',
  'arrow',
] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

export const SHAPE_FILLS = ['none', 'paper', ...STICKY_COLOURS] as const;
export const SHAPE_LINES = ['none', 'ink', ...STICKY_COLOURS] as const;
export const SHAPE_WEIGHTS = ['thin', 'medium', 'thick'] as const;
export type ShapeWeight = (typeof SHAPE_WEIGHTS)[number];

export const shapeModel = {
  kind: 'shape',
  fields: {
    form: { schema: z.enum(SHAPE_FORMS), write: 'author', required: true },
    fill: { schema: z.enum(SHAPE_FILLS), write: 'author' },
    line: { schema: z.enum(SHAPE_LINES), write: 'author' },
    weight: { schema: z.enum(SHAPE_WEIGHTS), write: 'author' },
    dashed: { schema: z.boolean(), write: 'author' },
  },
  text: { formats: ['bold', 'italic', 'strike', 'list', 'link'], maxLength: 4_000 },
  participantsMayAdd: true,
} as const satisfies KindModel;
