import { elementsOf, type KindRegistry, TEXT_FIELD } from '@talkoot/board';
import type { Direct, Hello, PresenceState, TicketView, TimeAnswer } from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import * as Y from 'yjs';
import { DeletedWords } from './deleted-words.ts';
import type { LocalCopy, OpenLocalCopy } from './local-copy.ts';
import type { Memory } from './memory.ts';
import { ClientPresence } from './presence.ts';
import { endedReason, TalkootProvider } from './provider.ts';
import { LateCode } from '../ui/late-code.ts';
import type { LostWords } from './rebase.ts';

/** What links need of the world; tests give their own sockets and no browser. */
export interface LinkEnv {
  /** Such as `ws://host:3000/sync`. */
  serverUrl: string;
  /** A fresh ticket for a room; null when the server cannot be reached. Throws when the server says no. */
  ticket(room: string): Promise<TicketView | null>;
  kinds: KindRegistry;
  memory: Memory;
  openCopy: OpenLocalCopy | null;
  now(): number;
  WebSocketPolyfill?: typeof WebSocket | undefined;
}

export interface LinkEvents {
  /** Another document stands for the room now: views and undo follow it. */
  replaced(doc: Y.Doc): void;
  hello(hello: Hello): void;
  /** An answer to {@link DocumentLink.askTime}; who never asks needs none. */
  time?(answer: TimeAnswer): void;
  direct(message: Direct): void;
  /** Words that could not be put back. */
  lost(words: readonly LostWords[]): void;
  /** Something of the state below changed. */
  changed(): void;
  ended(reason: 'removed' | 'gone' | 'signedOut'): void;
  may(change: Change, doc: Y.Doc): Verdict;
}

/** How the work in one document stands. */
export interface LinkState {
  connected: boolean;
  synced: boolean;
  /** Local changes the server has not stored. */
  waiting: number;
  /** When the oldest of them was made. */
  waitingSince: number | null;
}

/** Refusals in a row after which nothing is tried again by itself. */
const MAX_REBASES = 3;

/** Client ids of this person that are remembered. */
const MAX_IDS_KEPT = 500;

/** Longest wait for the first content of a board that this browser does not have, ms. */
const FIRST_CONTENT_MS = 4_000;

/** Needed only when work has to be written again; until it is here the work waits where it is. */
const REBASE = new LateCode(async () => (await import('./rebase.ts')).rebase);

type Rebase = typeof import('./rebase.ts').rebase;

interface CopiedDoc {
  doc: Y.Doc;
  copy: LocalCopy | null;
}

interface Opened extends CopiedDoc {
  provider: TalkootProvider;
  presence: ClientPresence;
  epoch: string;
  stopCounting: () => void;
}

/**
 * One document of the workshop in this browser: linked to the server, kept locally, and begun afresh when the
 * server refuses something, with the person's own work put back.
 */
export class DocumentLink {
  readonly room: string;
  readonly #participantId: string;
  readonly #env: LinkEnv;
  readonly #events: LinkEvents;
  #opened: Opened | null = null;
  #waiting = 0;
  #waitingSince: number | null = null;
  #refusalsInRow = 0;
  #restarting: Promise<void> | null = null;
  #restartAgain = false;
  readonly #deletedWords = new DeletedWords((words) => this.#events.lost([words]));
  #stopWaiting: () => void = () => {};
  #closed = false;

  constructor(room: string, participantId: string, env: LinkEnv, events: LinkEvents) {
    this.room = room;
    this.#participantId = participantId;
    this.#env = env;
    this.#events = events;
  }

  get doc(): Y.Doc {
    return this.#need().doc;
  }

  get presence(): ClientPresence {
    return this.#need().presence;
  }

  /** Asks what the server's clock says; the answer is an event. */
  askTime(number: number): void {
    this.#opened?.provider.askTime(number);
  }

  state(): LinkState {
    const provider = this.#opened?.provider;
    return {
      connected: provider?.isConnected ?? false,
      synced: provider?.isSynced ?? false,
      waiting: this.#waiting,
      waitingSince: this.#waitingSince,
    };
  }

  #need(): Opened {
    if (!this.#opened) throw new Error(`room not open: ${this.room}`);
    return this.#opened;
  }

