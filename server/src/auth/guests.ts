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
  /** The session of a token, as a room screen shows it; null when it is wrong or too old. */
  holder(token: string): Promise<(GuestSession & { workshopId: string }) | null>;
  /** Ends every session of a person without an account. */
  end(participantId: string): Promise<void>;
}

export function createGuests(db: Database, cookies: CookieJar, clock: Clock): Guests {
  const holder: Guests['holder'] = async (token) =>
    (await db
      .selectFrom('guestSession')
      .select(['participantId', 'tokenHash', 'workshopId'])
      .where('tokenHash', '=', hashToken(token))
      .where('expiresAt', '>', clock())
      .executeTakeFirst()) ?? null;

  return {
    holder,

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
      const session = token ? await holder(token) : null;
      return session?.workshopId === workshopId ? session : null;
    },

    async end(participantId) {
      await db.deleteFrom('guestSession').where('participantId', '=', participantId).execute();
    },
  };
}
