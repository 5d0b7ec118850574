import { documentName, type RoomName } from '@talkoot/protocol';
import { type Commit, StoreUnavailable } from '../storage/port.ts';
import type { HostDeps } from './deps.ts';
import { Room } from './room.ts';

/** The documents of one workshop: read from the store at first use, written back in commits and snapshots. */
export class Documents {
  readonly #workshopId: string;
  readonly #deps: HostDeps;
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #opened = new Map<string, Room>();
  #stopped = false;

  constructor(workshopId: string, deps: HostDeps) {
    this.#workshopId = workshopId;
    this.#deps = deps;
  }

  /** A document as this person sees it; `~mine` is another one for everybody. */
  open(name: RoomName, participantId = ''): Promise<Room> {
    const document = documentName(name, participantId);
    const known = this.#rooms.get(document);
    if (known) return known;
    const loading = this.#deps.store.documents.load(this.#workshopId, document).then((stored) => {
      const room = new Room(name, document, stored, this.#deps.kinds);
      this.#opened.set(document, room);
      return room;
    });
    loading.catch(() => this.#rooms.delete(document));
    this.#rooms.set(document, loading);
    return loading;
  }

  /** The same without waiting, when it was opened before. */
  opened(name: RoomName, participantId = ''): Room | undefined {
    return this.#opened.get(documentName(name, participantId));
  }

  /** Names of the documents that were ever written. */
  names(): Promise<string[]> {
    return this.#deps.store.documents.names(this.#workshopId);
  }

  /** A fresh client id of this person in a room; stored before it is given out. */
  async lease(name: RoomName, participantId: string): Promise<{ clientId: number; epoch: string }> {
    const room = await this.open(name, participantId);
    let clientId = 0;
    while (clientId === 0 || room.leases.has(clientId)) clientId = this.#deps.ids.clientId();
    room.leases.set(clientId, participantId);
    await this.#deps.store.documents.commit({
      workshopId: this.#workshopId,
      leases: [{ document: room.document, clientId, participantId }],
    });
    return { clientId, epoch: room.epoch };
  }

  /** Stores a commit. While the store is away this waits: nobody sees anything that could be lost. */
  async store(commit: Commit): Promise<void> {
    const stop = this.#deps.metrics.stored.startTimer();
    for (let attempt = 0; ; attempt++) {
      try {
        await this.#deps.store.documents.commit(commit);
        stop();
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || !error.retry || this.#stopped) throw error;
        this.#deps.log.warn({ workshop: this.#workshopId, reason: error.reason, attempt }, 'store away, work waits');
        await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 50 * 2 ** attempt)));
      }
    }
  }

  /** Compacts a document whose log has grown. */
  compact(room: Room): void {
    if (!room.wantsSnapshot) return;
    this.#save(room).catch((error: unknown) => {
      // The log still has everything; the next snapshot tries again.
      this.#deps.log.warn({ workshop: this.#workshopId, err: error }, 'snapshot not saved');
    });
  }

  #save(room: Room): Promise<void> {
    return this.#deps.store.documents.saveSnapshot(this.#workshopId, room.document, room.takeSnapshot());
  }

  /** Nobody is here any more: compact what has a tail and let the live documents go. */
  async cool(): Promise<void> {
    for (const room of this.#opened.values()) {
      if (!room.isClean || !room.isLive) continue;
      if (room.hasTail) await this.#save(room);
      room.cool();
    }
  }

  /** What is in memory may differ from the log: the next to ask reads it again. */
  forget(): void {
    this.#rooms.clear();
    this.#opened.clear();
  }

  /** One history ended: the next to ask reads what took its place. */
  forgetOne(document: string): void {
    this.#rooms.delete(document);
    this.#opened.delete(document);
  }

  /** Gives up waiting for a store that is away. */
  stop(): void {
    this.#stopped = true;
  }
}
