// npm run fuzz -- --seed N --minutes M: the random tests from a seed on, again and again, until the time is up.
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, fail, run, say, toolEnv } from './lib.mjs';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, minutes: { type: 'string', default: '5' } },
});
const first = Number(values.seed);
const minutes = Number(values.minutes);
if (!Number.isSafeInteger(first) || !(minutes > 0)) fail('usage: npm run fuzz -- --seed 1 --minutes 5');

await ensureInstalled();
await ensureBuilt();
const until = Date.now() + minutes * 60_000;
const SEEDS = 40;
for (let seed = first; Date.now() < until; seed += SEEDS) {
  say(`seeds ${seed} to ${seed + SEEDS - 1} ...`);
  const env = toolEnv({ TALKOOT_SEED: String(seed), TALKOOT_SEEDS: String(SEEDS), TALKOOT_UPDATES: '10000' });
  for (const [folder, pattern] of [
    ['client', 'fuzz'],
    ['server', 'fuzz'],
  ]) {
    const code = await run('vitest', ['run', pattern], { env, cwd: new URL(`../${folder}`, import.meta.url) });
    if (code !== 0) fail(`failed at a seed from ${seed} on: keep it as a test`);
  }
}
say('no failure');
