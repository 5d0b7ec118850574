import type { Reaction } from '@talkoot/protocol';

/** The sign of each reaction. */
export const EMOJI: Record<Reaction, string> = {
  thumb: '👍',
  heart: '❤️',
  clap: '👏',
  laugh: '😂',
  party: '🎉',
  think: '🤔',
};
