import { elementsOf } from '@talkoot/board';
import type { Random } from '@talkoot/testing';
import type * as Y from 'yjs';
import type { Browser } from '../../../../server/src/testing/browser.ts';
import type { TestServer } from '../../../../server/src/testing/test-server.ts';
import { Person, until } from './person.ts';

/** A facilitator who drafts backstage and publishes: over a bad line, and through restarts of the server. */
export class Publisher {
  readonly drafts: Person;
  readonly counts = { published: 0, tooEarly: 0, askedAgain: 0 };
  /** Ids on the board of what was published. */
  readonly #arrived: string[] = [];
  readonly #browser: Browser;
  readonly #workshopId: string;
  readonly #random: Random;
  readonly #asked = new Set<string>();
  #underway = 0;
  #commands = 0;

  constructor(server: () => TestServer, browser: Browser, workshopId: string, participantId: string, random: Random) {
    this.#browser = browser;
    this.#workshopId = workshopId;
    this.#random = random;
    const who = { id: participantId, role: 'facilitator' } as const;
    this.drafts = new Person(server, browser, `${workshopId}~backstage`, who, random);
  }

  /** Writes something backstage, or publishes what was written. */
  step(): void {
    const drafted = [...elementsOf(this.drafts.doc).keys()].filter((id) => !this.#asked.has(id));
    if (drafted.length === 0 || this.#random.chance(0.5)) this.drafts.typist.step(['create', 'type', 'move']);
    else void this.#publish(this.#random.pick(drafted));
  }

  /** The same command until there is an answer, as a browser on a bad line does. */
  async #publish(elementId: string): Promise<void> {
    this.#asked.add(elementId);
    this.#underway++;
    const body = { id: `publish-${this.#commands++}`, type: 'publish', from: 'backstage', elementIds: [elementId] };
    for (let answer = null; answer === null; ) {
      answer = await this.#browser
        .send('POST', `/api/v1/workshops/${this.#workshopId}/commands`, { body })
        .catch(() => null);
      // One answer in three is lost on the way: the effects may be there although nobody heard so.
      if (answer?.status !== 404 && this.#random.chance(0.3)) answer = null;
      if (answer === null) {
        this.counts.askedAgain++;
        await new Promise((resolve) => setTimeout(resolve, 20));
      } else if (answer.status === 200) {
        this.counts.published++;
        this.#arrived.push(...Object.values(answer.json.moved as Record<string, string>));
      } else if (answer.status === 404) {
        // The draft has not reached the server yet.
        this.counts.tooEarly++;
        this.#asked.delete(elementId);
        // Away for a moment, or too busy to have read the question in time.
      } else if (answer.status === 503 || answer.status === 408) answer = null;
      else throw new Error(`publish answered ${answer.status} ${answer.text}`);
    }
    this.#underway--;
  }

  async settle(): Promise<void> {
    await until('every publish command answered', () => this.#underway === 0);
  }

  /** What is wrong with what was published: not on the board, there twice, or still backstage. */
  faults(board: Y.Doc): string[] {
    const made = elementsOf(board)._map;
    const missing = this.#arrived.filter((id) => !made.has(id));
    const doubled = this.#arrived.length - new Set(this.#arrived).size;
    const backstage = [...this.#asked].filter((id) => elementsOf(this.drafts.doc).has(id));
    return [
      ...missing.map((id) => `${id} is not on the board`),
      ...backstage.map((id) => `${id} is still backstage`),
      ...(doubled > 0 ? [`${doubled} published twice`] : []),
    ];
  }
}
