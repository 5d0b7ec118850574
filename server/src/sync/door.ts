import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE, type CloseCode, LIMITS, parseRoomName, type RoomName } from '@talkoot/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import { Connection, CUT_AFTER_MS } from './connection.ts';
import type { HostDeps } from './deps.ts';
import type { WorkshopHost } from './host.ts';
import type { SocketIdentity } from './port.ts';
import { Tally } from './tally.ts';

/** Seconds after which whoever was turned away for being too many may try again. */
const RETRY_AFTER_S = 5;

/** An upgrade request on its way in. */
interface Arrival {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  /** Where it comes from, behind trusted proxies. */
  address: string;
}

/**
 * The door for sockets: who comes in is decided before a socket exists. What changes while that is looked up (signed
 * out, removed, deleted) counts as if it had been before.
 */
export class Door {
  readonly #deps: HostDeps;
  readonly #find: (workshopId: string) => Promise<WorkshopHost | null>;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  /** Sockets of each address, from the request to the end. */
  readonly #addresses = new Tally(LIMITS.connectionsPerAddress);
  /** Those among them that were refused and are still being told so. */
  readonly #refused = new Tally(LIMITS.refusedPerAddress);
  #arriving = 0;
  /** Sessions that ended while somebody was arriving. */
  readonly #endedSessions = new Set<string>();
  #stopping = false;

  constructor(deps: HostDeps, find: (workshopId: string) => Promise<WorkshopHost | null>) {
    this.#deps = deps;
    this.#find = find;
  }

  /** Takes an upgrade request for `/sync/<room>`; never throws. */
  upgrade(arrival: Arrival): void {
    const { socket, address } = arrival;
    socket.on('error', () => socket.destroy());
    if (this.#stopping) return answer(socket, 503);
    // Before anything is looked up, so that a flood costs nothing but this line.
    if (!this.#addresses.take(address, socket)) return answer(socket, 429);
    this.#arriving++;
    this.#admit(arrival)
      .catch((error: unknown) => {
        this.#deps.log.error({ err: error }, 'upgrade failed');
        answer(socket, 500);
      })
      .finally(() => {
        this.#arriving--;
        if (this.#arriving === 0) this.#endedSessions.clear();
      });
  }

  async #admit(arrival: Arrival): Promise<void> {
    const { request, socket, address } = arrival;
    const url = new URL(request.url ?? '/', 'http://host');
    const room = url.pathname.startsWith('/sync/') ? parseRoomName(decoded(url.pathname.slice(6))) : null;
    if (!room) return answer(socket, 404);
    const identity = await this.#deps.auth.identify(request, room, address);
    if (identity === 'tooMany') return answer(socket, 429);
    // Refusals that a browser can read: a stock provider takes 44xx as final and any failed upgrade as transient.
    if (identity === 'unauthorized') return this.#refuse(arrival, CLOSE.unauthorized);
    if (identity === 'removed') return this.#refuse(arrival, CLOSE.removed);
    const host = identity === 'gone' ? null : await this.#find(room.workshopId);
    if (identity === 'gone' || !host) return this.#refuse(arrival, CLOSE.gone);
    const document = await host.room(room, identity.participantId);
    // From here on nothing waits: what is true now is true when the socket stands in the room.
    const code = this.#reasonAgainst(host, room, identity);
    if (code !== null) return this.#refuse(arrival, code);
    const talksV1 = url.searchParams.get('v') === '1';
    const epoch = url.searchParams.get('epoch');
    this.#complete(arrival, (webSocket) => {
      const connection = new Connection(
        webSocket,
        document,
        { participantId: identity.participantId, sessionRef: identity.sessionRef, talksV1 },
        { message: (from, message) => host.receive(from, message), closed: (from) => host.leave(from) },
        () => this.#deps.clock.now(),
      );
      // A copy of another history must not be merged: its owner hears the new epoch and starts afresh.
      connection.refused = epoch !== null && epoch !== 'unknown' && epoch !== document.epoch;
      host.enter(connection);
    });
  }

  /** Why somebody who proved who they are may not come in, as things stand now; null when they may. */
  #reasonAgainst(host: WorkshopHost, room: RoomName, identity: SocketIdentity): CloseCode | null {
    if (this.#endedSessions.has(identity.sessionRef)) return CLOSE.unauthorized;
    if (host.isGone) return CLOSE.gone;
    const person = host.person(identity.participantId);
    if (person?.status !== 'in') return CLOSE.removed;
    // A group that ended is gone for good; a document of others was never theirs.
    if (!host.mayOpen(person.id, room)) return room.scope === 'group' ? CLOSE.gone : CLOSE.removed;
    // A tab too many waits until another is closed.
    return host.socketsOf(person.id, room) >= LIMITS.connectionsPerPerson ? CLOSE.overload : null;
  }

  #complete({ request, socket, head }: Arrival, then: (webSocket: WebSocket) => void): void {
    this.#server.handleUpgrade(request, socket, head, then);
  }

  #refuse(arrival: Arrival, code: CloseCode): void {
    // Strangers who do not leave when told to get no more sockets to stay on.
    if (!this.#refused.take(arrival.address, arrival.socket)) return answer(arrival.socket, 429);
    this.#complete(arrival, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      webSocket.close(code);
      // A stranger who does not say goodbye is cut.
      setTimeout(() => webSocket.terminate(), CUT_AFTER_MS).unref();
    });
  }

  /** A session ended: whoever was let in by it and is not in yet stays out. */
  sessionEnded(sessionRef: string): void {
    if (this.#arriving > 0) this.#endedSessions.add(sessionRef);
  }

  /** Nobody comes in any more. */
  close(): void {
    this.#stopping = true;
  }
}

/** Empty, which names no room, when the escapes are broken. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

const STATUS = {
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

/** A plain HTTP answer instead of a socket. Nobody keeps the line open after it. */
function answer(socket: Duplex, status: keyof typeof STATUS): void {
  const retry = status === 429 || status === 503 ? `Retry-After: ${RETRY_AFTER_S}\r\n` : '';
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS[status]}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
