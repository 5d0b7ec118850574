// npm run dev: the server restarts and the browser app reloads when a file changes.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, NODE, ROOT, say, toolEnv } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
say('browser app on http://localhost:5173, server on http://localhost:3000');
const children = [
  spawn(NODE, ['--watch', 'server/src/main.ts'], { cwd: ROOT, stdio: 'inherit', env: toolEnv() }),
  spawn('vite', ['--host', '127.0.0.1'], { cwd: `${ROOT}/client`, stdio: 'inherit', env: toolEnv() }),
];
const stop = () => {
  for (const child of children) child.kill();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('exit', stop);
