import type { KindModel } from '@talkoot/board';
import { z } from 'zod/mini';

export const TEXT_SIZES = ['small', 'medium', 'large', 'title'] as const;

export const textModel = {
  kind: 'text',
  fields: {
    textSize: { schema: z.enum(TEXT_SIZES), write: 'author', required: true },
    align: { schema: z.enum(['left', 'center', 'right']), write: 'author' },
  },
  text: { formats: ['bold', 'italic', 'strike', 'list', 'link'], maxLength: 20_000 },
  participantsMayAdd: true,
} as const satisfies KindModel;
