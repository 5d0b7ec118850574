import { LIMITS, type ParticipationRules } from '@talkoot/protocol';
import type { RightsContext } from '@talkoot/rights';
import type { Judgement } from './gate/gate.ts';

/**
 * When rules or locks tighten, honest people are in the middle of something: what was allowed before is still taken
 * for a few seconds, and words in an element somebody was already editing for a little longer. Closing, removal and
 * demotion have no grace: they are not judged here.
 */
export class Grace {
  readonly #now: () => number;
  #before: { rules: ParticipationRules; at: number } | null = null;
  readonly #locks = new Map<string, number>();
  /** Last words of each person in each element: `participant element` to time. */
  readonly #words = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The rules before a change go on for a while. */
  rulesChanged(before: ParticipationRules): void {
    this.#before = { rules: before, at: this.#now() };
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
    const before = this.#before;
    if (!before && this.#locks.size === 0) return judgements;
    const milder = before ? { ...context, rules: before.rules } : context;
    const now = this.#now();
    const young = [...this.#locks].filter(([, at]) => now - at < LIMITS.graceMs).map(([id]) => id);
    const rulesYoung = before !== null && now - before.at < LIMITS.graceMs;
    if (young.length > 0 || rulesYoung) {
      judgements.push({ context: rulesYoung ? milder : context, ignoreLocks: new Set(young) });
    }
    judgements.push({
      context: milder,
      ignoreLocks: new Set(this.#locks.keys()),
      onlyWordsIn: (elementId) => this.#wasWriting(participantId, elementId),
    });
    return judgements;
  }

  /** Writing in it when the rights tightened, or in the grace after. */
  #wasWriting(participantId: string, elementId: string): boolean {
    const at = this.#words.get(`${participantId} ${elementId}`);
    return at !== undefined && this.#now() - at < LIMITS.graceWordsMs;
  }

  #expire(): void {
    const now = this.#now();
    if (this.#before && now - this.#before.at >= LIMITS.graceWordsMs) this.#before = null;
    for (const [id, at] of this.#locks) {
      if (now - at >= LIMITS.graceWordsMs) this.#locks.delete(id);
    }
    if (this.#words.size < 2_000) return;
    for (const [key, at] of this.#words) {
      if (now - at >= LIMITS.graceWordsMs) this.#words.delete(key);
    }
  }
}
