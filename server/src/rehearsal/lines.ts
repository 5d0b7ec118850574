import { CLOSE } from '@talkoot/protocol';
import type { Deeds } from './deeds.ts';
import type { Guest } from './guest.ts';
import { Wire } from './wire.ts';

/** After these a document has to be begun afresh: its history, or one's place in it, is another. */
const AFRESH: readonly number[] = [CLOSE.resync, CLOSE.gone, CLOSE.removed, CLOSE.refused];

/** Which of a workshop's documents: what follows the workshop's id in the name of the room. */
export type Scope = '' | '~mine' | `~group~${string}`;

/** A document that is not this person's any more, as that of a group that ended. */
export class LineGone extends Error {}

/** The documents that a simulated person has open, each over a line of its own. */
export class Lines {
  readonly #guest: Guest;
  readonly #workshopId: string;
  readonly #participantId: string;
  readonly #deeds: Deeds;
  readonly #lines = new Map<Scope, Wire>();

  constructor(guest: Guest, workshopId: string, participantId: string, deeds: Deeds) {
    this.#guest = guest;
    this.#workshopId = workshopId;
    this.#participantId = participantId;
    this.#deeds = deeds;
  }

  get(scope: Scope): Wire | undefined {
    return this.#lines.get(scope);
  }

  /** A document that is open; `made` is told of one that begins afresh. */
  async open(scope: Scope, made: (wire: Wire) => void = () => {}): Promise<Wire> {
    const known = this.#lines.get(scope);
    if (known && this.#isUsedUp(known)) this.#drop(scope, known);
    let wire = this.#lines.get(scope);
    if (wire?.isOpen) return wire;
    if (!wire) {
      wire = new Wire(this.#guest, `${this.#workshopId}${scope}`, this.#participantId, {
        v1: true,
        asksTime: scope === '',
      });
      this.#lines.set(scope, wire);
      await this.#connect(scope, wire);
      made(wire);
    } else await this.#connect(scope, wire);
    return wire;
  }

  async #connect(scope: Scope, wire: Wire): Promise<void> {
    try {
      await wire.connect();
    } catch (error) {
      if (!this.#isUsedUp(wire)) throw error;
      this.#drop(scope, wire);
      throw new LineGone(scope, { cause: error });
    }
  }

  #isUsedUp(wire: Wire): boolean {
    return wire.refusals.length > 0 || (!wire.isOpen && AFRESH.includes(wire.closes.at(-1) ?? 0));
  }

  #drop(scope: Scope, wire: Wire): void {
    for (const { code } of wire.refusals) this.#deeds.refuse(code);
    wire.close();
    this.#lines.delete(scope);
  }

  /** Every document that was open and can be gone on with. */
  async again(): Promise<void> {
    for (const [scope, wire] of [...this.#lines]) {
      if (this.#isUsedUp(wire)) this.#drop(scope, wire);
      else if (!wire.isOpen) await this.#connect(scope, wire);
    }
  }

  get isSaved(): boolean {
    return [...this.#lines.values()].every((wire) => wire.isSaved || this.#isUsedUp(wire));
  }

  /** For who looks why something is not saved. */
  get state(): string {
    return JSON.stringify(
      [...this.#lines].map(([scope, { isOpen, accepted, sent, waiting, closes, refusals }]) => ({
        ...{ scope, isOpen, accepted, sent, waiting, closes, refusals },
      })),
    );
  }

  cut(): void {
    for (const wire of this.#lines.values()) wire.close();
  }

  /** For good; what was refused meanwhile is counted. */
  close(): void {
    for (const [scope, wire] of [...this.#lines]) this.#drop(scope, wire);
  }
}
