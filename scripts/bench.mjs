// npm run bench: installs the peers and measures us beside them. Arguments go on to bench/run.mjs.
import { join } from 'node:path';
import { ensureBuilt, ensureChromium, ensureInstalled, fail, NODE, ROOT, run, say, toolEnv } from './lib.mjs';

await ensureInstalled();
await ensureBuilt();
const chromium = await ensureChromium();
const cwd = join(ROOT, 'bench');
say('installing the peers ...');
if ((await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd })) !== 0)
  fail('the peers could not be installed.');
process.exit(
  await run(NODE, ['run.mjs', ...process.argv.slice(2)], { cwd, env: toolEnv({ TALKOOT_CHROMIUM: chromium }) }),
);
