import type { Thread } from '@talkoot/board';
import { z } from 'zod/mini';
import { type Memory, remembered } from '../../sync/memory.ts';

const Ids = z.array(z.string());

/** Ids of the comments that mention a person and that somebody else wrote. */
export function mentionsOf(threads: readonly Thread[], participantId: string): string[] {
  return threads.flatMap(({ comments }) =>
    comments
      .filter(({ author, mentions }) => author !== participantId && mentions.includes(participantId))
      .map(({ id }) => id),
  );
}

/** Which mentions of a person were seen on this device. */
export class ReadMentions {
  readonly #memory: Memory;
  readonly #key: string;
  #read: ReadonlySet<string>;

  constructor(memory: Memory, workshopId: string, participantId: string) {
    this.#memory = memory;
    this.#key = `talkoot.mentions.${participantId}.${workshopId}`;
    this.#read = new Set(remembered(memory, this.#key, Ids, []));
  }

  unread(mentions: readonly string[]): string[] {
    return mentions.filter((id) => !this.#read.has(id));
  }

  /** These are all there are, and all are seen: what was deleted is forgotten. */
  see(mentions: readonly string[]): void {
    this.#read = new Set(mentions);
    this.#memory.set(this.#key, mentions.length === 0 ? null : JSON.stringify(mentions));
  }
}
