// Measures every server in turn and prints the rows beside each other.
import { bigBoard, fanOut, idleRooms, killLoss, maxRate } from './scenarios.mjs';
import { Target, TARGETS } from './targets.mjs';

async function measure(name, scenario) {
  const target = new Target(name);
  try {
    await target.start();
    return await scenario(target);
  } catch (error) {
    console.error(`  ${name}: ${error.message}`);
    return { failed: error.message };
  } finally {
    await target.dispose();
  }
}

/** Runs the scenarios; `quick` makes them small. Gives rows `{scenario, target, ...figures}`. */
export async function serverBench({ quick = false } = {}) {
  const all = Object.keys(TARGETS);
  const stored = all.filter((name) => TARGETS[name].stores);
  const docs = all.filter((name) => TARGETS[name].merges);
  const plan = [
    ['100 clients', all, (target) => fanOut(target, 100, quick ? 5 : 10)],
    ['300 clients', all, (target) => fanOut(target, quick ? 200 : 300, quick ? 5 : 10)],
    ['most edits/s', all, (target) => maxRate(target, quick ? [500, 2000] : [500, 1000, 2000, 4000, 8000, 16000])],
    ['idle rooms', docs, (target) => idleRooms(target, quick ? 50 : 500)],
    ['10,000 stickies', stored, (target) => bigBoard(target, quick ? 2_000 : 10_000, quick ? 20 : 100)],
    ['kill -9', docs, (target) => killLoss(target, quick ? 3 : 7)],
  ];
  const rows = [];
  for (const [scenario, names, run] of plan) {
    console.log(scenario);
    for (const name of names) {
      const figures = await measure(name, run);
      rows.push({ scenario, target: name, ...figures });
      console.log(`  ${name}`, Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, round(value)])));
    }
  }
  return rows;
}

function round(value) {
  return typeof value === 'number' ? Number(value.toPrecision(3)) : value;
}
