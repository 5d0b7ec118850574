import { CLOSE, type CloseCode, LIMITS, MESSAGE, type Direct, type Hello, type TimeAnswer } from '@talkoot/protocol';
import type { RawData, WebSocket } from 'ws';
import { Bucket } from './bucket.ts';
import { awarenessMessage, type Incoming, jsonMessage, readMessage } from './messages.ts';
import type { Room } from './room.ts';

export interface ConnectionEvents {
  message(connection: Connection, message: Incoming): void;
  closed(connection: Connection): void;
}

const QUIET = awarenessMessage([]);

/** Longest time a closing socket may take before it is cut. */
export const CUT_AFTER_MS = 1_000;

/** Pings without an answer after which a peer is gone. */
const MOST_UNANSWERED = 4;

/**
 * One socket in one room: reads and bounds what comes, bounds what waits to go. It knows nothing of documents;
 * the host decides.
 */
export class Connection {
  readonly room: Room;
  readonly participantId: string;
  /** What the socket rests on: it ends with this session. */
  readonly sessionRef: string;
  /** Our own client: understands acks and refusals. */
  readonly talksV1: boolean;
  /** Update frames judged so far, in the order they came. */
  judged = 0;
  /** Update frames accepted and stored so far. */
  accepted = 0;
  /** A frame was missing before the last one: until the client has answered our question, nothing is acknowledged. */
  hasGap = false;
  /** Elements to report with the next ack. */
  lost: string[] = [];
  /** After a refusal nothing more is taken from this connection. */
  refused = false;
  /** Presence ids this connection speaks for. */
  readonly presenceIds = new Set<number>();
  readonly #socket: WebSocket;
  readonly #events: ConnectionEvents;
  readonly #now: () => number;
  readonly #frames: Bucket;
  readonly #bytes: Bucket;
  #step1At = Number.NEGATIVE_INFINITY;
  #step1Count = 0;
  #sentAt: number;
  #drainedAt: number;
  #closing = false;
  #pingedAt: number;
  /** Pings since the peer was last heard. */
  #unanswered = 0;

  constructor(
    socket: WebSocket,
    room: Room,
    person: { participantId: string; sessionRef: string; talksV1: boolean },
    events: ConnectionEvents,
    now: () => number,
  ) {
    this.#socket = socket;
    this.room = room;
    this.participantId = person.participantId;
    this.sessionRef = person.sessionRef;
    this.talksV1 = person.talksV1;
    this.#events = events;
    this.#now = now;
    const at = now();
    this.#sentAt = this.#drainedAt = this.#pingedAt = at;
    this.#frames = new Bucket(LIMITS.framesPerSecond, LIMITS.framesBurst, at);
    this.#bytes = new Bucket(LIMITS.bytesPerSecond, LIMITS.bytesPerSecond * 4, at);
    // First of all: an `error` without a listener would end the process.
    socket.on('error', () => this.close(CLOSE.malformed));
    socket.on('message', (data, isBinary) => this.#received(data, isBinary));
    socket.on('close', () => events.closed(this));
    socket.on('pong', () => {
      this.#unanswered = 0;
    });
  }

  #received(data: RawData, isBinary: boolean): void {
    if (this.#closing) return;
    this.#unanswered = 0;
    if (!isBinary) return this.close(CLOSE.malformed);
    const bytes = toBytes(data);
    this.#spend(bytes.byteLength);
    const message = readMessage(bytes);
    if (!message) return this.close(CLOSE.malformed);
    if (message.kind === 'step1' && !this.#mayAskAgain()) return;
    this.#events.message(this, message);
  }

  /** Over a limit the socket is not read for a while: the sender slows down and nothing is lost. */
  #spend(size: number): void {
    const now = this.#now();
    const waits = [this.#frames.take(1, now), this.#bytes.take(size, now), this.room.intake(now, size)];
    const wait = Math.max(...waits);
    if (wait === 0) return;
    this.#socket.pause();
    setTimeout(() => this.#socket.resume(), Math.ceil(wait) + 10).unref();
  }

  /** Full answers are cheap to ask for and dear to give. */
  #mayAskAgain(): boolean {
    const now = this.#now();
    if (this.#step1Count++ > 0 && now - this.#step1At < LIMITS.syncStep1EveryMs) return false;
    this.#step1At = now;
    return true;
  }

  /** Queues bytes on the socket; a reader too slow is closed and finds everything again when it comes back. */
  send(bytes: Uint8Array): void {
    if (this.#closing || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount + bytes.byteLength > LIMITS.outboundHardBytes && this.#socket.bufferedAmount > 0) {
      this.close(CLOSE.overload);
      return;
    }
    this.#sentAt = this.#now();
    this.#socket.send(bytes);
  }

  /** Presence is the first to go when a reader is slow. */
  sendPresence(bytes: Uint8Array): void {
    if (this.#socket.bufferedAmount <= LIMITS.outboundSoftBytes) this.send(bytes);
  }

  sendHello(hello: Hello): void {
    if (this.talksV1) this.send(jsonMessage(MESSAGE.hello, hello));
  }

  sendDirect(message: Direct): void {
    if (this.talksV1) this.send(jsonMessage(MESSAGE.direct, message));
  }

  sendTime(number: number, serverTime: number): void {
    const answer: TimeAnswer = { number, serverTime };
    if (this.talksV1) this.send(jsonMessage(MESSAGE.time, answer));
  }

  /** Tells how much is stored, with what landed in deleted elements. */
  sendAck(): void {
    if (!this.talksV1) return;
    const lost = this.lost;
    this.lost = [];
    this.send(
      jsonMessage(MESSAGE.ack, lost.length > 0 ? { accepted: this.accepted, lost } : { accepted: this.accepted }),
    );
  }

  /** Called about once a second: keeps quiet sockets open, cuts those that read nothing. */
  sweep(): void {
    const now = this.#now();
    if (this.#socket.bufferedAmount === 0) this.#drainedAt = now;
    else if (now - this.#drainedAt > LIMITS.outboundStallMs) return this.close(CLOSE.overload);
    if (now - this.#sentAt >= LIMITS.keepAliveMs) this.send(QUIET);
    // Counted, not timed: neither a busy board nor a clock set forward makes a healthy peer look dead.
    if (now - this.#pingedAt < LIMITS.keepAliveMs) return;
    if (this.#unanswered >= MOST_UNANSWERED) return this.#socket.terminate();
    this.#pingedAt = now;
    this.#unanswered++;
    this.#socket.ping();
  }

  close(code: CloseCode): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#socket.resume();
    this.#socket.close(code);
    // A peer that does not answer the close must not hold memory.
    setTimeout(() => this.#socket.terminate(), CUT_AFTER_MS).unref();
  }

  get isOpen(): boolean {
    return !this.#closing && this.#socket.readyState === this.#socket.OPEN;
  }
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
