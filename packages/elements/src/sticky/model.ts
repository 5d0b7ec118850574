import type { KindModel } from '@talkoot/board';
import { z } from 'zod/mini';

/** The eight sticky colours by name; what they look like is the theme's. */
export const STICKY_COLOURS = ['yellow', 'orange', 'red', 'pink', 'violet', 'blue', 'green', 'grey'] as const;
export type StickyColour = (typeof STICKY_COLOURS)[number];

export const stickyModel = {
  kind: 'sticky',
  fields: {
    colour: { schema: z.enum(STICKY_COLOURS), write: 'author', required: true, colour: true },
    showAuthor: { schema: z.boolean(), write: 'author' },
  },
  text: { formats: ['bold', 'italic', 'strike', 'list', 'link'], maxLength: 4_000 },
  participantsMayAdd: true,
} as const satisfies KindModel;
