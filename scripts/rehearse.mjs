// npm run rehearse -- --people 200 --agenda timeline-retro [--speed 20] [--letters-per-minute 200] [--phones 30]
// [--latecomers 5] [--dropouts 10] [--seed 1]: a whole agenda with simulated people; shares in per cent.
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled, run, toolEnv } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const main = fileURLToPath(new URL('../server/src/testing/rehearsal/rehearse.ts', import.meta.url));
process.exitCode = await run('node', [main, ...process.argv.slice(2)], { env: toolEnv() });
