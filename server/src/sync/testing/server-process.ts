import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser } from '../../testing/browser.ts';
import { SETUP_TOKEN, signUpOwner } from '../../testing/test-server.ts';

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));

/** The shipped server as a process of its own, which a test may kill and start again on the same data and port. */
export class ServerProcess {
  readonly dataDir: string;
  /** All that it wrote to its standard outputs, over all starts. */
  output = '';
  starts = 0;
  #child: ChildProcess | null = null;
  #port = 0;
  #owner: Promise<Browser> | null = null;

  private constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  static async start(): Promise<ServerProcess> {
    const server = new ServerProcess(await mkdtemp(join(tmpdir(), 'talkoot-process-')));
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const from = this.output.length;
    const child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH ?? '',
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        TALKOOT_DATA_DIR: this.dataDir,
        TALKOOT_SETUP_TOKEN: SETUP_TOKEN,
        TALKOOT_TRUSTED_PROXIES: 'loopback',
        LOG_LEVEL: 'debug',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.starts++;
    const collect = (chunk: Buffer): void => {
      this.output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    for (;;) {
      const match = /running on http:\/\/localhost:(\d+)/.exec(this.output.slice(from));
      if (match) this.#port = Number(match[1]);
      if (match) return;
      if (!this.lives) throw new Error(`the server did not start: ${this.output.slice(from)}`);
      await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit')]);
    }
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get base(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get lives(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Memory it holds now, in MB. */
  async residentMb(): Promise<number> {
    const status = await readFile(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  browser = ({ ip }: { ip?: string } = {}): Browser => new Browser(this.base, ip);

  owner = (): Promise<Browser> => {
    this.#owner ??= signUpOwner(this.browser());
    return this.#owner;
  };

  /** SIGKILL by default: no farewell, as when the power goes. Gives the exit code. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    if (!child || !this.lives) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    return (await ended)[0] as number | null;
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true });
  }
}