  /** Opens the room: from the local copy at once, from the server when it answers. */
  async open(): Promise<void> {
    const before = this.#recall('epoch');
    // The copy of the last visit is read while the ticket comes: nearly always it is of the same history.
    const kept = before ? this.#openCopy(before) : null;
    const lease = await this.#env.ticket(this.room).catch((error: unknown) => {
      void kept?.copy?.close();
      throw error;
    });
    const epoch = lease?.epoch ?? before ?? 'unknown';
    const stranded = before === epoch ? null : kept;
    const from = stranded ? null : kept;
    this.#remember('epoch', epoch);
    // Where nothing was ever kept there is nothing to wait for.
    if (kept || !lease) await from?.copy?.loaded;
    const opened = this.#start(lease, epoch, {}, from ?? this.#openCopy(epoch));
    this.#opened = opened;
    if (this.#closed) return this.#discard(opened);
    opened.provider.connect();
    if (lease) await this.#firstContent(opened);
    if (this.#opened === opened) this.#events.replaced(opened.doc);
    if (stranded?.copy) await this.#bringBack(stranded.doc, stranded.copy);
  }

  /** A document with the copy that this browser keeps of it. */
  #openCopy(epoch: string): CopiedDoc {
    const doc = new Y.Doc();
    return { doc, copy: this.#env.openCopy?.(this.#copyName(epoch), doc) ?? null };
  }

  /** A board is shown when it is there, not empty first; but work can begin without it when it does not come. */
  #firstContent({ doc, provider }: Opened): Promise<void> {
    if (doc.store.clients.size > 0 || provider.isSynced) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, FIRST_CONTENT_MS);
      this.#stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** From a copy of another epoch: its history is not the server's any more, but the person's work in it is. */
  async #bringBack(doc: Y.Doc, copy: LocalCopy): Promise<void> {
    await copy.loaded;
    const rebase = await REBASE.fetch();
    await this.#whenSynced(this.#need());
    this.#putBack(rebase, doc, this.#need().doc, true);
    await copy.clear();
    doc.destroy();
  }

  #start(lease: TicketView | null, epoch: string, presence: PresenceState, { doc, copy }: CopiedDoc): Opened {
    // A fresh one with every ticket, so that no two documents ever write under one id.
    if (lease) doc.clientID = lease.clientId;
    if (lease) this.#rememberOwnId(lease.clientId);
    const ownPresence = new ClientPresence(doc, presence);
    const provider = new TalkootProvider(
      doc,
      {
        serverUrl: this.#env.serverUrl,
        room: this.room,
        ticket: lease?.ticket ?? null,
        epoch,
        awareness: ownPresence.own,
        WebSocketPolyfill: this.#env.WebSocketPolyfill,
      },
      this.#providerEvents(() => opened),
    );
    const count = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      if (transaction.local) this.#wrote();
    };
    doc.on('update', count);
    this.#deletedWords.watch(doc);
    const opened: Opened = {
      doc,
      provider,
      presence: ownPresence,
      copy,
      epoch,
      stopCounting: () => doc.off('update', count),
    };
    return opened;
  }

  #providerEvents(opened: () => Opened): ConstructorParameters<typeof TalkootProvider>[2] {
    const isCurrent = (): boolean => this.#opened === opened() && !this.#closed;
    return {
      hello: (hello) => {
        if (hello.epoch !== opened().epoch && opened().epoch !== 'unknown') return this.#startOver(true);
        opened().presence.iAm(hello.participantId);
        this.#events.hello(hello);
      },
      progress: (sent, accepted) => {
        if (isCurrent()) this.#progress(sent, accepted);
      },
      unheard: (update) => opened().copy?.keep(update),
      question: (stateVector) => this.#deletedWords.serverHas(opened().doc, stateVector),
      lost: (elementIds) => this.#wordsInDeleted(elementIds),
      refused: () => {
        if (isCurrent()) this.#startOver(false);
      },
      direct: (message) => this.#events.direct(message),
      time: (answer) => this.#events.time?.(answer),
      presence: (payload) => opened().presence.receive(payload),
      line: (connected) => {
        if (!connected) {
          opened().presence.clear();
          this.#stopWaiting();
        }
        this.#events.changed();
      },
      synced: () => {
        this.#stopWaiting();
        this.#events.changed();
      },
      ended: (code) => void this.#ended(code),
    };
  }

  #wrote(): void {
    this.#waiting++;
    this.#waitingSince ??= this.#env.now();
    this.#events.changed();
  }

  #progress(sent: number, accepted: number): void {
    if (accepted < sent || !this.#need().provider.isSynced) return;
    this.#refusalsInRow = 0;
    this.#deletedWords.allStored();
    if (this.#waiting === 0) return;
    this.#waiting = 0;
    this.#waitingSince = null;
    this.#events.changed();
  }

  /** Edits landed in elements that somebody had deleted: their words are the person's to keep. */
  #wordsInDeleted(elementIds: readonly string[]): void {
    const elements = elementsOf(this.doc);
    const words = elementIds.flatMap((id): LostWords[] => {
      const live = elements.get(id)?.get(TEXT_FIELD);
      const text = live instanceof Y.Text ? live.toString() : this.#deletedWords.take(id);
      return text?.trim() ? [{ elementId: id, text, reason: 'deleted' }] : [];
    });
    if (words.length > 0) this.#events.lost(words);
  }

  async #ended(code: number): Promise<void> {
    this.#stopWaiting();
    const reason = endedReason(code);
    if (reason === 'broken') return this.#startOver(false);
    if (reason !== 'signedOut') return this.#events.ended(reason);
    try {
      const lease = await this.#env.ticket(this.room);
      if (!lease) return;
      this.#need().provider.takeTicket(lease.ticket);
      this.#need().provider.connect();
    } catch {
      // The server answered and said no: this browser is not in the workshop any more.
      this.#events.ended('signedOut');
    }
  }

  #startOver(otherEpoch: boolean): void {
    if (this.#restarting) {
      // What was put back is refused while the last of it is still being tidied up.
      this.#restartAgain = true;
      return;
    }
    this.#restarting = this.#replaceDocument(otherEpoch)
      // The server answered and said no: this browser is not in the workshop any more.
      .catch(() => this.#events.ended('signedOut'))
      .finally(() => {
        this.#restarting = null;
        if (this.#restartAgain && !this.#closed) this.#startOver(false);
        this.#restartAgain = false;
      });
  }

  /** A fresh document, synced, with the person's work written again; only then the old one goes. */
  async #replaceDocument(otherEpoch: boolean): Promise<void> {
    const old = this.#need();
    old.provider.destroy();
    this.#refusalsInRow++;
    const rebase = await REBASE.fetch();
    const lease = await this.#leaseWithPatience();
    if (!lease || this.#closed) return;
    this.#remember('generation', String(Number(this.#recall('generation') ?? 0) + 1));
    this.#remember('epoch', lease.epoch);
    const from = this.#openCopy(lease.epoch);
    await from.copy?.loaded;
    const fresh = this.#start(lease, lease.epoch, old.presence.own.getLocalState() ?? {}, from);
    fresh.provider.connect();
    await this.#whenSynced(fresh);
    if (this.#closed) return this.#discard(fresh);
    this.#opened = fresh;
    this.#waiting = 0;
    this.#waitingSince = null;
    this.#putBack(rebase, old.doc, fresh.doc, otherEpoch);
    this.#events.replaced(fresh.doc);
    this.#events.changed();
    this.#discard(old);
    await old.copy?.clear();
  }

  /** The line may be down just now; the work is still in the old document and its copy. */
  async #leaseWithPatience(): Promise<TicketView | null> {
    for (let wait = 200; !this.#closed; wait = Math.min(5_000, wait * 2)) {
      const lease = await this.#env.ticket(this.room);
      if (lease) return lease;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return null;
  }

  #putBack(rebase: Rebase, from: Y.Doc, to: Y.Doc, otherEpoch: boolean): void {
    const tired = this.#refusalsInRow > MAX_REBASES;
    const result = rebase(from, to, {
      kinds: this.#env.kinds,
      mine: otherEpoch ? this.#isOwnId(from) : undefined,
      may: (change) => (tired ? { allowed: false, reason: 'schema' } : this.#mayAgain(change, to, otherEpoch)),
    });
    if (result.lost.length > 0) this.#events.lost(result.lost);
  }

  /** From another epoch only what the person made is brought back; others bring their own. */
  #mayAgain(change: Change, doc: Y.Doc, otherEpoch: boolean): Verdict {
    if (otherEpoch && change.type === 'create' && change.fields.author !== this.#participantId) {
      return { allowed: false, reason: 'notYours' };
    }
    return this.#events.may(change, doc);
  }

  #whenSynced(opened: Opened): Promise<void> {
    if (opened.provider.isSynced) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        if (!opened.provider.isSynced && !this.#closed) return;
        clearInterval(timer);
        resolve();
      }, 20);
    });
  }

  #discard(opened: Opened): void {
    opened.stopCounting();
    opened.provider.destroy();
    opened.presence.destroy();
    void opened.copy?.close();
  }

  #rememberOwnId(clientId: number): void {
    this.#remember('ids', [...this.#ownIds(), clientId].slice(-MAX_IDS_KEPT).join(' '));
  }

  #ownIds(): number[] {
    return (this.#recall('ids') ?? '').split(' ').filter(Boolean).map(Number);
  }

  #isOwnId(doc: Y.Doc): (clientId: number) => boolean {
    const own = new Set([...this.#ownIds(), doc.clientID]);
    return (clientId) => own.has(clientId);
  }

  #copyName(epoch: string): string {
    return `talkoot/${this.#participantId}/${this.room}/${epoch}/${this.#recall('generation') ?? 0}`;
  }

  #recall(what: string): string | null {
    return this.#env.memory.get(`talkoot.${what}.${this.#participantId}.${this.room}`);
  }

  #remember(what: string, value: string): void {
    this.#env.memory.set(`talkoot.${what}.${this.#participantId}.${this.room}`, value);
  }

  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    if (this.#opened) this.#discard(this.#opened);
  }
}
