import { createElement, elementsOf, ROOTS } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES, type Role } from '@talkoot/protocol';
import type { RightsContext } from '@talkoot/rights';
import * as Y from 'yjs';
import { type GateAnswer, type GateRoom, judge } from '../gate.ts';

export type Who = 'fac' | 'ann' | 'bob' | 'obs';

const ROLES: Record<Who, Role> = { fac: 'facilitator', ann: 'participant', bob: 'participant', obs: 'observer' };
const CLIENTS: Record<Who, number> = { fac: 1_000, ann: 2_000, bob: 3_000, obs: 4_000 };

/** A room with a gate and people who hold honest copies of it, for tests that bend the bytes themselves. */
export class GateBench {
  readonly server = new Y.Doc();
  readonly leases = new Map<number, string>();
  readonly deleted = new Map<string, { author: string | null; kind: string; deletedBy: string | null }>();
  structCount = 0;
  context: RightsContext = { state: 'open', rules: DEFAULT_RULES, scope: 'board', kinds: ELEMENT_MODELS };

  readonly #judge: typeof judge;

  /** Another `judge` for the test that breaks the gate on purpose. */
  constructor(other: typeof judge = judge) {
    this.#judge = other;
    for (const root of Object.values(ROOTS)) this.server.getMap(root);
    for (const who of Object.keys(CLIENTS) as Who[]) this.leases.set(CLIENTS[who], who);
  }

  /** An honest copy of the room under this person's client id, or under another. */
  copy(who: Who, clientId = CLIENTS[who]): Y.Doc {
    // A name for it: Yjs would draw one at random, which takes longer than all else here.
    const doc = new Y.Doc({ guid: who });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.server), 'server');
    // Afterwards: Yjs takes another id when structs under its own come in.
    doc.clientID = clientId;
    return doc;
  }

  /** What this person would send after changing a copy. */
  updateOf(who: Who, change: (doc: Y.Doc) => void, doc = this.copy(who)): Uint8Array {
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.transact(() => change(doc));
    return updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
  }

  judge(who: Who, update: Uint8Array): GateAnswer {
    const room: GateRoom = {
      doc: this.server,
      kinds: ELEMENT_MODELS,
      leaseOf: (client) => this.leases.get(client),
      deleted: (id) => this.deleted.get(id),
      elementCount: elementsOf(this.server).size,
      structCount: this.structCount,
      judgements: [{ context: this.context }],
    };
    return this.#judge(update, { participantId: who, role: ROLES[who] }, room);
  }

  /** Judges and, when let through, applies as the room does. */
  send(who: Who, update: Uint8Array): GateAnswer {
    const answer = this.judge(who, update);
    if (!answer.ok) return answer;
    for (const client of answer.leases) this.leases.set(client, who);
    for (const change of answer.changes) {
      if (change.type !== 'delete') continue;
      const map = elementsOf(this.server).get(change.id);
      const author = map?.get('author');
      this.deleted.set(change.id, {
        author: typeof author === 'string' ? author : null,
        kind: String(map?.get('kind')),
        deletedBy: who,
      });
    }
    if (answer.bytes) Y.applyUpdate(this.server, answer.bytes);
    if (this.server.store.pendingStructs || this.server.store.pendingDs) throw new Error('something is pending');
    return answer;
  }

  /** Changes a copy and sends the update; the code of the refusal, or `ok`. */
  try(who: Who, change: (doc: Y.Doc) => void): string {
    const answer = this.send(who, this.updateOf(who, change));
    return answer.ok ? 'ok' : answer.code;
  }

  /** A sticky or frame made by this person, through the gate. */
  add(who: Who, id: string, more: Partial<Parameters<typeof createElement>[1]> = {}): void {
    const code = this.try(who, (doc) => createElement(doc, { ...sticky(id, who), ...more }, ELEMENT_MODELS));
    if (code !== 'ok') throw new Error(`could not add ${id}: ${code}`);
  }

  field(id: string, name: string): unknown {
    return elementsOf(this.server).get(id)?.get(name);
  }

  json(): Record<string, unknown> {
    return elementsOf(this.server).toJSON();
  }
}

/** A new sticky of somebody. */
export function sticky(id: string, author: string | null): Parameters<typeof createElement>[1] {
  return {
    id,
    kind: 'sticky',
    place: { frame: null, x: 0, y: 0 },
    size: { width: 160, height: 160 },
    order: 'a0',
    author,
    text: 'words',
    fields: { colour: 'yellow' },
  };
}

/** A new frame of somebody. */
export function frame(id: string, author: string | null): Parameters<typeof createElement>[1] {
  return { ...sticky(id, author), kind: 'frame', size: { width: 800, height: 600 }, fields: { look: 'zone' } };
}

/** The element's map in a copy. */
export function mapOf(doc: Y.Doc, id: string): Y.Map<unknown> {
  const map = elementsOf(doc).get(id);
  if (!map) throw new Error(`no element ${id}`);
  return map;
}

/** The element's words in a copy. */
export function wordsOf(doc: Y.Doc, id: string): Y.Text {
  const text = mapOf(doc, id).get('text');
  if (!(text instanceof Y.Text)) throw new Error(`no words in ${id}`);
  return text;
}
