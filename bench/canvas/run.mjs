// The canvas beside its peers: rows of performance.md section 2, through the shipped product. See ../README.md.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '../../node_modules/playwright-core/index.mjs';
import { openRow } from './open.mjs';
import { firstStickyRows, firstStickyTable } from './first-sticky.mjs';
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
/** What is shown on which screen, and by whom: peers and the bare loop know boards of stickies only. */
const SCENES = [
  { board: 'stickies', scale: 1, targets: null },
  { board: 'stickies', scale: 2, targets: ['bare', 'Talkoot'] },
  { board: 'mixed', scale: 1, targets: ['Talkoot'] },
  { board: 'mixed', scale: 2, targets: ['Talkoot'] },
];
const QUICK = { rounds: { 1000: 1 }, effort: { frames: 30, budgetMs: 1_200, remoteMs: 1_500 } };
/** Two rounds of the larger board would take more than twelve minutes, nearly all of them the peers'. */
const FULL = { rounds: { 1000: 2, 10000: 1 }, effort: { frames: 60, budgetMs: 2_500, remoteMs: 3_000 } };

/** Runs everything once and prints the table. `only`: names of targets; `stickies`: one size of board; `board`: one. */
export async function canvasBench({
  quick = false,
  only = null,
  stickies = null,
  board = null,
  say = console.log,
} = {}) {
  const plan = quick ? QUICK : FULL;
  if (!existsSync(join(import.meta.dirname, '../../client/dist/index.html'))) {
    throw new Error('the client is not built: run `npm run build` first');
  }
  const peers = await startPeers();
  const product = await startProduct();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    for (const { name, why } of peers.skipped) say(`skipped: ${name}: ${why}`);
    const first = only || stickies || board ? [] : await firstStickyRows(browser, product);
    const rows = [];
    for (const count of stickies ? [stickies] : Object.keys(plan.rounds).map(Number)) {
      for (const scene of SCENES) {
        if (board && board !== scene.board) continue;
        const names = [...peers.ready, 'Talkoot'].filter(
          (name) => (scene.targets?.includes(name) ?? true) && (only?.includes(name) ?? true),
        );
        const bench = { browser, peers, product, scene, effort: plan.effort, say };
        rows.push(...(await sceneRows(bench, names, count, plan.rounds[count] ?? 1)));
      }
    }
    const result = middleRows(rows);
    say(canvasTable(result));
    if (first.length > 0) say(firstStickyTable(first));
    return [...result, ...first];
  } finally {
    await browser.close();
    await product.dispose();
    await peers.dispose();
  }
}

/** One board on one screen: rounds take the targets in turn. */
async function sceneRows({ say, ...bench }, names, count, rounds) {
  const workshop = await fullWorkshop(bench.product, count, bench.scene);
  say(`${count} ${bench.scene.board} are on the board, shown at scale ${bench.scene.scale}`);
  const rows = [];
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const row = await targetRow({ ...bench, workshop, name });
      say(`  round ${round + 1}: ${name}${row.failed ? ` (${row.failed.join('; ')})` : ''}`);
      rows.push({ ...row, ...bench.scene });
    }
  }
  workshop.writer.close();
  return rows;
}

/** Opens one target, drives it through all rows, closes it. */
async function targetRow({ browser, peers, product, workshop, name, scene, effort }) {
  const { count, cells } = workshop;
  const window = { viewport: WINDOW, scale: scene.scale };
  try {
    if (name !== 'Talkoot') {
      const { target, measured, load, heap, close } = await openPeer(browser, window, peers, name, count);
      const row = { ...(await canvasRows(measured, target, count, effort)), load, heap };
      await close();
      return row;
    }
    const opened = await openRow(browser, window, product, workshop);
    const { target, measured, close } = await openProduct(browser, window, product, workshop);
    const row = { ...(await canvasRows(measured, target, cells, effort)), ...opened };
    row.load = row.open - row['applyUpdate alone'];
    await close();
    return row;
  } catch (error) {
    return { target: name, stickies: count, failed: [`opening: ${String(error.message).split('\n')[0]}`] };
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string' },
      stickies: { type: 'string' },
      board: { type: 'string' },
    },
  });
  const stickies = values.stickies ? Number(values.stickies) : null;
  await canvasBench({ quick: values.quick, only: values.only?.split(',') ?? null, stickies, board: values.board });
}
