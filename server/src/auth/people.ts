import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import { ProblemError } from '../problem.ts';
import type { ParticipantRow, WorkshopRow } from '../storage/port.ts';
import { StoreConflict } from '../storage/port.ts';
import type { Database } from '../storage/tables.ts';
import type { Account, Accounts } from './accounts.ts';
import type { Guests } from './guests.ts';

/** Colours of cursors and names: 4.5:1 on the paper of the board, told apart side by side. */
const COLOURS = [
  '#1f6f8b',
  '#a8324a',
  '#3f6b2a',
  '#7a4a9e',
  '#9a5b00',
  '#00695c',
  '#8a3b7d',
  '#3b5ba9',
  '#6d5a00',
  '#b03a1e',
];

/** A code that got around must not fill the database with guests. */
const MOST_PEOPLE = 2_000;

/** A person in a workshop and the session this rests on. */
export interface Standing {
  participant: ParticipantRow;
  /** `account:<session id>` or `guest:<hash of the token>`. */
  sessionRef: string;
}

/** Who stands behind a `Cookie` header. */
export interface Caller {
  account: Account | null;
  cookie: string | undefined;
}

/** Finds and makes the people of workshops. */

/** Somebody who comes into a workshop; from where is said later, but for people without a device. */
export type NewPerson = Pick<ParticipantRow, 'name' | 'role' | 'status' | 'accountId'> &
  Partial<Pick<ParticipantRow, 'mode'>>;

export interface People {
  caller(cookie: string | undefined): Promise<Caller>;
  /** The caller's place in a workshop, as it is. An account wins over a guest. */
  find(caller: Caller, workshop: WorkshopRow): Promise<Standing | null>;
  /** Like `find`, and a member of the workshop's team comes in as a facilitator at the first call. */
  enter(caller: Caller, workshop: WorkshopRow): Promise<Standing | null>;
  isMember(account: Account | null, teamId: string): Promise<boolean>;
  add(workshopId: string, person: NewPerson): Promise<ParticipantRow>;
  get(participantId: string): Promise<ParticipantRow | null>;
}

interface PeopleParts {
  db: Database;
  accounts: Accounts;
  guests: Guests;
  clock: Clock;
  /** Told after a person was added outside of a command. */
  changed(workshopId: string): Promise<void>;
}

/** A new person's row; colours go round so that neighbours in time differ. */
export function newParticipant(
  workshopId: string,
  person: NewPerson,
  { index, now }: { index: number; now: number },
): ParticipantRow {
  const colour = COLOURS[index % COLOURS.length] as string;
  return { id: newId(), workshopId, mode: null, tag: '', ...person, colour, createdAt: now };
}

export function createPeople(parts: PeopleParts): People {
  const { db, accounts, guests, clock } = parts;

  const byId = async (id: string): Promise<ParticipantRow | null> =>
    (await db.selectFrom('participant').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;

  const byAccount = async (workshopId: string, accountId: string): Promise<ParticipantRow | null> =>
    (await db
      .selectFrom('participant')
      .selectAll()
      .where('workshopId', '=', workshopId)
      .where('accountId', '=', accountId)
      .executeTakeFirst()) ?? null;

  const people: People = {
    async caller(cookie) {
      return { account: (await accounts.current(cookie))?.value ?? null, cookie };
    },

    async find({ account, cookie }, workshop) {
      if (account) {
        const participant = await byAccount(workshop.id, account.id);
        if (participant) return { participant, sessionRef: `account:${account.sessionId}` };
        if (await people.isMember(account, workshop.teamId)) return null;
      }
      const guest = await guests.find(cookie, workshop.id);
      const participant = guest && (await byId(guest.participantId));
      return participant ? { participant, sessionRef: `guest:${guest.tokenHash}` } : null;
    },

    async enter(caller, workshop) {
      const standing = await people.find(caller, workshop);
      const { account } = caller;
      if (standing || !account || !(await people.isMember(account, workshop.teamId))) return standing;
      const person = { name: account.name, role: 'facilitator', status: 'in', accountId: account.id } as const;
      try {
        await people.add(workshop.id, person);
      } catch (error) {
        // Two tabs entered at once: the unique index let one through.
        if (!(error instanceof StoreConflict)) throw error;
      }
      return people.find(caller, workshop);
    },

    async isMember(account, teamId) {
      if (!account) return false;
      const row = await db
        .selectFrom('member')
        .select('teamId')
        .where('teamId', '=', teamId)
        .where('accountId', '=', account.id)
        .executeTakeFirst();
      return row !== undefined;
    },

    async add(workshopId, person) {
      const { count } = await db
        .selectFrom('participant')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('workshopId', '=', workshopId)
        .executeTakeFirstOrThrow();
      if (count >= MOST_PEOPLE && person.accountId === null)
        throw new ProblemError('too-many-requests', 'the workshop is full');
      const row = newParticipant(workshopId, person, { index: count, now: clock() });
      await db.insertInto('participant').values(row).execute();
      await parts.changed(workshopId);
      return row;
    },

    get: byId,
  };
  return people;
}
