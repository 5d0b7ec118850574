import { elementsOf, ROOTS, setField, textOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES, SessionView } from '@talkoot/protocol';
import { type Change, decide, DocumentView } from '@talkoot/rights';
import type { Random } from '@talkoot/testing';
import type { WireClient } from '../../../../server/src/sync/testing/wire-client.ts';

/** A light client with hands: asks the same `rights` as the shipped one before each edit, on what it has heard so far. */
export class HonestTypist {
  readonly client: WireClient;
  edits = 0;
  /** Edits that the rights forbade, so they were not made. */
  heldBack = 0;
  /** The last ten tries were forbidden. */
  isBarred = false;
  readonly #random: Random;

  constructor(client: WireClient, random: Random) {
    this.client = client;
    this.#random = random;
  }

  /** Types about once in this many milliseconds. */
  async typeWhile(goes: () => boolean, everyMs: number): Promise<void> {
    for (let barred = 0; goes(); ) {
      const done = this.#step();
      barred = done ? 0 : barred + 1;
      this.isBarred = barred >= 10;
      if (done) this.edits++;
      else this.heldBack++;
      await new Promise((resolve) => setTimeout(resolve, this.#random.between(everyMs / 2, everyMs * 1.5)));
    }
  }

  #may(change: Change): boolean {
    const { doc, participantId } = this.client;
    const view = SessionView.safeParse(doc.getMap(ROOTS.session).toJSON());
    const { state, rules } = view.success ? view.data : { state: 'open' as const, rules: DEFAULT_RULES };
    const actor = { participantId, role: 'participant' } as const;
    return decide(change, actor, { state, rules, scope: 'board', kinds: ELEMENT_MODELS }, new DocumentView(doc))
      .allowed;
  }

  #step(): boolean {
    const { client } = this;
    const random = this.#random;
    const own = `note-${client.participantId}`;
    const others = [...elementsOf(client.doc).keys()];
    if (!elementsOf(client.doc).has(own)) return this.#create(own);
    const id = random.chance(0.7) ? own : random.pick(others);
    if (random.chance(0.6)) {
      const text = textOf(client.doc, id);
      if (!text || text.length > 300 || !this.#may({ type: 'text', id })) return false;
      client.edit(`w${this.edits}`, () => text.insert(random.below(text.length + 1), 'sana '));
      return true;
    }
    const field = random.pick(['place', 'colour']);
    const place = { frame: null, x: random.below(4_000), y: random.below(4_000) };
    const value = field === 'place' ? place : random.pick(['yellow', 'blue', 'green']);
    if (!this.#may({ type: 'set', id, field, value })) return false;
    client.edit(`f${this.edits}`, (doc) => setField(doc, id, field, value));
    return true;
  }

  #create(id: string): boolean {
    const fields = {
      kind: 'sticky',
      place: { frame: null, x: 0, y: 0 },
      size: { width: 160, height: 160 },
      order: 'a0',
      author: this.client.participantId,
      colour: 'yellow',
    };
    if (!this.#may({ type: 'create', id, fields, hasText: true })) return false;
    this.client.addSticky(id, '');
    return true;
  }
}
