// npm run bench: us beside the peers, in one run. `--quick` for a look, `--server` or `--canvas` for one half.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    server: { type: 'boolean', default: false },
    canvas: { type: 'boolean', default: false },
  },
});
const both = values.server === values.canvas;
const results = {};
if (both || values.server) results.server = await (await import('./server/run.mjs')).serverBench(values);
if (both || values.canvas) results.canvas = await (await import('./canvas/run.mjs')).canvasBench(values);
mkdirSync(new URL('results/', import.meta.url), { recursive: true });
writeFileSync(new URL('results/last.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
