// npm test: types, lint, import rules, unit, integration and browser tests. With --long: the large counts.
import { ensureBuilt, ensureInstalled, ensureTestBrowser, run, say, toolEnv } from './lib.mjs';

const long = process.argv.includes('--long');
const started = Date.now();

await ensureInstalled();
await ensureBuilt();
const chromium = await ensureTestBrowser();
const env = toolEnv({ TALKOOT_CHROMIUM: chromium, ...(long ? { TALKOOT_LONG: '1' } : {}) });

const turbo = ['--output-logs=new-only', '--no-update-notifier', '--concurrency=2'];
const steps = [
  ['types', 'turbo', ['run', 'types', ...turbo]],
  ['lint, import order, cycles', 'biome', ['check', '.']],
  ['unused code', 'knip', ['--no-progress']],
  ['unit and integration tests', 'turbo', ['run', 'test', ...turbo, ...(long ? ['--force'] : [])]],
  ['browser tests', 'npm', ['run', 'e2e', '-w', 'client', '--silent']],
];

for (const [name, command, args] of steps) {
  const from = Date.now();
  say(`${name} ...`);
  const code = await run(command, args, { env });
  const seconds = Math.round((Date.now() - from) / 1000);
  if (code !== 0) {
    say(`${name}: FAILED after ${seconds} s`);
    process.exit(1);
  }
  say(`${name}: passed in ${seconds} s`);
}
say(`all ${steps.length} steps passed in ${Math.round((Date.now() - started) / 1000)} s`);
