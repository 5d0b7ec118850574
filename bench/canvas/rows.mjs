// The rows that every target runs. `target` knows how others move things; everything else is the same input.
import { middleOf } from './plan.mjs';

const AT = { x: 700, y: 420 };

function repeated(count, make) {
  return Array.from({ length: count }, (_, at) => make(at));
}

async function setView(measured, kind, count) {
  await measured.key('Escape');
  await measured.run(`window.bench.view('${kind}', ${count})`);
  await measured.rest(500);
}

/** Fails when an input did nothing: a figure for nothing would be a good one. */
async function changing(measured, what, question, work) {
  const before = await measured.run(question);
  const result = await work();
  if ((await measured.run(question)) === before) throw new Error(`${what}: nothing happened`);
  return result;
}

async function pan(measured, kind, count, effort) {
  await setView(measured, kind, count);
  // Odd, so that the view ends elsewhere than it began.
  const steps = repeated(effort.frames | 1, (at) => {
    const way = at % 40 < 20 ? 1 : -1;
    return () => measured.wheel(AT, 24 * way, 14 * way);
  });
  return changing(measured, `pan ${kind}`, 'window.bench.camera()', () => measured.perFrame(steps, effort.budgetMs));
}

/** From everything in view inwards about five times and out again. `step`: what the target needs for 5 %. */
async function zoom(measured, count, effort, step) {
  await setView(measured, 'fit', count);
  const half = Math.ceil(effort.frames / 2);
  const steps = repeated(2 * half - 1, (at) => () => measured.wheel(AT, 0, at < half ? -step : step, true));
  return changing(measured, 'zoom', 'window.bench.camera()', () => measured.perFrame(steps, effort.budgetMs));
}

async function drag(measured, kind, count, effort) {
  await setView(measured, kind, count);
  const at = middleOf(count);
  const question = `JSON.stringify(window.bench.placeOf(${at}))`;
  const from = await measured.run(`(() => {
    const { x, y } = window.bench.placeOf(${at});
    return window.bench.toScreen({ x: x + 60, y: y + 130 });
  })()`);
  let last = from;
  await measured.mouse('mouseMoved', from, false);
  await measured.mouse('mousePressed', from);
  // The press and the first steps open menus and layers, which is not dragging.
  for (let step = 1; step <= 5; step++) await measured.mouse('mouseMoved', { x: from.x + step * 2, y: from.y });
  const steps = repeated(effort.frames, (step) => () => {
    last = { x: from.x + 10 + 120 * Math.sin(step / 9), y: from.y + 80 * Math.sin(step / 7) };
    return measured.mouse('mouseMoved', last);
  });
  const cpu = await changing(measured, `drag ${kind}`, question, async () => {
    const ms = await measured.perFrame(steps, effort.budgetMs);
    await measured.mouse('mouseReleased', last);
    await measured.rest(700);
    return ms;
  });
  await measured.key('Control+z');
  await measured.rest(700);
  return cpu;
}

/**
 * CPU per update of 200 stickies, and per second: how many transactions reached the page (a busy server joins
 * several updates into one) and how many frames showed something new.
 */
async function remote(measured, target, kind, count, effort) {
  await setView(measured, kind, count);
  const stop = await target.moveOthers(count);
  await measured.rest(1000);
  const since = performance.now();
  const before = [await measured.cpu(), await target.movesSoFar(), await target.arrivals()];
  await new Promise((resolve) => setTimeout(resolve, effort.remoteMs));
  const after = [await measured.cpu(), await target.movesSoFar(), await target.arrivals()];
  const [cpu, updates, arrivals] = after.map((value, at) => value - before[at]);
  const seconds = (performance.now() - since) / 1000;
  const drawn = await measured.paintedPerSecond(effort.remoteMs / 2);
  await stop();
  await measured.rest(1500);
  if (updates <= 0) throw new Error(`remote ${kind}: nothing arrived`);
  return {
    [`remote ${kind}`]: cpu / updates,
    [`arrived ${kind}`]: arrivals / seconds,
    [`drawn ${kind}`]: Math.min(30, drawn),
  };
}

/** All rows of one target that shows `count` stickies. */
export async function canvasRows(measured, target, count, effort) {
  const row = { target: target.name, stickies: count };
  const take = async (name, work) => {
    try {
      Object.assign(row, await work());
    } catch (error) {
      row.failed = [...(row.failed ?? []), `${name}: ${String(error.message).split('\n')[0]}`];
    }
  };
  await take('nothing', async () => ({
    nothing: await measured.perFrame(
      repeated(30, () => async () => {}),
      2_000,
    ),
  }));
  for (const kind of ['100', '33', 'fit']) {
    await take('pan', async () => ({ [`pan ${kind}`]: await pan(measured, kind, count, effort) }));
  }
  await take('zoom', async () => ({ zoom: await zoom(measured, count, effort, target.zoomStep(count)) }));
  for (const kind of ['100', 'fit']) {
    await take('drag', async () => ({ [`drag ${kind}`]: await drag(measured, kind, count, effort) }));
  }
  for (const kind of ['100', 'fit']) {
    await take('remote', () => remote(measured, target, kind, count, effort));
  }
  return row;
}
