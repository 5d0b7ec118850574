import type { Clock } from '../clock.ts';
import { hashToken, newToken } from '../ids.ts';
import type { Database } from '../storage/tables.ts';
import { type CookieJar, readCookie } from './cookies.ts';

/** A guest's browser is known for this long after joining. */
export const GUEST_DAYS = 30;

interface GuestSession {
  participantId: string;
  tokenHash: string;
}

/** Sessions of people without an account: one per browser and workshop, kept as a hash. */
export interface Guests {
  /** Makes a session and gives the token for the cookie. */
  begin(workshopId: string, participantId: string): Promise<string>;
  /** The session that a `Cookie` header holds for this workshop. */
  find(cookie: string | undefined, workshopId: string): Promise<GuestSession | null>;
}

export function createGuests(db: Database, cookies: CookieJar, clock: Clock): Guests {
  return {
    async begin(workshopId, participantId) {
      const token = newToken();
      const createdAt = clock();
      const expiresAt = createdAt + GUEST_DAYS * 86_400_000;
      await db
        .insertInto('guestSession')
        .values({ tokenHash: hashToken(token), workshopId, participantId, createdAt, expiresAt })
        .execute();
      return token;
    },

    async find(cookie, workshopId) {
      const token = readCookie(cookie, cookies.guest(workshopId));
      if (!token) return null;
      const session = await db
        .selectFrom('guestSession')
        .select(['participantId', 'tokenHash'])
        .where('tokenHash', '=', hashToken(token))
        .where('workshopId', '=', workshopId)
        .where('expiresAt', '>', clock())
        .executeTakeFirst();
      return session ?? null;
    },
  };
}
