import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '@talkoot/protocol';
import { ProblemError } from '../problem.ts';
import type { HostDeps } from './deps.ts';
import { Door } from './door.ts';
import { WorkshopHost } from './host.ts';
import type { WorkshopHosts } from './port.ts';
import { copyElements, seedBoard } from './seed.ts';

/** All workshops that live on this node, and the door for sockets. */
export interface Hosts extends WorkshopHosts {
  /** Takes an upgrade request for `/sync/<room>` that came from an address; see {@link Door}. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void;
  /** After a start: workshops that are to close are watched again; those whose time has passed are closed now. */
  resume(): Promise<void>;
}

export function createHosts(deps: HostDeps): Hosts {
  return new HostTable(deps);
}

class HostTable implements Hosts {
  readonly #deps: HostDeps;
  readonly #hosts = new Map<string, Promise<WorkshopHost | null>>();
  /** When a host was last asked for: who got one is still on the way to it. */
  readonly #askedAt = new Map<string, number>();
  readonly #door: Door;
  readonly #sweeper: NodeJS.Timeout;

  constructor(deps: HostDeps) {
    this.#deps = deps;
    this.#door = new Door(deps, (workshopId) => this.#host(workshopId));
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

  online: WorkshopHosts['online'] = async (workshopId) => (await this.#need(workshopId)).online();

  newBoard: WorkshopHosts['newBoard'] = (input) => seedBoard(input, this.#deps.kinds, this.#deps.clock.now());

  copyBoard: WorkshopHosts['copyBoard'] = async (workshopId, input) => {
    const host = await this.#need(workshopId);
    const room = await host.room({ workshopId, scope: 'board' });
    const { elements, ids } = copyElements(
      room.live(),
      this.#deps.kinds,
      this.#deps.ids.element,
      this.#deps.clock.now(),
    );
    const { steps, ...plan } = host.agenda();
    // The steps speak of the copies of their frames.
    const copied = steps.map((step) => ({ ...step, frames: step.frames.flatMap((frame) => ids.get(frame) ?? []) }));
    const agenda = { ...plan, startsAt: null, steps: copied };
    return { update: this.newBoard({ ...input, elements }), agenda };
  };

  agenda: WorkshopHosts['agenda'] = async (workshopId) => (await this.#need(workshopId)).agenda();

  liveGist: WorkshopHosts['liveGist'] = async (workshopId, most) =>
    (await (await this.#hosts.get(workshopId))?.liveGist(most)) ?? null;

  mayOpen: WorkshopHosts['mayOpen'] = async (room, participantId) =>
    (await this.#need(room.workshopId)).mayOpen(participantId, room);

  lease: WorkshopHosts['lease'] = async (room, participantId) =>
    (await this.#need(room.workshopId)).lease(room, participantId);

  drop: WorkshopHosts['drop'] = async (workshopId) => {
    const host = await this.#hosts.get(workshopId);
    if (!host) return;
    await host.refresh();
    await host.stop();
    this.#forget(workshopId);
    this.#deps.metrics.workshops.dec();
  };

  upgrade: Hosts['upgrade'] = (request, socket, head, address) =>
    this.#door.upgrade({ request, socket, head, address });

  async resume(): Promise<void> {
    for (const id of await this.#deps.store.workshops.closing()) await this.#host(id);
  }

  async endSession(sessionRef: string): Promise<void> {
    // At once: who is on the way in now is not found in any workshop below.
    this.#door.sessionEnded(sessionRef);
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
    this.#door.close();
    clearInterval(this.#sweeper);
    await Promise.all((await this.#all()).map((host) => host.stop()));
  }
}
