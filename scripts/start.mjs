// npm start: installs what is missing, builds what is stale, serves.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, NODE, ROOT, toolEnv } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const server = spawn(NODE, ['server/src/main.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: toolEnv({ NODE_ENV: process.env.NODE_ENV ?? 'production' }),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
