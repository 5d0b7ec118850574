import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CLOSE, LIMITS, parseRoomName } from '@talkoot/protocol';
import { WebSocketServer } from 'ws';
import { ProblemError } from '../problem.ts';
import { Connection, CUT_AFTER_MS } from './connection.ts';
import type { HostDeps } from './deps.ts';
import { WorkshopHost } from './host.ts';
import type { WorkshopHosts } from './port.ts';
import { copyElements, seedBoard } from './seed.ts';

/** All workshops that live on this node, and the door for sockets. */
export interface Hosts extends WorkshopHosts {
  /** Takes an upgrade request for `/sync/<room>`; refuses with a plain HTTP answer before a socket exists. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function createHosts(deps: HostDeps): Hosts {
  return new HostTable(deps);
}

class HostTable implements Hosts {
  readonly #deps: HostDeps;
  readonly #hosts = new Map<string, Promise<WorkshopHost | null>>();
  /** When a host was last asked for: who got one is still on the way to it. */
  readonly #askedAt = new Map<string, number>();
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  readonly #sweeper: NodeJS.Timeout;
  #stopping = false;

  constructor(deps: HostDeps) {
    this.#deps = deps;
    this.#sweeper = setInterval(() => void this.#sweep(), 1_000).unref();
  }

  #host(workshopId: string): Promise<WorkshopHost | null> {
    this.#askedAt.set(workshopId, this.#deps.clock.now());
    const known = this.#hosts.get(workshopId);
    if (known) return known;
    const opening = WorkshopHost.open(workshopId, this.#deps);
    this.#hosts.set(workshopId, opening);
    opening.then(
      (host) => {
        if (host) this.#deps.metrics.workshops.inc();
        else this.#forget(workshopId);
      },
      () => this.#forget(workshopId),
    );
    return opening;
  }

  #forget(workshopId: string): void {
    this.#hosts.delete(workshopId);
    this.#askedAt.delete(workshopId);
  }

  async #need(workshopId: string): Promise<WorkshopHost> {
    const host = await this.#host(workshopId);
    if (!host) throw new ProblemError('not-found', 'no such workshop');
    return host;
  }

  command: WorkshopHosts['command'] = async (workshopId, participantId, command) =>
    (await this.#need(workshopId)).command(participantId, command);

  async refresh(workshopId: string): Promise<void> {
    await (await this.#hosts.get(workshopId))?.refresh();
  }

  people: WorkshopHosts['people'] = async (workshopId) => (await this.#need(workshopId)).people();

  newBoard: WorkshopHosts['newBoard'] = (input) => seedBoard(input, this.#deps.kinds, this.#deps.clock.now());

  copyBoard: WorkshopHosts['copyBoard'] = async (workshopId, input) => {
    const host = await this.#need(workshopId);
    const room = await host.room({ workshopId, scope: 'board' });
    const elements = copyElements(room.live(), this.#deps.kinds, this.#deps.ids.element, this.#deps.clock.now());
    return this.newBoard({ ...input, elements });
  };

  lease: WorkshopHosts['lease'] = async (room, participantId) =>
    (await this.#need(room.workshopId)).lease(room, participantId);

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    this.#admit(request, socket, head).catch((error: unknown) => {
      this.#deps.log.error({ err: error }, 'upgrade failed');
      reject(socket, 500);
    });
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (this.#stopping) return reject(socket, 503);
    const url = new URL(request.url ?? '/', 'http://host');
    const room = url.pathname.startsWith('/sync/') ? parseRoomName(decoded(url.pathname.slice(6))) : null;
    if (!room) return reject(socket, 404);
    const identity = await this.#deps.auth.identify(request, room);
    // Refusals that a browser can read: a stock provider takes 44xx as final and any failed upgrade as transient.
    if (identity === 'unauthorized') return this.#refuseWith(CLOSE.unauthorized, request, socket, head);
    if (identity === 'removed') return this.#refuseWith(CLOSE.removed, request, socket, head);
    const host = identity === 'gone' ? null : await this.#host(room.workshopId);
    if (identity === 'gone' || !host) return this.#refuseWith(CLOSE.gone, request, socket, head);
    const person = host.person(identity.participantId);
    if (person?.status !== 'in' || !host.mayOpen(person.role, room.scope)) {
      return this.#refuseWith(CLOSE.removed, request, socket, head);
    }
    const document = await host.room(room, person.id);
    const talksV1 = url.searchParams.get('v') === '1';
    const epoch = url.searchParams.get('epoch');
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(
        webSocket,
        document,
        { participantId: person.id, sessionRef: identity.sessionRef, talksV1 },
        { message: (from, message) => host.receive(from, message), closed: (from) => host.leave(from) },
        () => this.#deps.clock.now(),
      );
      // A copy of another history must not be merged: its owner hears the new epoch and starts afresh.
      connection.refused = epoch !== null && epoch !== 'unknown' && epoch !== document.epoch;
      host.enter(connection);
    });
  }

  #refuseWith(code: number, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      webSocket.close(code);
      // A stranger who does not say goodbye is cut.
      setTimeout(() => webSocket.terminate(), CUT_AFTER_MS).unref();
    });
  }

  async endSession(sessionRef: string): Promise<void> {
    for (const host of await this.#all()) host.endSession(sessionRef);
  }

  async #all(): Promise<WorkshopHost[]> {
    const hosts = await Promise.all([...this.#hosts.values()].map((opening) => opening.catch(() => null)));
    return hosts.filter((host) => host !== null);
  }

  async #sweep(): Promise<void> {
    const now = this.#deps.clock.now();
    for (const [id, opening] of this.#hosts) {
      const host = await opening.catch(() => null);
      if (!host) continue;
      host.sweep();
      if (!host.isQuiet || now - host.lastUsed < LIMITS.idleRoomMs) continue;
      await host.cool().catch((error: unknown) => this.#deps.log.warn({ err: error }, 'idle workshop not compacted'));
      // Whoever asked meanwhile comes to this host; a second one would write beside it.
      if (!host.isQuiet || now - (this.#askedAt.get(id) ?? 0) < LIMITS.idleRoomMs) continue;
      this.#forget(id);
      this.#deps.metrics.workshops.dec();
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#sweeper);
    await Promise.all((await this.#all()).map((host) => host.stop()));
    this.#server.close();
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

function reject(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS[status] ?? 'Error'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const STATUS: Record<number, string> = { 404: 'Not Found', 500: 'Internal Server Error', 503: 'Service Unavailable' };
