import { afterEach, beforeEach } from 'vitest';
import { newWorkshop, startTestServer, type TestServer } from '../../testing/test-server.ts';
import type { WireOptions } from '../../rehearsal/wire.ts';
import { guest, type WireClient } from './wire-client.ts';

/** What each test of a file has: a server, an open workshop, and people who come to it. */
export interface WorkshopOfTest {
  server: TestServer;
  workshop: { id: string; joinCode: string };
  /** Somebody joins and connects; `record` keeps every byte that comes. */
  come(name: string, options?: { scope?: '' | '~mine'; record?: boolean }): Promise<WireClient>;
  /** The server stops and another one goes on with its data. */
  restart(): Promise<TestServer>;
}

/** Sets a server with a workshop up before each test of the file, and takes it down after. */
export function workshopOfTest(): WorkshopOfTest {
  const clients: WireClient[] = [];
  const stopped: TestServer[] = [];
  const own = {
    async come(
      name: string,
      { record = false, ...options }: WireOptions & { scope?: '' | '~mine'; record?: boolean } = {},
    ) {
      const { client } = await guest(own.server, own.workshop, name, { ip: `10.3.0.${clients.length}`, ...options });
      clients.push(client);
      if (record) client.received = [];
      await client.connect();
      return client;
    },
    async restart() {
      stopped.push(own.server);
      await own.server.stop();
      own.server = await startTestServer({ dataDir: own.server.dataDir, logLevel: 'warn' });
      return own.server;
    },
  } as WorkshopOfTest;
  beforeEach(async () => {
    own.server = await startTestServer({ logLevel: 'warn' });
    own.workshop = await newWorkshop(own.server);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await own.server.dispose();
    // The folder is the first one's.
    for (const server of stopped.splice(0)) await server.dispose();
  });
  return own;
}
