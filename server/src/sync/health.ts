import type { HealthView } from '@talkoot/protocol';

/** Who changed something within this time is writing. */
const WRITING_MS = 15_000;
/** Who did nothing at all for this long is idle. */
const IDLE_MS = 60_000;
/** Who was here within this time and is not is lost; before that they had left. */
const LOST_MS = 15 * 60_000;

/** What is known of somebody's doings, without what it is that they do. */
interface Doings {
  /** Server times (ms). */
  seenAt: number;
  actedAt: number;
  wroteAt: number;
}

/** What the counts are made of. */
export interface HealthFacts {
  /** People for whom the workshop is, who are in it. */
  members: readonly string[];
  online: ReadonlySet<string>;
  /** Private notes that somebody has now. */
  notesOf(participantId: string): number;
}

/** How people do, in numbers for the facilitators: kept in memory, from times alone. */
export class Health {
  readonly #now: () => number;
  readonly #doings = new Map<string, Doings>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Somebody moved, selected or typed. */
  acted(participantId: string): void {
    this.#of(participantId).actedAt = this.#now();
  }

  /** Somebody's change of a document came. */
  wrote(participantId: string): void {
    const now = this.#now();
    Object.assign(this.#of(participantId), { actedAt: now, wroteAt: now });
  }

  #of(participantId: string): Doings {
    const known = this.#doings.get(participantId);
    if (known) return known;
    const now = this.#now();
    // Who has just come is not idle.
    const doings = { seenAt: now, actedAt: now, wroteAt: Number.NEGATIVE_INFINITY };
    this.#doings.set(participantId, doings);
    return doings;
  }

  /** Asked about once a second: who is online then was seen then. */
  count({ members, online, notesOf }: HealthFacts): HealthView {
    const now = this.#now();
    const view: HealthView = { joined: members.length, online: 0, writing: 0, idle: 0, lost: 0, notes: 0, authors: 0 };
    for (const id of members) {
      const notes = notesOf(id);
      view.notes += notes;
      if (notes > 0) view.authors++;
      if (online.has(id)) {
        const doings = this.#of(id);
        doings.seenAt = now;
        view.online++;
        if (now - doings.wroteAt < WRITING_MS) view.writing++;
        else if (now - doings.actedAt >= IDLE_MS) view.idle++;
      } else if (now - (this.#doings.get(id)?.seenAt ?? Number.NEGATIVE_INFINITY) < LOST_MS) view.lost++;
    }
    return view;
  }
}
