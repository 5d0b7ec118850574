import { formatCode, isFacilitating } from '@talkoot/protocol';
import type { Connection } from './connection.ts';
import type { Standing } from './standing.ts';

/** Lists of people go out at most this often: two hundred joining at once must not send two hundred lists to each. */
const PEOPLE_EVERY_MS = 100;

/** What people hear beside the documents, each only what they may know. */
export class Notices {
  readonly #connections: ReadonlySet<Connection>;
  readonly #standing: Standing;
  #timer: NodeJS.Timeout | null = null;

  constructor(connections: ReadonlySet<Connection>, standing: Standing) {
    this.#connections = connections;
    this.#standing = standing;
  }

  online(): Set<string> {
    return new Set([...this.#connections].map((connection) => connection.participantId));
  }

  /** Somebody came, went or changed. */
  people(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const { people, lobby } = this.#standing.people(this.online());
      for (const connection of this.#connections) {
        const role = this.#standing.person(connection.participantId)?.role;
        const sees = role !== undefined && (isFacilitating(role) || role === 'roomHost');
        connection.sendDirect({ type: 'people', people, lobby: sees ? lobby : [] });
      }
    }, PEOPLE_EVERY_MS).unref();
  }

  /** The code was renewed or died. */
  code(): void {
    const { joinCode } = this.#standing.row;
    const shown = joinCode === null ? null : formatCode(joinCode);
    for (const connection of this.#connections) {
      const role = this.#standing.person(connection.participantId)?.role;
      if (role && isFacilitating(role)) connection.sendDirect({ type: 'code', joinCode: shown });
    }
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
