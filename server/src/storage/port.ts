import type {
  ActivityKind,
  Language,
  ParticipationRules,
  PersonMode,
  Role,
  VersionReason,
  WorkshopState,
} from '@talkoot/protocol';

/**
 * The store port: what the server asks of a storage engine. Every call is asynchronous, so a slow or locked
 * disk never stops the event loop. An engine is one folder beside this file and passes `storageConformance`.
 */
export interface Store {
  readonly documents: DocumentStore;
  readonly workshops: WorkshopStore;
  readonly versions: VersionStore;
  readonly activity: ActivityStore;
  /** Resolves when a write transaction can be made now; for `/readyz`. */
  ready(): Promise<void>;
  /** Finishes what is queued and lets go of the files. */
  close(): Promise<void>;
}

/** A document as stored: a snapshot and the updates after it. */
export interface StoredRoom {
  /** Changes when the history was replaced (restore, anonymous reveal). */
  epoch: string;
  snapshot: Uint8Array | null;
  /** State vector of the snapshot, so that a cold room answers without building a document. */
  stateVector: Uint8Array | null;
  /** Position of the snapshot in the log; 0 without one. */
  snapshotSeq: number;
  tail: { seq: number; update: Uint8Array }[];
  leases: { clientId: number; participantId: string }[];
  deleted: DeletedElement[];
}

/** Kept for every deleted id: who made it, what it was and who deleted it, so that undo can be told from theft. */
export interface DeletedElement {
  id: string;
  author: string | null;
  kind: string;
  deletedBy: string | null;
}

/** Everything one tick or one command changed; written in one transaction or not at all. */
export interface Commit {
  workshopId: string;
  updates?: { document: string; seq: number; update: Uint8Array }[];
  leases?: { document: string; clientId: number; participantId: string }[];
  deleted?: ({ document: string } & DeletedElement)[];
  /** New state of the session machine, as JSON text. */
  session?: string;
  workshop?: Partial<Pick<WorkshopRow, 'state' | 'joinCode' | 'rules' | 'title' | 'closesAt' | 'updatedAt'>>;
  participants?: ({ id: string } & Partial<Pick<ParticipantRow, 'name' | 'role' | 'status' | 'mode' | 'tag'>>)[];
  /** Refuses the whole commit (see {@link CommandDone}) when the id was used before. */
  command?: { id: string; type: string; participantId: string; at: number; result: string };
  /** Versions of the board to keep, as it is after the updates. */
  versions?: NewVersion[];
  /** Who changed which element; an entry that is there already goes on until `at`. */
  activity?: ActivityRow[];
  /** What people answered in rounds, as JSON text; another answer takes the place of the one before. */
  ballots?: { roundId: string; participantId: string; ballot: string }[];
  /** Rounds whose answers are erased. */
  erasedRounds?: string[];
  /** Documents whose history ends here: their log, snapshot and leases go, a new epoch begins. */
  newEpochs?: { document: string; epoch: string }[];
}

/** Thrown by `commit` when the command was carried out before; nothing was written. */
export class CommandDone extends Error {
  readonly result: string;
  constructor(result: string) {
    super('command already carried out');
    this.result = result;
  }
}

/**
 * The store could not write or read now; nothing of the commit was written unless `reason` is `lost`.
 * - `busy`, `full`, `io`: the same commit may be given again (`retry`)
 * - `lost`: the engine died or an earlier commit of the workshop failed for good: reload before going on
 * - `closed`: the store was closed
 */
export class StoreUnavailable extends Error {
  readonly reason: 'busy' | 'full' | 'io' | 'lost' | 'closed';
  readonly retry: boolean;
  constructor(reason: StoreUnavailable['reason'], detail?: string) {
    super(`store unavailable: ${reason}${detail ? ` (${detail})` : ''}`);
    this.name = 'StoreUnavailable';
    this.reason = reason;
    this.retry = reason !== 'lost' && reason !== 'closed';
  }
}

/** What was to be written contradicts what is there, such as a position of the log used twice. Nothing was written. */
export class StoreConflict extends Error {
  constructor(detail: string) {
    super(`store conflict: ${detail}`);
    this.name = 'StoreConflict';
  }
}

