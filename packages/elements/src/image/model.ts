import type { KindModel } from '@talkoot/board';
import { z } from 'zod/mini';

/** Words that say what an image shows. */
export const ALT_LENGTH = 500;

export const imageModel = {
  kind: 'image',
  fields: {
    /** SHA-256 of the stored file, in hex. */
    blob: { schema: z.string().check(z.regex(/^[0-9a-f]{64}$/)), write: 'create', required: true, blob: true },
    alt: { schema: z.string().check(z.maxLength(ALT_LENGTH)), write: 'author' },
  },
  participantsMayAdd: true,
} as const satisfies KindModel;
