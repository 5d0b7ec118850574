import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Browser } from './testing/browser.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

describe('the server as a process', () => {
  let dataDir: string;
  let child: ChildProcess | null = null;
  let output = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'talkoot-main-'));
  });
  afterEach(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true });
  });

  function start(env: Record<string, string> = {}): ChildProcess {
    output = '';
    child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH ?? '', PORT: '0', HOST: '127.0.0.1', TALKOOT_DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer): void => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    return child;
  }

  async function until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(output);
      if (match) return match;
      if (child?.exitCode !== null) throw new Error(`ended before ${pattern}: ${output}`);
      await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit')]);
    }
  }

  test('prints where it is and how to set it up, and at the next start where it is', async () => {
    start();
    const [, base = '', path = ''] = await until(
      /Set up Talkoot .*\n {2}(http:\/\/localhost:\d+)(\/setup\?token=\S+)\n/,
    );
    expect(output).toContain(`Talkoot is running on ${base}`);
    expect(output).toContain('Plain http: whoever can listen in');
    const browser = new Browser(base.replace('localhost', '127.0.0.1'));
    const token = path.split('=')[1];
    await browser.post('/setup', { token, name: 'Aino', email: 'aino@example.org', password: 'pitkä salasana' }, 204);
    child?.kill('SIGTERM');
    expect((await once(child as ChildProcess, 'exit'))[0]).toBe(0);
    expect((await stat(join(dataDir, 'talkoot.db'))).mode & 0o077).toBe(0);

    start();
    await until(/"msg":"purged"/);
    expect(output).not.toContain('/setup?token=');
  }, 60_000);

  test('stops at SIGTERM: sockets are told to come back, nothing stays open', async () => {
    start({ TALKOOT_SETUP_TOKEN: 'setup-token-of-tests' });
    const [, base = ''] = await until(/running on (http:\/\/localhost:\d+)/);
    const browser = new Browser(base.replace('localhost', '127.0.0.1'));
    await browser.post(
      '/setup',
      { token: 'setup-token-of-tests', name: 'Aino', email: 'aino@example.org', password: 'pitkä salasana' },
      204,
    );
    const { id } = await browser.post<{ id: string }>('/workshops', { title: 'x' }, 201);
    const socket = new WebSocket(`${browser.base.replace('http', 'ws')}/sync/${id}`, {
      headers: { cookie: browser.cookieHeader, origin: browser.base },
    });
    await once(socket, 'message');
    const closed = once(socket, 'close');
    child?.kill('SIGTERM');
    expect((await closed)[0]).toBe(1012);
    expect(await once(child as ChildProcess, 'exit')).toEqual([0, null]);
    await expect(fetch(`${browser.base}/healthz`)).rejects.toThrow();
  }, 60_000);

  test.each([
    [{ PORT: 'http' }, 'Talkoot cannot start: PORT: must be a port number from 0 to 65535\n'],
    [{ DATABASE_URL: 'postgres://db' }, 'Talkoot cannot start: DATABASE_URL: A database server is not supported yet'],
  ])(
    'does not start with %o and says why in one line',
    async (env, line) => {
      start(env);
      expect((await once(child as ChildProcess, 'exit'))[0]).toBe(1);
      expect(output).toContain(line);
      expect(output.trim().split('\n')).toHaveLength(1);
    },
    30_000,
  );
});
