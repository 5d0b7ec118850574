import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
/** The pinned Node, whichever one runs the tests. */
const NODE = join(ROOT, 'node_modules/node/bin/node');
const STARTS_WITHIN_MS = 30_000;
const STOPS_WITHIN_MS = 15_000;

/** The set-up token of every server that tests start. */
export const SETUP_TOKEN = 'e2e-setup-token';

/** A real server on files of its own. */
export interface RunningServer {
  /** As people open it: a host name that is no secure context. */
  origin: string;
  port: number;
  /** Everything it printed, for failure messages. */
  output: () => string;
  /** Stops the process; the data stays. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Starts again on the same port and data. */
  start: () => Promise<void>;
  /** Stops and takes the data away. */
  dispose: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port to listen on');
  return address.port;
}

async function untilReady(port: number, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not start:\n${output()}`);
}

/** Starts a server and waits until it can serve. */
export async function startServer(): Promise<RunningServer> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'talkoot-e2e-'));
  let child: ChildProcess | null = null;
  let printed = '';
  const output = (): string => printed;
  const start = async (): Promise<void> => {
    child = spawn(NODE, ['server/src/main.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        TALKOOT_DATA_DIR: dataDir,
        TALKOOT_SETUP_TOKEN: SETUP_TOKEN,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
    await untilReady(port, child, output);
  };
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    const late = setTimeout(() => running.kill('SIGKILL'), STOPS_WITHIN_MS);
    await ended;
    clearTimeout(late);
  };
  await start();
  return {
    origin: `http://talkoot.test:${port}`,
    port,
    output,
    start,
    stop,
    dispose: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
