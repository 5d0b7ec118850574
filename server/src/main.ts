import { flushCompileCache } from 'node:module';
import { networkInterfaces } from 'node:os';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { createLog, type Log } from './log.ts';
import { type RunningServer, startServer } from './server.ts';

/** A stop that takes longer is cut off. */
const STOP_MS = 10_000;

await main();

async function main(): Promise<void> {
  // What people write is for this user's eyes only.
  process.umask(0o077);
  try {
    const config = parseConfig(process.env);
    const log = createLog(config);
    const server = await startServer({ config, log });
    await greet(config, server);
    // Kept at once, so that a start after a crash is as lean as after a stop. Nothing where no cache is set.
    flushCompileCache();
    stopOnSignals(server, log);
  } catch (error) {
    process.stderr.write(`Talkoot cannot start: ${explain(error)}\n`);
    process.exitCode = 1;
  }
}

async function greet(config: Config, server: RunningServer): Promise<void> {
  const local = `http://localhost:${server.port}`;
  const base = config.publicUrl ?? local;
  const lines = ['', `Talkoot is running on ${base}`];
  if (!config.publicUrl) {
    const addresses = networkAddresses(config.host).map((address) => `http://${address}:${server.port}`);
    if (addresses.length > 0) lines.push(`In this network: ${addresses.join('  ')}`);
    lines.push(
      'Plain http: whoever can listen in on this network can read along.',
      'For https, put a proxy in front and set PUBLIC_URL.',
    );
  }
  const setup = await server.setupPath();
  if (setup) lines.push('', 'Set up Talkoot by opening this link once:', `  ${base}${setup}`);
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** Addresses by which others reach this machine; none when it listens to itself only. */
function networkAddresses(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return host === 'localhost' || host.startsWith('127.') ? [] : [host];
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address);
}

function stopOnSignals(server: RunningServer, log: Log): void {
  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    const late = setTimeout(() => {
      log.error('the stop took too long');
      process.exit(1);
    }, STOP_MS);
    server.stop().then(
      () => clearTimeout(late),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** One line that says what is wrong and, where we know, what to do. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `${message}. Another program uses the port; set PORT to another one.`;
  if (code === 'EACCES') return `${message}. The port or TALKOOT_DATA_DIR may not be used by this user.`;
  return message;
}
