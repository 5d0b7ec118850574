import { LIMITS, type VersionReason } from '@talkoot/protocol';
import * as Y from 'yjs';
import type { NewVersion } from '../storage/port.ts';
import { packed, thin } from '../versions/versions.ts';
import type { HostDeps } from './deps.ts';
import type { Documents } from './documents.ts';
import type { Room } from './room.ts';
import type { Turns } from './turns.ts';

/** What is said about a version when it is taken. */
export interface Occasion {
  id: string;
  reason: VersionReason;
  name: string | null;
  /** Who wanted it. */
  by: string | null;
  now: number;
}

/** The board as it stands, not packed yet. It holds what the board holds now: what was deleted is not in it. */
export function takeVersion(board: Room, { id, reason, name, by, now }: Occasion): NewVersion {
  const doc = board.live();
  return {
    ...{ id, reason, name, createdAt: now, participantId: by },
    ...{ epoch: board.epoch, seq: board.seq, elements: board.elementCount },
    state: Y.encodeStateAsUpdate(doc),
  };
}

/** Which version a workshop has last, as far as the next one depends on it. */
type Last = Pick<NewVersion, 'createdAt' | 'seq'> & { epoch: string | null };

/**
 * Keeps a version of the board for every hour of work. No timer waits for it: whoever sweeps asks. The first look
 * after a pause keeps what the people before have left, before others go on with it.
 */
export class Keeping {
  readonly #workshop: { id: string; createdAt: number };
  readonly #deps: HostDeps;
  readonly #documents: Documents;
  readonly #turns: Turns;
  #last: Last | null = null;
  #busy = false;

  constructor(workshop: { id: string; createdAt: number }, deps: HostDeps, documents: Documents, turns: Turns) {
    this.#workshop = workshop;
    this.#deps = deps;
    this.#documents = documents;
    this.#turns = turns;
  }

  /** Keeps a version when the last one is an hour old and something has changed since. */
  async sweep(): Promise<void> {
    if (this.#busy || (this.#last && this.#deps.clock.now() - this.#last.createdAt < LIMITS.versionEveryMs)) return;
    this.#busy = true;
    try {
      this.#last ??= await this.#newest();
      if (this.#deps.clock.now() - this.#last.createdAt >= LIMITS.versionEveryMs) await this.#keepChanged(this.#last);
    } finally {
      this.#busy = false;
    }
  }

  /** A board that has none begins with what its template put there. */
  async #newest(): Promise<Last> {
    const [newest] = await this.#deps.store.versions.list(this.#workshop.id, { limit: 1 });
    return newest ?? { createdAt: this.#workshop.createdAt, epoch: null, seq: FIRST };
  }

  async #keepChanged({ epoch, seq }: Last): Promise<void> {
    const { id } = this.#workshop;
    const board = await this.#documents.open({ workshopId: id, scope: 'board' });
    if (board.seq === seq && (epoch === null || epoch === board.epoch)) return;
    const taken: NewVersion[] = [];
    // Between ticks all that is applied is stored.
    await this.#turns.alone(async () => {
      const now = this.#deps.clock.now();
      taken.push(takeVersion(board, { id: this.#deps.ids.element(), reason: 'hour', name: null, by: null, now }));
    });
    const versions = await Promise.all(taken.map(packed));
    await this.#documents.store({ workshopId: id, versions });
    await this.stored(versions);
  }

  /** Versions were stored: the next hour begins, and what is too old goes. */
  async stored(versions: readonly NewVersion[]): Promise<void> {
    const last = versions.at(-1);
    if (!last) return;
    this.#last = last;
    await thin(this.#deps.store.versions, this.#workshop.id);
  }
}

/** Position of what a board begins with. */
const FIRST = 1;
