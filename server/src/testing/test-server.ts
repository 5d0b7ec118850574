import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JoinResult, Me, WorkshopView } from '@talkoot/protocol';
import { type Config, parseConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { type RunningServer, startServer } from '../server.ts';
import { Browser } from './browser.ts';

/** The set-up token of servers in tests. */
export const SETUP_TOKEN = 'setup-token-of-tests';

/** A real server on a free port with a real database in a folder of its own. */
export interface TestServer extends RunningServer {
  readonly dataDir: string;
  readonly base: string;
  /** Milliseconds that the server's clock is ahead of the real one. */
  ahead: number;
  /** All that was logged. */
  logged(): string;
  browser(more?: { ip?: string }): Browser;
  /** A browser of the owner; sets the server up at the first call. */
  owner(): Promise<Browser>;
  dispose(): Promise<void>;
}

export interface TestServerOptions {
  env?: Record<string, string>;
  dataDir?: string;
  clientDir?: string;
  logLevel?: Config['logLevel'];
  /** How fast the server's clock runs: below 1, its graces outlast the pauses of a busy machine. */
  pace?: number;
}

/** Starts a server. Addresses of browsers come from `X-Forwarded-For`, as behind a proxy on this machine. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'talkoot-server-')));
  const config = parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    TALKOOT_DATA_DIR: dataDir,
    TALKOOT_SETUP_TOKEN: SETUP_TOKEN,
    TALKOOT_TRUSTED_PROXIES: 'loopback',
    LOG_LEVEL: options.logLevel ?? 'trace',
    ...options.env,
  });
  const lines: string[] = [];
  const log = createLog(config, { write: (line) => void lines.push(line) });
  const clientDir = options.clientDir ?? join(dataDir, 'no-client');
  const time = { ahead: 0 };
  const { pace = 1 } = options;
  const born = Date.now();
  const clock = (): number => Math.round(born + (Date.now() - born) * pace) + time.ahead;
  const server = await startServer({ config, log, clientDir, clock });
  const base = `http://127.0.0.1:${server.port}`;
  let owner: Promise<Browser> | null = null;
  return {
    ...server,
    dataDir,
    base,
    get ahead() {
      return time.ahead;
    },
    set ahead(ms: number) {
      time.ahead = ms;
    },
    logged: () => lines.join(''),
    browser: ({ ip } = {}) => new Browser(base, ip),
    async owner() {
      owner ??= signUpOwner(new Browser(base));
      return await owner;
    },
    async dispose() {
      await server.stop();
      if (!options.dataDir) await rm(dataDir, { recursive: true });
    },
  };
}

/** Who owns servers in tests. */
export const OWNER = { name: 'Aino Omistaja', email: 'aino@example.org', password: 'pitkä salasana' };

/** Sets the server up, or signs the owner in when that was done before. */
export async function signUpOwner(browser: Browser): Promise<Browser> {
  const { setupNeeded } = await browser.get<Me>('/me');
  // A server started again on the same folder has its owner already.
  if (setupNeeded) await browser.post('/setup', { token: SETUP_TOKEN, ...OWNER }, 204);
  else await browser.post('/session', { email: OWNER.email, password: OWNER.password }, 204);
  return browser;
}

/** A new workshop of the owner, opened unless a draft is wanted. */
export async function newWorkshop(
  server: Pick<TestServer, 'owner'>,
  more: { title?: string; templateId?: string; draft?: boolean } = {},
): Promise<WorkshopView & { joinCode: string }> {
  const owner = await server.owner();
  const { title = 'Kevätpäivä', templateId, draft } = more;
  const workshop = await owner.post<WorkshopView & { joinCode: string }>('/workshops', { title, templateId }, 201);
  if (!draft) await command(owner, workshop.id, { type: 'open' });
  return workshop;
}

let commands = 0;

/** Gives a command under a fresh id. */
export function command(
  browser: Browser,
  workshopId: string,
  input: object,
  status = 200,
): Promise<Record<string, unknown>> {
  return browser.post(`/workshops/${workshopId}/commands`, { id: `command-${++commands}`, ...input }, status);
}

/** A guest who has joined. */
export async function joinAs(
  server: Pick<TestServer, 'browser'>,
  code: string,
  name: string,
  ip?: string,
): Promise<{ browser: Browser; joined: JoinResult }> {
  const browser = server.browser(ip === undefined ? {} : { ip });
  return { browser, joined: await browser.post<JoinResult>('/join', { code, name }) };
}
