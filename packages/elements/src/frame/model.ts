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

/** For whom a frame is copied when the step that works in it begins; each copy is then theirs. */
export const FRAME_REPEATS = ['participant', 'group'] as const;
export type FrameRepeat = (typeof FRAME_REPEATS)[number];

/** Who sees the notes in a frame, where not everybody: `author-only` is opened by nobody but the author. */
export const FRAME_VISIBILITIES = ['author-only'] as const;
export type FrameVisibility = (typeof FRAME_VISIBILITIES)[number];

/** What the notes in a frame become; names as in the template catalogue. */
export const FRAME_ROLES = [
  'action',
  'chain-link',
  'decision',
  'due',
  'evidence',
  'goal',
  'learning',
  'owner',
  'problem',
  'schedule',
  'turns',
] as const;
export type FrameRole = (typeof FRAME_ROLES)[number];

export const frameModel = {
  kind: 'frame',
  fields: {
    look: { schema: z.enum(FRAME_LOOKS), write: 'author', required: true },
    prompt: { schema: z.string().check(z.maxLength(500)), write: 'author' },
    repeat: { schema: z.nullable(z.enum(FRAME_REPEATS)), write: 'facilitator' },
    visibility: { schema: z.nullable(z.enum(FRAME_VISIBILITIES)), write: 'facilitator' },
    role: { schema: z.nullable(z.enum(FRAME_ROLES)), write: 'facilitator' },
    background: { schema: z.enum(['none', 'paper', 'lake', 'moss', 'sand', 'rose']), write: 'author' },
  },
  /** The title is the frame's text. */
  text: { formats: [], maxLength: 200 },
  container: true,
  participantsMayAdd: false,
} as const satisfies KindModel;
