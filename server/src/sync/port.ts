import type { IncomingMessage } from 'node:http';
import type { Gist } from '@talkoot/board';
import type { Agenda, Command, CommandResult, PeopleView, RoomName } from '@talkoot/protocol';
import type { BoardSeed } from './seed.ts';

/** What the HTTP side asks of the live workshops. One host per workshop and node owns all its documents. */
export interface WorkshopHosts {
  /** Carries out a command once. Throws a `ProblemError` when the sender may not give it or it makes no sense. */
  command(workshopId: string, participantId: string, command: Command): Promise<CommandResult>;
  /** Rows of the workshop or its people were changed over HTTP: reload them, tell or close the sockets. */
  refresh(workshopId: string): Promise<void>;
  /** People and lobby as they are now, with who is online. */
  people(workshopId: string): Promise<PeopleView>;
  /** Those of the workshop who are connected to its board, room screens included. */
  online(workshopId: string): Promise<ReadonlySet<string>>;
  /** First update of a new board. */
  newBoard(input: BoardSeed): Uint8Array;
  /** First update of a copy of a board, and its agenda: same elements with new ids, authors gone. */
  copyBoard(workshopId: string, input: Omit<BoardSeed, 'elements'>): Promise<{ update: Uint8Array; agenda: Agenda }>;
  /** The plan of a workshop: for its facilitators only. */
  agenda(workshopId: string): Promise<Agenda>;
  /**
   * The `most` largest elements of a board as stored, when its document is live here; null when it is not, since
   * nobody should build it for a look.
   */
  liveGist(workshopId: string, most: number): Promise<Gist | null>;
  /** May this person open this room now? */
  mayOpen(room: RoomName, participantId: string): Promise<boolean>;
  /** A client id leased to this person in this room for ever, and the epoch of the room. */
  lease(room: RoomName, participantId: string): Promise<{ clientId: number; epoch: string }>;
  /** A session ended, as by signing out: its sockets are closed with 4401. */
  endSession(sessionRef: string): Promise<void>;
  /** The workshop was deleted: everybody is told, and nothing of it stays in memory. */
  drop(workshopId: string): Promise<void>;
  /** Flush, close every socket with 1012; at most 10 s. */
  stop(): Promise<void>;
}

/** Who stands behind a socket. */
export interface SocketIdentity {
  participantId: string;
  /** The session that the cookie or ticket rests on. */
  sessionRef: string;
  /** The id the ticket was made for; without one any id of the person serves. */
  clientId?: number;
}

/** The HTTP side tells who a socket belongs to, by cookie (with allowed Origin) or `?ticket=`; `tooMany` asks later. */
export interface SocketAuth {
  identify(
    request: IncomingMessage,
    room: RoomName,
    address: string,
  ): Promise<SocketIdentity | 'unauthorized' | 'removed' | 'gone' | 'tooMany'>;
}
