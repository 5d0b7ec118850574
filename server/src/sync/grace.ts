import { LIMITS } from '@talkoot/protocol';
import type { RightsContext } from '@talkoot/rights';
import type { Judgement } from './gate/gate.ts';

/** What may change while people are at it. */
interface FormerRights {
  rules: RightsContext['rules'];
  step: NonNullable<RightsContext['step']> | null;
  writing: NonNullable<RightsContext['writing']> | null;
}

/**
 * When rules, steps or locks tighten, honest people are in the middle of something: what was allowed before is still taken
 * for a few seconds, and words in an element somebody was already editing for a little longer. Closing, removal and
 * demotion have no grace: they are not judged here.
 */
export class Grace {
  readonly #now: () => number;
  /** Rights that were in force before, newest first: several changes may come within one grace. */
  #before: (FormerRights & { at: number })[] = [];
  readonly #locks = new Map<string, number>();
  /** Last words of each person in each element: `participant element` to time. */
  readonly #words = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What was allowed before a change goes on for a while. */
  rightsChanged({ rules, step, writing }: RightsContext): void {
    this.#before.unshift({ rules, step: step ?? null, writing: writing ?? null, at: this.#now() });
  }

  locked(elementIds: readonly string[]): void {
    const now = this.#now();
    for (const id of elementIds) this.#locks.set(id, now);
  }

  wroteWords(participantId: string, elementId: string): void {
    this.#words.set(`${participantId} ${elementId}`, this.#now());
  }

  /** What is in force first, then the graces that still run. */
  judgements(context: RightsContext, participantId: string): Judgement[] {
    this.#expire();
    const judgements: Judgement[] = [{ context }];
    if (this.#before.length === 0 && this.#locks.size === 0) return judgements;
    const now = this.#now();
    const young = ({ at }: { at: number }): boolean => now - at < LIMITS.graceMs;
    const former = this.#before.map(({ at, rules, step, writing }) => ({
      at,
      context: { ...context, rules, step, writing },
    }));
    const recent: RightsContext[] = former.filter(young).map((entry) => entry.context);
    const youngLocks = [...this.#locks].filter(([, at]) => young({ at })).map(([id]) => id);
    if (youngLocks.length > 0) recent.unshift(context);
    for (const one of recent) judgements.push({ context: one, ignoreLocks: new Set(youngLocks) });
    const allLocks = new Set(this.#locks.keys());
    const onlyWordsIn = (elementId: string): boolean => this.#wasWriting(participantId, elementId);
    const all: RightsContext[] = [context, ...former.map((entry) => entry.context)];
    for (const one of all) {
      judgements.push({ context: one, ignoreLocks: allLocks, onlyWordsIn });
    }
    return judgements;
  }

  /** Writing in it when the rights tightened, or in the grace after. */
  #wasWriting(participantId: string, elementId: string): boolean {
    const at = this.#words.get(`${participantId} ${elementId}`);
    return at !== undefined && this.#now() - at < LIMITS.graceWordsMs;
  }

  #expire(): void {
    const now = this.#now();
    this.#before = this.#before.filter(({ at }) => now - at < LIMITS.graceWordsMs);
    for (const [id, at] of this.#locks) {
      if (now - at >= LIMITS.graceWordsMs) this.#locks.delete(id);
    }
    if (this.#words.size < 2_000) return;
    for (const [key, at] of this.#words) {
      if (now - at >= LIMITS.graceWordsMs) this.#words.delete(key);
    }
  }
}
