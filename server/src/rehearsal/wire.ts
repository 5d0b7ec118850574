import { elementsOf, textOf } from '@talkoot/board';
import {
  Ack,
  Direct,
  Hello,
  MESSAGE,
  PresenceView,
  Refused,
  SessionView,
  type TicketView,
  TimeAnswer,
} from '@talkoot/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { awarenessMessage, type PresenceEntry, readAwareness, SYNC, syncMessage } from '../sync/messages.ts';

/** Questions for the time on a new line, and the pause between two, ms. */
const TIME_QUESTIONS = 5;
const TIME_EVERY_MS = 250;

export interface WireOptions {
  /** Without it the client is a stock one: no acks, no refusals, only closes. */
  v1?: boolean;
  epoch?: string;
  /** Learns the server's clock by questions. */
  asksTime?: boolean;
  /** Cookie instead of a ticket, and other headers. */
  headers?: Record<string, string>;
}

/** Whose client it is: asks the server over HTTP in their name. */
export interface Visitor {
  /** Origin of the server, `http://…`. */
  readonly base: string;
  /** POST below the API; fails on anything but 200. */
  post<T>(path: string, body?: unknown): Promise<T>;
}

/**
 * A small honest client: one document, one socket, acks counted per edit. What is not acknowledged when the line
 * breaks is sent again as the answer to the server's question, as the shipped client does.
 */
export class Wire {
  readonly doc = new Y.Doc();
  readonly participantId: string;
  readonly #visitor: Visitor;
  readonly #room: string;
  readonly #options: WireOptions;
  #ticket: string | null = null;
  #socket: WebSocket | null = null;
  #label: string | null = null;
  #unacked: { label: string; frame: number }[] = [];
  /** Labels of edits that the server has stored. */
  readonly acked = new Set<string>();
  readonly refusals: Refused[] = [];
  readonly closes: number[] = [];
  /** Who is said to be here, by client id; null who left. */
  readonly present = new Map<number, PresenceView | null>();
  #presenceClock = 0;
  /** What was said to this person alone, the last of each type. */
  readonly told = new Map<Direct['type'], Direct>();
  hello: Hello | null = null;
  #greetedAt = 0;
  #session: SessionView | null = null;
  /** Milliseconds that the server's clock is ahead of this one's, by the quickest of the answers to `time`. */
  clockAhead = 0;
  #quickestTrip = Number.POSITIVE_INFINITY;
  #timeAskedAt = 0;
  #timeQuestions = 0;
  synced = false;
  sent = 0;
  accepted = 0;
  /** Every byte that came. */
  received: Uint8Array[] | null = null;
  receivedBytes = 0;
  /** Only counts what comes, without taking it in: a hundred documents in one test process are a load of their own. */
  countsOnly = false;

  constructor(visitor: Visitor, room: string, participantId: string, options: WireOptions = { v1: true }) {
    this.#visitor = visitor;
    this.#room = room;
    this.participantId = participantId;
    this.#options = options;
    this.doc.getMap('session').observe(() => {
      this.#session = null;
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#wrote(update);
    });
  }

