import type { KindModel } from '@talkoot/board';
import { z } from 'zod/mini';

/** How a frame is drawn; names as in the template catalogue. */
export const FRAME_LOOKS = [
  'card',
  'cell',
  'circle',
  'column',
  'panel',
  'path',
  'quadrant',
  'ring',
  'row',
  'sector',
  'zone',
] as const;
export type FrameLook = (typeof FRAME_LOOKS)[number];

export const frameModel = {
  kind: 'frame',
  fields: {
    look: { schema: z.enum(FRAME_LOOKS), write: 'author', required: true },
    prompt: { schema: z.string().check(z.maxLength(500)), write: 'author' },
    repeat: { schema: z.nullable(z.enum(['participant', 'group'])), write: 'facilitator' },
    background: { schema: z.enum(['none', 'paper', 'lake', 'moss', 'sand', 'rose']), write: 'author' },
  },
  /** The title is the frame's text. */
  text: { formats: [], maxLength: 200 },
  container: true,
  participantsMayAdd: false,
} as const satisfies KindModel;
