import { elementsOf, ROOTS } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES, type Role, type Scope, SessionView, TicketView } from '@talkoot/protocol';
import { type Change, decide, DocumentView, type RightsContext } from '@talkoot/rights';
import { type Random, Typist } from '@talkoot/testing';
import type * as Y from 'yjs';
import type { TestServer } from '../../../../server/src/testing/test-server.ts';
import { DocumentLink } from '../document-link.ts';
import type { OpenLocalCopy } from '../local-copy.ts';
import type { Memory } from '../memory.ts';
import type { LostWords } from '../rebase.ts';
import { Line } from './lossy-socket.ts';

// y-websocket listens to the end of the process once per provider, and here are dozens.
process.setMaxListeners(0);

/** Somebody's HTTP session, as the server's tests have it. */
export interface Poster {
  post<T>(path: string, body: unknown, status?: number): Promise<T>;
}

export function plainMemory(): Memory {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void (value === null ? values.delete(key) : values.set(key, value)),
  };
}

/** An honest person at a real server: the shipped link over a line of their own, and hands that type. */
export class Person {
  readonly participantId: string;
  readonly line: Line;
  readonly link: DocumentLink;
  readonly lost: LostWords[] = [];
  /** Times the document was begun afresh after a refusal. */
  rebases = -1;
  role: Role;
  #typist: Typist | null = null;
  readonly #random: Random;
  readonly scope: Scope;
  /** Files that the workshop has and elements may show. */
  readonly #blobs: readonly string[];

  constructor(
    server: () => Pick<TestServer, 'base'>,
    browser: Poster,
    room: string,
    who: { id: string; role: Role },
    random: Random,
    storage: { memory?: Memory; openCopy?: OpenLocalCopy | null; blobs?: readonly string[] } = {},
  ) {
    this.participantId = who.id;
    this.role = who.role;
    this.#random = random;
    this.line = new Line(random);
    const [workshopId, scope = 'board'] = room.split('~');
    this.scope = scope as Scope;
    this.#blobs = storage.blobs ?? [];
    const env = {
      // Read anew at every use: a restarted server may listen elsewhere.
      get serverUrl() {
        return `${server().base.replace('http', 'ws')}/sync`;
      },
      kinds: ELEMENT_MODELS,
      memory: storage.memory ?? plainMemory(),
      openCopy: storage.openCopy ?? null,
      now: () => Date.now(),
      WebSocketPolyfill: this.line.socketClass(),
      ticket: async (name: string): Promise<TicketView | null> => {
        if (!this.line.online) return null;
        try {
          return TicketView.parse(await browser.post(`/workshops/${workshopId}/ticket`, { room: name }));
        } catch (error) {
          // The server restarts just now.
          if (error instanceof TypeError || String(error).includes('fetch')) return null;
          throw error;
        }
      },
    };
    this.link = new DocumentLink(room, who.id, env, {
      replaced: (doc) => this.#replaced(doc),
      hello: (hello) => {
        this.role = hello.role;
      },
      direct: (message) => {
        if (message.type === 'you') this.role = message.role;
      },
      lost: (words) => this.lost.push(...words),
      changed: () => {},
      ended: (reason) => {
        throw new Error(`link ended: ${reason}`);
      },
      may: (change, doc) => this.may(change, doc),
    });
  }

  #replaced(doc: Y.Doc): void {
    this.rebases++;
    this.#typist = new Typist(
      doc,
      { participantId: this.participantId, role: this.role },
      this.#random,
      ELEMENT_MODELS,
      () => this.#context(doc),
      this.#blobs,
    );
  }

  #context(doc: Y.Doc): RightsContext {
    const view = SessionView.safeParse(doc.getMap(ROOTS.session).toJSON());
    const { state, rules } = view.success ? view.data : { state: 'open' as const, rules: DEFAULT_RULES };
    return { state, rules, scope: this.scope, kinds: ELEMENT_MODELS };
  }

  may(change: Change, doc: Y.Doc): ReturnType<typeof decide> {
    return decide(
      change,
      { participantId: this.participantId, role: this.role },
      this.#context(doc),
      new DocumentView(doc),
    );
  }

  get typist(): Typist {
    if (!this.#typist) throw new Error('not open yet');
    return this.#typist;
  }

  get doc(): Y.Doc {
    return this.link.doc;
  }

  get elements(): Record<string, unknown> {
    return elementsOf(this.doc).toJSON();
  }
}

/** Waits until something is true; fails with the words given after a time that only a hang takes, busy as the machine may be. */
export async function until(what: string, check: () => boolean, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!check()) {
    if (Date.now() > deadline) throw new Error(`did not happen in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