export interface DocumentStore {
  /** A document never written has an epoch, no snapshot and no tail. The same epoch is given every time. */
  load(workshopId: string, document: string): Promise<StoredRoom>;
  /**
   * Durable (fsync) when it resolves. Commits of one workshop are written in the order of the calls: when one that
   * carries updates fails, those of the same workshop already given after it fail too, so the log never has a hole.
   * Rejects with `CommandDone`, {@link StoreUnavailable} or {@link StoreConflict}.
   */
  commit(commit: Commit): Promise<void>;
  /** Replaces the log up to `seq` by a snapshot. */
  saveSnapshot(
    workshopId: string,
    document: string,
    snapshot: { seq: number; bytes: Uint8Array; stateVector: Uint8Array },
  ): Promise<void>;
  /** Another text after every commit that changed the document. Does not read the document for it. */
  version(workshopId: string, document: string): Promise<string>;
  /** The first answer to a command id, when it was carried out before. */
  commandResult(workshopId: string, commandId: string): Promise<string | null>;
  /** JSON text of the session machine; null before the first command. */
  session(workshopId: string): Promise<string | null>;
  /** Every answer that is kept. */
  ballots(workshopId: string): Promise<{ roundId: string; participantId: string; ballot: string }[]>;
  /** Names of the documents of a workshop that were ever written. */
  names(workshopId: string): Promise<string[]>;
}

/** A version of a workshop's board that was kept. */
export interface VersionRow {
  id: string;
  /** Where in the board's log it was taken. */
  epoch: string;
  seq: number;
  createdAt: number;
  /** Without a name it gives way to newer ones in time. */
  name: string | null;
  reason: VersionReason;
  /** Who made it; null when time or a step did. */
  participantId: string | null;
  /** How many elements it has. */
  elements: number;
}

/** With the board as one Yjs update, compressed by gzip. */
export type NewVersion = VersionRow & { state: Uint8Array };

/** Versions go with their workshop. New ones come in a {@link Commit}. */
export interface VersionStore {
  /** The latest first, at most `limit`; those older than the version `before` when that is given and there. */
  list(workshopId: string, page: { before?: string | undefined; limit: number }): Promise<VersionRow[]>;
  /** The compressed state; null when there is no such version. */
  state(workshopId: string, id: string): Promise<Uint8Array | null>;
  get(workshopId: string, id: string): Promise<VersionRow | null>;
  countNamed(workshopId: string): Promise<number>;
  /** All without a name, the latest first. */
  unnamed(workshopId: string): Promise<{ id: string; createdAt: number }[]>;
  /** False when there is no such version. */
  rename(workshopId: string, id: string, name: string): Promise<boolean>;
  remove(workshopId: string, ids: readonly string[]): Promise<void>;
}

/** Somebody did something with an element of the board, once or several times. */
export interface ActivityRow {
  element: string;
  kind: string;
  participantId: string;
  what: ActivityKind;
  since: number;
  at: number;
}

/** Who changed what goes with its workshop. New entries come in a {@link Commit}. */
export interface ActivityStore {
  /** The latest first, of one element when it is given; those older than the entry `before`. */
  list(
    workshopId: string,
    page: { element?: string | undefined; before?: number | undefined; limit: number },
  ): Promise<(ActivityRow & { id: number })[]>;
  /** Keeps the latest `most` entries. */
  trim(workshopId: string, most: number): Promise<void>;
}

export interface WorkshopRow {
  id: string;
  teamId: string;
  title: string;
  language: Language;
  state: WorkshopState;
  /** Eight characters without the dash; null while closed. */
  joinCode: string | null;
  rules: ParticipationRules;
  /** When it closes, once that was commanded. */
  closesAt: number | null;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
  rehearsal: RehearsalMark | null;
}

/** Makes a workshop a throw-away copy of another one, whose time runs faster from a moment on. */
export interface RehearsalMark {
  /** The workshop that is rehearsed. */
  of: string;
  speed: number;
  begunAt: number;
}

export interface ParticipantRow {
  id: string;
  workshopId: string;
  /** Account behind the person; null for a guest. */
  accountId: string | null;
  name: string;
  role: Role;
  status: 'in' | 'lobby' | 'removed';
  colour: string;
  createdAt: number;
  /** From where they take part; null while nobody said. */
  mode: PersonMode | null;
  /** What groups are mixed by, as an agency; may be empty. */
  tag: string;
}

/** A new workshop with its creator and the first updates of its documents: all of it or nothing. */
export interface NewWorkshop {
  workshop: WorkshopRow;
  participants: ParticipantRow[];
  documents: { document: string; update: Uint8Array }[];
  /** State of its session machine, as JSON text; without it nothing is planned. */
  session?: string;
  /** Hashes of blobs it may show from the start. */
  grants: string[];
}

export interface WorkshopStore {
  /** Rejects with {@link StoreConflict} when the join code is taken. */
  create(workshop: NewWorkshop): Promise<void>;
  get(id: string): Promise<WorkshopRow | null>;
  /** Ids of the workshops that are to close at some time. */
  closing(): Promise<string[]>;
  participants(workshopId: string): Promise<ParticipantRow[]>;
  /** Hashes of the blobs that the workshop may show. */
  grants(workshopId: string): Promise<string[]>;
}
