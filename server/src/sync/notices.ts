import { consoleView, ownView } from '@talkoot/facilitation';
import { type Direct, formatCode, type HealthView, isFacilitating, isHosting } from '@talkoot/protocol';
import type { Connection } from './connection.ts';
import type { Standing } from './standing.ts';

/** Lists of people go out at most this often: two hundred joining at once must not send two hundred lists to each. */
const PEOPLE_EVERY_MS = 100;

/** What people hear beside the documents, each only what they may know. */
export class Notices {
  readonly #connections: ReadonlySet<Connection>;
  readonly #standing: Standing;
  readonly #now: () => number;
  /** What each connection heard last of the session: nobody hears the same twice. */
  readonly #heard = new WeakMap<Connection, Map<Direct['type'], string>>();
  #timer: NodeJS.Timeout | null = null;
  #sessionTimer: NodeJS.Timeout | null = null;

  constructor(connections: ReadonlySet<Connection>, standing: Standing, now: () => number) {
    this.#connections = connections;
    this.#standing = standing;
    this.#now = now;
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
        const sees = role !== undefined && isHosting(role);
        connection.sendDirect({ type: 'people', people, lobby: sees ? lobby : [] });
      }
    }, PEOPLE_EVERY_MS).unref();
  }

  /** The session went on: facilitators hear all of it, everybody else what is theirs alone. */
  session(): void {
    this.#sessionTimer ??= setTimeout(() => {
      this.#sessionTimer = null;
      this.#tellSession(this.#connections);
    }, PEOPLE_EVERY_MS).unref();
  }

  /** Somebody came: what the session has for them. */
  greet(connection: Connection): void {
    this.#tellSession([connection]);
  }

  #tellSession(connections: Iterable<Connection>): void {
    const state = this.#standing.sessionState();
    const forFacilitators = consoleView(state, this.#now());
    for (const connection of connections) {
      const { participantId } = connection;
      const role = this.#standing.person(participantId)?.role;
      // A room screen has nothing of its own.
      if (!role || role === 'display') continue;
      if (isFacilitating(role)) this.#tell(connection, forFacilitators);
      this.#tell(connection, ownView(state, participantId));
    }
  }

  /** Is anybody here whom the console is for? */
  hasFacilitators(): boolean {
    return [...this.online()].some((id) => {
      const role = this.#standing.person(id)?.role;
      return role !== undefined && isFacilitating(role);
    });
  }

  /** How people do, for facilitators. */
  health(health: HealthView): void {
    for (const connection of this.#connections) {
      const role = this.#standing.person(connection.participantId)?.role;
      if (role && isFacilitating(role)) this.#tell(connection, { type: 'health', health });
    }
  }

  #tell(connection: Connection, message: Direct): void {
    const text = JSON.stringify(message);
    const heard = this.#heard.get(connection) ?? new Map<Direct['type'], string>();
    if (heard.get(message.type) === text) return;
    heard.set(message.type, text);
    this.#heard.set(connection, heard);
    connection.sendDirect(message);
  }

  /** The code was renewed or died. */
  code(): void {
    const { joinCode } = this.#standing.row;
    const shown = joinCode === null ? null : formatCode(joinCode);
    for (const connection of this.#connections) {
      const role = this.#standing.person(connection.participantId)?.role;
      const shows = role !== undefined && (isFacilitating(role) || role === 'display');
      if (shows) connection.sendDirect({ type: 'code', joinCode: shown });
    }
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#sessionTimer) clearTimeout(this.#sessionTimer);
  }
}
