import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Accounts: better-auth's tables, column for column (a test compares them with what it asks for).
  `create table authUser (id text primary key not null, name text not null, email text not null unique,
     emailVerified integer not null, image text, createdAt date not null, updatedAt date not null)`,
  `create table authSession (id text primary key not null, expiresAt date not null, token text not null unique,
     createdAt date not null, updatedAt date not null, ipAddress text, userAgent text,
     userId text not null references authUser (id) on delete cascade)`,
  'create index authSession_user on authSession (userId)',
  `create table authAccount (id text primary key not null, accountId text not null, providerId text not null,
     userId text not null references authUser (id) on delete cascade, accessToken text, refreshToken text,
     idToken text, accessTokenExpiresAt date, refreshTokenExpiresAt date, scope text, password text,
     createdAt date not null, updatedAt date not null)`,
  'create index authAccount_user on authAccount (userId)',
  `create table authVerification (id text primary key not null, identifier text not null, value text not null,
     expiresAt date not null, createdAt date not null, updatedAt date not null)`,
  'create index authVerification_identifier on authVerification (identifier)',

  'create table team (id text primary key, name text not null, createdAt integer not null) strict',
  `create table member (teamId text not null references team (id) on delete cascade,
     accountId text not null references authUser (id) on delete cascade, owner integer not null,
     createdAt integer not null, primary key (teamId, accountId)) strict`,
  'create index member_account on member (accountId)',
  `create table invitation (tokenHash text primary key, teamId text not null references team (id) on delete cascade,
     invitedBy text not null, createdAt integer not null, expiresAt integer not null, acceptedBy text) strict`,

  `create table workshop (id text primary key, teamId text not null, title text not null, language text not null,
     state text not null, joinCode text unique, rules text not null, createdAt integer not null,
     updatedAt integer not null, deletedAt integer) strict`,
  'create index workshop_team on workshop (teamId, deletedAt)',
  `create table participant (id text primary key, workshopId text not null references workshop (id) on delete cascade,
     accountId text, name text not null, role text not null, status text not null, colour text not null,
     createdAt integer not null) strict`,
  'create index participant_workshop on participant (workshopId)',
  // A person with an account is one participant of a workshop.
  'create unique index participant_account on participant (workshopId, accountId) where accountId is not null',
  `create table workshopSession (workshopId text primary key references workshop (id) on delete cascade,
     state text not null) strict`,

  `create table document (workshopId text not null references workshop (id) on delete cascade,
     document text not null, epoch text not null, primary key (workshopId, document)) strict`,
  `create table logEntry (workshopId text not null, document text not null, seq integer not null, bytes blob not null,
     primary key (workshopId, document, seq),
     foreign key (workshopId, document) references document (workshopId, document) on delete cascade) strict`,
  `create table snapshot (workshopId text not null, document text not null, seq integer not null,
     bytes blob not null, stateVector blob not null, primary key (workshopId, document),
     foreign key (workshopId, document) references document (workshopId, document) on delete cascade) strict`,
  `create table lease (workshopId text not null, document text not null, clientId integer not null,
     participantId text not null, primary key (workshopId, document, clientId),
     foreign key (workshopId, document) references document (workshopId, document) on delete cascade) strict`,
  `create table deletedElement (workshopId text not null, document text not null, id text not null, author text,
     kind text not null, deletedBy text, primary key (workshopId, document, id),
     foreign key (workshopId, document) references document (workshopId, document) on delete cascade) strict`,
  `create table command (workshopId text not null references workshop (id) on delete cascade, id text not null,
     type text not null, participantId text not null, at integer not null, result text not null,
     primary key (workshopId, id)) strict`,

  `create table guestSession (tokenHash text primary key,
     workshopId text not null references workshop (id) on delete cascade,
     participantId text not null references participant (id) on delete cascade,
     createdAt integer not null, expiresAt integer not null) strict`,
  'create index guestSession_participant on guestSession (participantId)',
  `create table ticket (ticketHash text primary key,
     workshopId text not null references workshop (id) on delete cascade,
     participantId text not null references participant (id) on delete cascade,
     room text not null, clientId integer not null, sessionRef text not null, firstUseBy integer,
     createdAt integer not null) strict`,
  'create index ticket_participant on ticket (participantId)',

  `create table blob (hash text primary key, mediaType text not null, width integer not null,
     height integer not null, bytes integer not null, createdAt integer not null) strict`,
  `create table blobGrant (workshopId text not null references workshop (id) on delete cascade,
     hash text not null references blob (hash), createdAt integer not null, primary key (workshopId, hash)) strict`,

  'create table heartbeat (id integer primary key, at integer not null) strict',
];

/** Everything of the first release. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
