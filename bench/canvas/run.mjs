// The canvas beside its peers: rows of performance.md section 2, through the shipped product. See ../README.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '../../node_modules/playwright-core/index.mjs';
import { openRow } from './open.mjs';
import { startPeers } from './peers.mjs';
import { WINDOW } from './plan.mjs';
import { fullWorkshop, startProduct } from './product.mjs';
import { canvasRows } from './rows.mjs';
import { canvasTable, middleRows } from './table.mjs';
import { openPeer, openProduct } from './targets.mjs';

const CHROMIUM = process.env.TALKOOT_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const QUICK = { rounds: { 1000: 1 }, effort: { frames: 30, budgetMs: 1_200, remoteMs: 1_500 } };
/** Two rounds of the larger board would take more than twelve minutes, nearly all of them the peers'. */
const FULL = { rounds: { 1000: 2, 10000: 1 }, effort: { frames: 60, budgetMs: 2_500, remoteMs: 3_000 } };

/** Runs everything once and prints the table. `only`: names of targets; `stickies`: one size of board. */
export async function canvasBench({ quick = false, only = null, stickies = null, say = console.log } = {}) {
  const plan = quick ? QUICK : FULL;
  if (!existsSync(join(import.meta.dirname, '../../client/dist/index.html'))) {
    throw new Error('the client is not built: run `npm run build` first');
  }
  const peers = await startPeers();
  const product = await startProduct();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const wanted = (name) => !only || only.includes(name);
  try {
    for (const { name, why } of peers.skipped) say(`skipped: ${name}: ${why}`);
    const rows = [];
    for (const count of Object.keys(plan.rounds).map(Number)) {
      if (stickies && stickies !== count) continue;
      const workshop = await fullWorkshop(product, count);
      say(`${count} stickies are on the board`);
      for (let round = 0; round < plan.rounds[count]; round++) {
        for (const name of [...peers.ready, 'Talkoot'].filter(wanted)) {
          const row = await targetRow({ browser, peers, product, workshop, name, count, effort: plan.effort });
          say(`  round ${round + 1}: ${name}${row.failed ? ` (${row.failed.join('; ')})` : ''}`);
          rows.push(row);
        }
      }
      workshop.writer.close();
    }
    const result = middleRows(rows);
    say(canvasTable(result));
    return result;
  } finally {
    await browser.close();
    await product.dispose();
    await peers.dispose();
  }
}

/** Opens one target, drives it through all rows, closes it. */
async function targetRow({ browser, peers, product, workshop, name, count, effort }) {
  try {
    if (name !== 'Talkoot') {
      const { target, measured, load, heap, close } = await openPeer(browser, WINDOW, peers, name, count);
      const row = { ...(await canvasRows(measured, target, count, effort)), load, heap };
      await close();
      return row;
    }
    const opened = await openRow(browser, WINDOW, product, workshop, count);
    const { target, measured, close } = await openProduct(browser, WINDOW, product, workshop, count);
    const row = { ...opened, ...(await canvasRows(measured, target, count, effort)) };
    row.load = row.open - row['applyUpdate alone'];
    await close();
    return row;
  } catch (error) {
    return { target: name, stickies: count, failed: [`opening: ${String(error.message).split('\n')[0]}`] };
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, stickies: { type: 'string' } },
  });
  const stickies = values.stickies ? Number(values.stickies) : null;
  await canvasBench({ quick: values.quick, only: values.only?.split(',') ?? null, stickies });
}