  /** The ticket and the client id that go with this document; asked for once. */
  async prepare(): Promise<void> {
    const [workshopId] = this.#room.split('~');
    this.use(await this.#visitor.post<TicketView>(`/workshops/${workshopId}/ticket`, { room: this.#room }));
  }

  /** Connects with this ticket, whoever the browser is. */
  use({ ticket, clientId }: TicketView): void {
    this.#ticket = ticket;
    this.doc.clientID = clientId;
  }

  /** Connects; resolves when the server's state is here. Fails when the socket closes before. */
  async connect(): Promise<void> {
    if (!this.#ticket && !this.#options.headers) await this.prepare();
    const query = new URLSearchParams({
      ...(this.#options.v1 ? { v: '1' } : {}),
      ...(this.#options.epoch ? { epoch: this.#options.epoch } : {}),
      ...(this.#ticket ? { ticket: this.#ticket } : {}),
    });
    const { headers = {} } = this.#options;
    const url = `${this.#visitor.base.replace('http', 'ws')}/sync/${this.#room}?${query}`;
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.#socket = socket;
    this.synced = false;
    this.sent = this.accepted = 0;
    for (const edit of this.#unacked) edit.frame = Number.POSITIVE_INFINITY;
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => this.send(syncMessage(SYNC.step1, Y.encodeStateVector(this.doc))));
      socket.on('message', (data: Buffer) => {
        this.#take(new Uint8Array(data));
        if (this.synced) resolve();
      });
      socket.on('close', (code) => {
        this.closes.push(code);
        reject(new Error(`closed with ${code}`));
      });
      socket.on('error', reject);
    });
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  get socket(): WebSocket {
    if (!this.#socket) throw new Error('not connected yet');
    return this.#socket;
  }

  /** Everything written here is stored. */
  get isSaved(): boolean {
    return this.#unacked.length === 0 && this.isOpen && this.accepted >= this.sent;
  }

  get waiting(): number {
    return this.#unacked.length;
  }

  send(bytes: Uint8Array): void {
    if (this.isOpen) this.#socket?.send(bytes);
  }

  #wrote(update: Uint8Array): void {
    if (this.isOpen) {
      this.send(syncMessage(SYNC.update, update));
      this.sent++;
    }
    const frame = this.isOpen ? this.sent : Number.POSITIVE_INFINITY;
    if (this.#label !== null) this.#unacked.push({ label: this.#label, frame });
  }

  #take(bytes: Uint8Array): void {
    this.received?.push(bytes);
    this.receivedBytes += bytes.byteLength;
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return this.#takeSync(decoder);
      case MESSAGE.awareness:
        for (const { clientId, json } of readAwareness(decoding.readVarUint8Array(decoder)))
          this.present.set(clientId, presenceIn(json));
        return;
      case MESSAGE.hello:
        this.hello = Hello.parse(JSON.parse(decoding.readVarString(decoder)));
        this.#greetedAt = Date.now();
        if (this.#options.asksTime) this.#askTime();
        return;
      case MESSAGE.time:
        return this.#takeTime(TimeAnswer.parse(JSON.parse(decoding.readVarString(decoder))));
      case MESSAGE.direct: {
        const direct = Direct.parse(JSON.parse(decoding.readVarString(decoder)));
        this.told.set(direct.type, direct);
        return;
      }
      case MESSAGE.ack:
        return this.#takeAck(Ack.parse(JSON.parse(decoding.readVarString(decoder))));
      case MESSAGE.refused:
        this.refusals.push(Refused.parse(JSON.parse(decoding.readVarString(decoder))));
    }
  }

  /** Some times in a row, as browsers do on a line that is new. */
  #askTime(): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.time);
    encoding.writeVarUint(encoder, ++this.#timeQuestions);
    this.#timeAskedAt = Date.now();
    this.send(encoding.toUint8Array(encoder));
  }

  #takeTime({ serverTime }: TimeAnswer): void {
    const trip = Date.now() - this.#timeAskedAt;
    if (trip < this.#quickestTrip) {
      this.#quickestTrip = trip;
      this.clockAhead = serverTime - (this.#timeAskedAt + trip / 2);
    }
    if (this.#timeQuestions % TIME_QUESTIONS !== 0) setTimeout(() => this.#askTime(), TIME_EVERY_MS).unref();
  }

  #takeSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (type !== SYNC.step1) {
      if (!this.countsOnly) Y.applyUpdate(this.doc, payload, 'server');
      this.synced ||= type === SYNC.step2;
      return;
    }
    this.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(this.doc, payload)));
    this.sent++;
    for (const edit of this.#unacked) edit.frame = Math.min(edit.frame, this.sent);
  }

  #takeAck({ accepted }: Ack): void {
    this.accepted = accepted;
    this.#unacked = this.#unacked.filter(({ label, frame }) => {
      if (frame <= accepted) this.acked.add(label);
      return frame > accepted;
    });
  }

  /** Tells others where one is; as somebody else's client id when given. */
  say(state: object | null, entry: Partial<PresenceEntry> = {}): void {
    const clock = ++this.#presenceClock;
    this.send(awarenessMessage([{ clientId: this.doc.clientID, clock, json: JSON.stringify(state), ...entry }]));
  }

  /** An edit with a name, under which its ack is noted. */
  edit(label: string, change: (doc: Y.Doc) => void): void {
    this.#label = label;
    this.doc.transact(() => change(this.doc), this);
    this.#label = null;
  }

  /** What the server says of the session to everybody; read again only when it changed. */
  get session(): SessionView {
    this.#session ??= SessionView.parse(this.doc.getMap('session').toJSON());
    return this.#session;
  }

  /** The time of the workshop, ms, when its clock runs so many times as fast. */
  sessionNow(speed = 1): number {
    const now = Date.now();
    return this.hello ? this.hello.serverTime + (now - this.#greetedAt) * speed : now;
  }

  /** Types a word at the end of an element's words. */
  type(id: string, word: string): void {
    const text = textOf(this.doc, id);
    if (!text) throw new Error(`no words in ${id}`);
    this.edit(word, () => text.insert(text.length, word));
  }

  words(id: string): string {
    return textOf(this.doc, id)?.toString() ?? '';
  }

  get elements(): Record<string, unknown> {
    return elementsOf(this.doc).toJSON();
  }

  close(): void {
    this.#socket?.removeAllListeners('error').on('error', () => {});
    this.#socket?.terminate();
  }
}

/** What somebody says of themselves; null when they are gone. */
function presenceIn(json: string): PresenceView | null {
  const said: unknown = JSON.parse(json);
  return said === null ? null : PresenceView.parse(said);
}
