import type { Accounts } from './auth/accounts.ts';
import type { CookieJar } from './auth/cookies.ts';
import type { Guests } from './auth/guests.ts';
import type { People } from './auth/people.ts';
import type { SetupToken } from './auth/setup-token.ts';
import type { Tickets } from './auth/tickets.ts';
import type { Blobs } from './blobs/blobs.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { HttpLimits } from './http/limits.ts';
import type { Log } from './log.ts';
import type { Rehearsals } from './rehearsal/rehearsals.ts';
import type { OpenStore } from './storage/engines.ts';
import type { WorkshopHosts } from './sync/port.ts';
import type { Thumbnails } from './thumbnails/thumbnails.ts';

/** Everything the routes work with, put together once at the start. */
export interface Services {
  config: Config;
  log: Log;
  clock: Clock;
  store: OpenStore;
  hosts: WorkshopHosts;
  cookies: CookieJar;
  accounts: Accounts;
  guests: Guests;
  people: People;
  tickets: Tickets;
  setupToken: SetupToken;
  limits: HttpLimits;
  blobs: Blobs;
  thumbnails: Thumbnails;
  rehearsals: Rehearsals;
}
