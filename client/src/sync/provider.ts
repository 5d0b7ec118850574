import { Ack, CLOSE, Direct, Hello, LIMITS, MESSAGE, Refused, TimeAnswer } from '@talkoot/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { z } from 'zod/mini';

/** What the server says beside the documents, and how the line is. */
export interface ProviderEvents {
  hello(hello: Hello): void;
  /** Frames on this connection: sent by us, accepted and stored by the server. */
  progress(sent: number, accepted: number): void;
  lost(elementIds: readonly string[]): void;
  /** The empty document got all of this at once; nobody who listens to its updates was told. */
  unheard(update: Uint8Array): void;
  /** The server says what it has and asks for the rest. */
  question(stateVector: Uint8Array): void;
  refused(refused: Refused): void;
  direct(message: Direct): void;
  time(answer: TimeAnswer): void;
  presence(payload: Uint8Array): void;
  line(connected: boolean): void;
  synced(): void;
  /** Final: trying again is useless. */
  ended(code: number): void;
}

export interface ProviderOptions {
  serverUrl: string;
  room: string;
  ticket: string | null;
  /** Epoch of the local copy; the server takes nothing from a copy of another one. */
  epoch: string;
  awareness: Awareness;
  WebSocketPolyfill?: typeof WebSocket | undefined;
}

/** A y-websocket provider that also speaks our extra messages and counts what the server has stored. */
export class TalkootProvider {
  readonly #provider: WebsocketProvider;
  readonly #doc: Y.Doc;
  readonly #events: ProviderEvents;
  readonly #count: (update: Uint8Array, origin: unknown) => void;
  #sent = 0;
  #accepted = 0;

