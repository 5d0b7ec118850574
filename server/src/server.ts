import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ELEMENT_MODELS, FRAME_DEFAULTS, NOTE_TYPE } from '@talkoot/elements';
import { LIMITS } from '@talkoot/protocol';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createApp } from './app.ts';
import { createAccounts } from './auth/accounts.ts';
import { cookieJar } from './auth/cookies.ts';
import { createGuests } from './auth/guests.ts';
import { createPeople } from './auth/people.ts';
import { openSecret, openSetupToken } from './auth/setup-token.ts';
import { createSocketAuth } from './auth/socket-auth.ts';
import { createTickets } from './auth/tickets.ts';
import { createBlobs } from './blobs/blobs.ts';
import { diskBlobs } from './blobs/disk.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { addressOf } from './http/kit/address.ts';
import { loadClientFiles } from './http/kit/client-files.ts';
import { createLimits } from './http/limits.ts';
import { setupNeeded } from './http/setup/routes.ts';
import { purgeDaily } from './jobs/purge.ts';
import type { Log } from './log.ts';
import { createRehearsals } from './rehearsal/rehearsals.ts';
import type { Services } from './services.ts';
import { type OpenStore, openStore } from './storage/engines.ts';
import { heedRestore } from './storage/restored.ts';
import { randomIds } from './sync/deps.ts';
import { groupName } from './group-names.ts';
import { createHosts, type Hosts } from './sync/hosts.ts';
import { createSyncMetrics } from './sync/metrics.ts';
import { createThumbnails } from './thumbnails/thumbnails.ts';

const CLIENT_DIST = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** Nobody holds a connection without asking for something. */
const HEAD_IN_TIME = { headersTimeout: LIMITS.requestHeadMs, connectionsCheckingInterval: LIMITS.requestHeadMs / 5 };

export interface ServerOptions {
  config: Config;
  log: Log;
  /** What time it is; tests hand in their own. */
  clock?: Clock;
  /** Folder of the built browser app. */
  clientDir?: string;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  readonly services: Services;
  /** Path of the set-up page with its token; null when there is an owner. */
  setupPath(): Promise<string | null>;
  /** Takes no new requests, lets sockets go with 1012, finishes writing. */
  stop(): Promise<void>;
}

/** Puts the server together and starts it. */
export async function startServer({
  config,
  log,
  clock = systemClock,
  clientDir = CLIENT_DIST,
}: ServerOptions): Promise<RunningServer> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore({ dataDir: config.dataDir });
  try {
    await heedRestore(store.db, config.dataDir, log);
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const client = await loadClientFiles(clientDir);
    // Known once it listens.
    const self = { base: '' };
    const { services, hosts } = await compose({ config, log, clock, store, registry, self, build: client.build });
    const app = createApp(services, client, registry);
    const server = createServer(HEAD_IN_TIME, app);
    server.on('upgrade', (request, socket, head) => hosts.upgrade(request, socket, head, addressOf(request, app)));
    await services.rehearsals.resume();
    await hosts.resume();
    const stopPurge = purgeDaily({ db: store.db, blobs: services.blobs, clock, log });
    server.listen(config.port, config.host);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    self.base = `http://${ownHost(config.host)}:${port}`;
    return {
      port,
      services,
      setupPath: async () => ((await setupNeeded(services)) ? `/setup?token=${services.setupToken.value}` : null),
      stop: () => stop({ server, hosts, store, stopPurge, services }),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Parts {
  config: Config;
  log: Log;
  clock: Clock;
  store: OpenStore;
  registry: Registry;
  build: string;
  /** Where the server reaches itself. */
  self: { base: string };
}

/** The address of this machine at which the server listens. */
function ownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function compose({
  config,
  log,
  clock,
  store,
  registry,
  build,
  self,
}: Parts): Promise<{ services: Services; hosts: Hosts }> {
  const { db } = store;
  const { publicUrl } = config;
  const cookies = cookieJar(config.secure);
  const secret = await openSecret(config.dataDir);
  const accounts = createAccounts({ db, cookies, secret, publicUrl, log, clock });
  const guests = createGuests(db, cookies, clock);
  const tickets = createTickets(db, clock);
  // People come in over HTTP and over sockets, and the hosts, which ask who stands behind a socket, must hear of it.
  const people = createPeople({ db, accounts, guests, clock, changed: (workshopId) => hosts.refresh(workshopId) });
  const limits = createLimits();
  const auth = createSocketAuth({ store, people, tickets, publicUrl, mayAsk: (address) => limits.mayAsk(address) });
  const metrics = createSyncMetrics(registry);
  const hosts = createHosts({
    store,
    auth,
    kinds: ELEMENT_MODELS,
    note: NOTE_TYPE,
    frame: FRAME_DEFAULTS,
    groupName,
    log,
    metrics,
    clock: { now: clock },
    ids: randomIds,
    build,
  });
  const services: Services = {
    config,
    log,
    clock,
    store,
    hosts,
    cookies,
    accounts,
    guests,
    people,
    tickets,
    setupToken: await openSetupToken(config.dataDir, config.setupToken),
    limits,
    blobs: createBlobs(db, diskBlobs(join(config.dataDir, 'blobs')), clock),
    thumbnails: createThumbnails({ documents: store.documents, hosts, clock }),
    rehearsals: createRehearsals({ store, hosts, people, guests, cookies, clock, log, base: () => self.base }),
  };
  return { services, hosts };
}

interface Running {
  server: Server;
  hosts: Hosts;
  store: OpenStore;
  services: Services;
  stopPurge(): void;
}

async function stop({ server, hosts, store, services, stopPurge }: Running): Promise<void> {
  stopPurge();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // While the copies of rehearsals can still be removed.
  await services.rehearsals.stop();
  await services.thumbnails.stop();
  await hosts.stop();
  server.closeAllConnections();
  await closed;
  await store.close();
}
