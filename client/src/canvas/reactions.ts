import { LIMITS, type PresenceView, type Reaction } from '@talkoot/protocol';
import type { BoardSession } from '../sync/session.ts';

/** A reaction that has just come, of this person or another. */
export interface ShownReaction {
  /** The same for nothing else. */
  key: string;
  is: Reaction;
  user: { id: string; name: string; color: string };
  mine: boolean;
}

/** Reactions as they come and go. Nothing of them is stored. */
export class Reactions {
  readonly #session: BoardSession;
  readonly #listeners = new Set<(reaction: ShownReaction) => void>();
  /** What others say now: a reaction stays in presence for a while and is shown once. */
  #known = new Set<string>();
  #number = 0;
  #sentAt = Number.NEGATIVE_INFINITY;
  #clear: ReturnType<typeof setTimeout> | undefined;

  constructor(session: BoardSession) {
    this.#session = session;
  }

  /** Shows a reaction to everybody; answers false when it came too soon after the last. */
  send(is: Reaction): boolean {
    const now = performance.now();
    if (now - this.#sentAt < 1_000 / LIMITS.reactionsPerSecond) return false;
    this.#sentAt = now;
    const number = ++this.#number;
    this.#session.presence.set({ reaction: { is, number } });
    clearTimeout(this.#clear);
    this.#clear = setTimeout(() => this.stop(), LIMITS.reactionMs);
    const { participantId, name, colour } = this.#session.me();
    this.#tell({ key: `mine:${number}`, is, user: { id: participantId, name, color: colour }, mine: true });
    return true;
  }

  stop(): void {
    clearTimeout(this.#clear);
    this.#session.presence.set({ reaction: null });
  }

  update(others: readonly PresenceView[]): void {
    const now = new Set<string>();
    for (const { reaction, user } of others) {
      if (!reaction) continue;
      const key = `${user.id}:${reaction.number}`;
      now.add(key);
      const mine = user.id === this.#session.me().participantId;
      if (!this.#known.has(key)) this.#tell({ key, is: reaction.is, user, mine });
    }
    this.#known = now;
  }

  #tell(reaction: ShownReaction): void {
    for (const listener of this.#listeners) listener(reaction);
  }

  subscribe(listener: (reaction: ShownReaction) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