  constructor(doc: Y.Doc, options: ProviderOptions, events: ProviderEvents) {
    this.#doc = doc;
    this.#events = events;
    this.#provider = new WebsocketProvider(options.serverUrl, options.room, doc, {
      connect: false,
      // Other tabs hear from the server like everybody else.
      disableBc: true,
      awareness: options.awareness,
      params: { v: '1', epoch: options.epoch, ...(options.ticket ? { ticket: options.ticket } : {}) },
      maxBackoffTime: 5_000,
      WebSocketPolyfill: this.#withoutGiants(options.WebSocketPolyfill ?? globalThis.WebSocket),
    });
    // The provider's own listener came first and has sent the frame by now.
    this.#count = (_update, origin) => {
      if (origin !== this.#provider && this.#provider.wsconnected) this.#countSent();
    };
    doc.on('update', this.#count);
    this.#listen();
    globalThis.window?.addEventListener('offline', this.#tryLine);
  }

  /**
   * A socket that does not send what the server would close it for: months of work without a line, thousands of
   * elements at once. That is refused here as the server refuses what is too large, and written again in portions.
   */
  #withoutGiants(Socket: typeof WebSocket): typeof WebSocket {
    const refuse = (): void => this.#events.refused({ code: 'tooLarge', elementIds: [], accepted: this.#accepted });
    return class extends Socket {
      override send(data: Parameters<WebSocket['send']>[0]): void {
        if (data instanceof Uint8Array && data.byteLength > LIMITS.frameBytes) queueMicrotask(refuse);
        else super.send(data);
      }
    };
  }

  #listen(): void {
    const provider = this.#provider;
    const events = this.#events;
    const sync = provider.messageHandlers[MESSAGE.sync];
    if (!sync) throw new Error('y-websocket has no sync handler');
    provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, from, emitSynced, type) => {
      const step = decoder.arr[decoder.pos];
      const question = step === messageYjsSyncStep1;
      const whole = step === messageYjsSyncStep2 && this.#doc.store.clients.size === 0;
      const payload = question || whole ? payloadAfterType(decoder) : NOTHING;
      if (question) events.question(payload);
      if (whole) events.unheard(payload);
      const take = (): void => sync(encoder, decoder, from, emitSynced, type);
      if (whole) unheard(this.#doc, take);
      else take();
      // Our answer to the server's question is an update frame like any other.
      if (question) this.#countSent();
    };
    provider.messageHandlers[MESSAGE.awareness] = (_encoder, decoder) =>
      events.presence(decoding.readVarUint8Array(decoder));
    this.#onJson(MESSAGE.hello, Hello, (hello) => events.hello(hello));
    this.#onJson(MESSAGE.ack, Ack, (ack) => {
      this.#accepted = ack.accepted;
      if (ack.lost) events.lost(ack.lost);
      events.progress(this.#sent, this.#accepted);
    });
    this.#onJson(MESSAGE.refused, Refused, (refused) => events.refused(refused));
    this.#onJson(MESSAGE.direct, Direct, (message) => events.direct(message));
    this.#onJson(MESSAGE.time, TimeAnswer, (answer) => events.time(answer));
    provider.on('status', ({ status }) => {
      if (status === 'connecting') return;
      this.#sent = 0;
      this.#accepted = 0;
      events.line(status === 'connected');
    });
    provider.on('sync', (synced: boolean) => {
      if (synced) events.synced();
    });
    provider.on('closed', ({ code }) => events.ended(code));
  }

  #onJson<T extends z.ZodMiniType>(type: number, schema: T, handle: (value: z.infer<T>) => void): void {
    this.#provider.messageHandlers[type] = (_encoder, decoder) => {
      const parsed = schema.safeParse(JSON.parse(decoding.readVarString(decoder)));
      if (parsed.success) handle(parsed.data);
      else console.warn('message of the server not understood', type);
    };
  }

  #countSent(): void {
    this.#sent++;
    this.#events.progress(this.#sent, this.#accepted);
  }

  /**
   * The browser says that its line is gone: the socket is given up at once, where waiting for its silence takes half
   * a minute. Another is tried all the same, since a server on this computer needs no line.
   */
  readonly #tryLine = (): void => {
    if (!this.#provider.wsconnected) return;
    this.#provider.disconnect();
    this.#provider.connect();
  };

  /** Asks what the time is, when there is a line. */
  askTime(number: number): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.time);
    encoding.writeVarUint(encoder, number);
    if (this.#provider.wsconnected) this.#provider.ws?.send(encoding.toUint8Array(encoder));
  }

  connect(): void {
    this.#provider.connect();
  }

  /** A new ticket for the next attempt, as when the session was renewed. */
  takeTicket(ticket: string): void {
    this.#provider.params = { ...this.#provider.params, ticket };
  }

  get isConnected(): boolean {
    return this.#provider.wsconnected;
  }

  get isSynced(): boolean {
    return this.#provider.synced;
  }

  destroy(): void {
    globalThis.window?.removeEventListener('offline', this.#tryLine);
    this.#doc.off('update', this.#count);
    this.#provider.destroy();
  }
}

const NOTHING = new Uint8Array();

/**
 * Changes a document without telling those who listen for updates. Yjs encodes every change for them, which for a
 * whole board takes more than half as long as reading it.
 */
function unheard(doc: Y.Doc, change: () => void): void {
  const listeners = doc._observers.get('update');
  doc._observers.delete('update');
  try {
    change();
  } finally {
    if (listeners) doc._observers.set('update', listeners);
  }
}

/** The payload of a sync message, without moving on in it. */
function payloadAfterType(decoder: decoding.Decoder): Uint8Array {
  const ahead = decoding.clone(decoder);
  decoding.readVarUint(ahead);
  return decoding.readVarUint8Array(ahead);
}

/** Codes after which the person is told that it is over here. */
export function endedReason(code: number): 'removed' | 'gone' | 'signedOut' | 'broken' {
  if (code === CLOSE.removed) return 'removed';
  if (code === CLOSE.gone) return 'gone';
  return code === CLOSE.unauthorized ? 'signedOut' : 'broken';
}
