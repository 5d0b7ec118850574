import { formatRoomName, LIMITS, type RoomName } from '@talkoot/protocol';
import type { Clock } from '../clock.ts';
import { hashToken, newToken } from '../ids.ts';
import type { Database } from '../storage/tables.ts';
import type { Standing } from './people.ts';

interface TicketHolder {
  workshopId: string;
  participantId: string;
  clientId: number;
  sessionRef: string;
}

/**
 * Tickets for sockets that cannot send the cookie. First used within a minute, then good for reconnects of the same
 * person, room and client id until the session they rest on ends. Kept as hashes.
 */
export interface Tickets {
  issue(room: RoomName, standing: Standing, clientId: number): Promise<{ ticket: string; expiresAt: number }>;
  /** Who holds the ticket for this room; null when it is wrong, too old or its session ended. */
  redeem(ticket: string, room: RoomName): Promise<TicketHolder | null>;
  /** Ends every ticket of a session. */
  revoke(sessionRef: string): Promise<void>;
}

export function createTickets(db: Database, clock: Clock): Tickets {
  return {
    async issue(room, { participant, sessionRef }, clientId) {
      const ticket = newToken();
      const createdAt = clock();
      const expiresAt = createdAt + LIMITS.ticketFirstUseMs;
      await db
        .insertInto('ticket')
        .values({
          ticketHash: hashToken(ticket),
          workshopId: room.workshopId,
          participantId: participant.id,
          room: formatRoomName(room),
          clientId,
          sessionRef,
          firstUseBy: expiresAt,
          createdAt,
        })
        .execute();
      return { ticket, expiresAt };
    },

    async redeem(ticket, room) {
      const ticketHash = hashToken(ticket);
      const row = await db.selectFrom('ticket').selectAll().where('ticketHash', '=', ticketHash).executeTakeFirst();
      if (!row || row.room !== formatRoomName(room)) return null;
      if (row.firstUseBy !== null && row.firstUseBy < clock()) return null;
      if (!(await sessionLives(db, row.sessionRef, clock()))) return null;
      if (row.firstUseBy !== null) {
        await db.updateTable('ticket').set({ firstUseBy: null }).where('ticketHash', '=', ticketHash).execute();
      }
      const { workshopId, participantId, clientId, sessionRef } = row;
      return { workshopId, participantId, clientId, sessionRef };
    },

    async revoke(sessionRef) {
      await db.deleteFrom('ticket').where('sessionRef', '=', sessionRef).execute();
    },
  };
}

/** Is the session that a ticket rests on still there? */
async function sessionLives(db: Database, sessionRef: string, now: number): Promise<boolean> {
  const id = sessionRef.slice(sessionRef.indexOf(':') + 1);
  if (sessionRef.startsWith('guest:')) {
    const row = await db
      .selectFrom('guestSession')
      .select('participantId')
      .where('tokenHash', '=', id)
      .where('expiresAt', '>', now)
      .executeTakeFirst();
    return row !== undefined;
  }
  const row = await db
    .selectFrom('authSession')
    .select('id')
    .where('id', '=', id)
    .where('expiresAt', '>', new Date(now).toISOString())
    .executeTakeFirst();
  return row !== undefined;
}
