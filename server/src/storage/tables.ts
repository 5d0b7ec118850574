import type { Generated, Kysely } from 'kysely';
import type { Language, PersonMode, Role, WorkshopState } from '@talkoot/protocol';
import type { ActivityRow, NewVersion } from './port.ts';

/** Tables of the store, as Kysely sees them. Times are milliseconds, tokens are kept as hashes only. */
export interface Tables {
  workshop: WorkshopTable;
  participant: ParticipantTable;
  workshopSession: { workshopId: string; state: string };
  document: { workshopId: string; document: string; epoch: string };
  logEntry: { workshopId: string; document: string; seq: number; bytes: Uint8Array };
  snapshot: { workshopId: string; document: string; seq: number; bytes: Uint8Array; stateVector: Uint8Array };
  lease: { workshopId: string; document: string; clientId: number; participantId: string };
  deletedElement: {
    workshopId: string;
    document: string;
    id: string;
    author: string | null;
    kind: string;
    deletedBy: string | null;
  };
  command: {
    workshopId: string;
    id: string;
    type: string;
    participantId: string;
    at: number;
    result: string;
  };
  version: { workshopId: string } & NewVersion;
  activity: { id: Generated<number>; workshopId: string } & ActivityRow;
  guestSession: {
    tokenHash: string;
    workshopId: string;
    participantId: string;
    createdAt: number;
    expiresAt: number;
  };
  ticket: {
    ticketHash: string;
    workshopId: string;
    participantId: string;
    room: string;
    clientId: number;
    /** What the ticket rests on: the session it was made with. */
    sessionRef: string;
    /** Must be used once before this; null when it was. */
    firstUseBy: number | null;
    createdAt: number;
  };
  team: { id: string; name: string; createdAt: number };
  member: { teamId: string; accountId: string; owner: number; createdAt: number };
  invitation: {
    tokenHash: string;
    teamId: string;
    invitedBy: string;
    createdAt: number;
    expiresAt: number;
    acceptedBy: string | null;
  };
  blob: {
    hash: string;
    mediaType: string;
    width: number;
    height: number;
    bytes: number;
    createdAt: number;
  };
  blobGrant: { workshopId: string; hash: string; createdAt: number };
  ballot: { workshopId: string; roundId: string; participantId: string; ballot: string };
  /** How the last rehearsal of a workshop went, a RehearsalReport as JSON. */
  rehearsalReport: { workshopId: string; report: string };
  heartbeat: { id: number; at: number };
  authUser: AuthUserTable;
  authSession: { id: string; userId: string; expiresAt: string };
}

export interface WorkshopTable {
  id: string;
  teamId: string;
  title: string;
  language: Language;
  state: WorkshopState;
  joinCode: string | null;
  /** ParticipationRules as JSON. */
  rules: string;
  closesAt: number | null;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
  /** RehearsalMark as JSON; null for a workshop that is meant. */
  rehearsal: string | null;
}

interface ParticipantTable {
  id: string;
  workshopId: string;
  accountId: string | null;
  name: string;
  role: Role;
  status: 'in' | 'lobby' | 'removed';
  colour: string;
  createdAt: number;
  mode: PersonMode | null;
  tag: string;
}

/** The accounts, written by better-auth; only the columns that we read. */
interface AuthUserTable {
  id: string;
  name: string;
  email: string;
}

export type Database = Kysely<Tables>;
