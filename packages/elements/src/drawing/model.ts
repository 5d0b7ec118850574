import type { KindModel } from '@talkoot/board';
import { z } from 'zod/mini';
import { STICKY_COLOURS } from '../sticky/model.ts';
import { isPacked } from './points.ts';

/** With what a line was drawn. A highlighter lets through what lies under it. */
export const PENS = ['pen', 'highlighter'] as const;
export const PEN_COLOURS = ['ink', ...STICKY_COLOURS] as const;
export const PEN_WEIGHTS = ['thin', 'medium', 'thick'] as const;

export const drawingModel = {
  kind: 'drawing',
  fields: {
    pen: { schema: z.enum(PENS), write: 'author', required: true },
    colour: { schema: z.enum(PEN_COLOURS), write: 'author', required: true },
    weight: { schema: z.enum(PEN_WEIGHTS), write: 'author', required: true },
    /** The line, in parts of the element's box: see `points.ts`. */
    points: { schema: z.custom<string>(isPacked), fits: isPacked, write: 'create', required: true },
  },
  participantsMayAdd: true,
} as const satisfies KindModel;
