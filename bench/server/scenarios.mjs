// What is measured of each server. Every function returns plain figures.
import { Client, gather, pause } from './client.mjs';

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * How long every edit took to a watcher, NaN when it never came. A value that its writer wrote over in the same tick
 * need not travel: then the next one that came from this writer counts, which is later.
 */
function delaysOf(watcher, marks) {
  const next = new Map();
  const delays = [];
  for (const { at, by } of [...marks].reverse()) {
    if (by === watcher) continue;
    const seen = watcher.seen.get(at);
    if (seen !== undefined) next.set(by, Number(at) + seen);
    delays.push((next.get(by) ?? Number.NaN) - Number(at));
  }
  return delays;
}

/** Edits and cursors at an even pace; gives the marks of the edits sent, and by whom. */
async function drive(clients, { seconds, edits, cursors }) {
  const marks = [];
  const started = performance.now();
  let editsSent = 0;
  let cursorsSent = 0;
  while (performance.now() - started < seconds * 1000) {
    const elapsed = (performance.now() - started) / 1000;
    for (; editsSent < elapsed * edits; editsSent++) {
      const by = clients[editsSent % clients.length];
      marks.push({ at: by.edit(), by });
    }
    for (; cursorsSent < elapsed * cursors; cursorsSent++) clients[cursorsSent % clients.length].cursor();
    await pause(4);
  }
  return { marks, events: editsSent + cursorsSent };
}

/** CPU of the server per 100,000 deliveries and the delay of edits, seen by five watchers. */
export async function fanOut(target, count, seconds) {
  const room = await target.room(`fan-${count}`);
  const clients = await gather(target, room, count);
  const watchers = clients.slice(0, 5);
  for (const watcher of watchers) watcher.watching = true;
  const before = target.cpuSeconds();
  const { marks, events } = await drive(clients, { seconds, edits: 20, cursors: count * 2 });
  await pause(1_500);
  const cpu = target.cpuSeconds() - before;
  const delays = watchers.flatMap((watcher) => delaysOf(watcher, marks));
  const came = delays.filter((delay) => !Number.isNaN(delay));
  for (const client of clients) client.close();
  return {
    cpuPer100k: (cpu / (events * (count - 1))) * 100_000,
    p50: percentile(came, 0.5),
    p99: percentile(came, 0.99),
    delivered: came.length / delays.length,
  };
}

/** Most edits a second with a 99th percentile below 100 ms, 50 clients. */
export async function maxRate(target, rates) {
  const room = await target.room('rate');
  const clients = await gather(target, room, 50);
  let best = 0;
  for (const rate of rates) {
    for (const client of clients) client.seen.clear();
    const [watcher] = clients;
    watcher.watching = true;
    const { marks } = await drive(clients, { seconds: 4, edits: rate, cursors: 0 });
    await pause(500);
    const delays = delaysOf(watcher, marks);
    const came = delays.filter((delay) => !Number.isNaN(delay));
    if (!(percentile(came, 0.99) < 100) || came.length < delays.length * 0.98) break;
    best = Math.round(marks.length / 4);
  }
  for (const client of clients) client.close();
  return { best };
}

/** Memory of rooms where four people are and little happens, after some that only warm the process up. */
export async function idleRooms(target, count) {
  for (const client of await fill(target, 'warm', 40)) client.close();
  await pause(2_000);
  const before = target.memoryMiB();
  const clients = await fill(target, 'idle', count);
  await pause(3_000);
  const after = target.memoryMiB();
  for (const client of clients) client.close();
  return { kibPerRoom: ((after - before) * 1024) / count };
}

/** Rooms with four people each, one of whom wrote a sticky. */
async function fill(target, name, count) {
  const clients = [];
  for (let index = 0; index < count; index++) {
    const room = await target.room(`${name}-${index}`);
    const seats = await Promise.all([1, 2, 3, 4].map((n) => target.seat(room, 10_000 + index * 4 + n)));
    const here = await Promise.all(seats.map((seat) => new Client(target, seat).connect()));
    here[0].create([`${name}-${index}`]);
    clients.push(...here);
  }
  return clients;
}

/** A big board after a restart: the first to have it, then a hundred at once. */
export async function bigBoard(target, stickies, joiners) {
  const room = await target.room('big');
  const writer = await new Client(target, await target.seat(room, 1, true)).connect();
  for (let from = 0; from < stickies; from += 200) {
    writer.create(
      Array.from({ length: 200 }, (_, index) => `s-${from + index}`),
      'Sixty characters of words, more or less, as people write them',
    );
    await pause(20);
  }
  await pause(4_000);
  await target.kill('SIGTERM');
  await target.start();
  const seat = await target.seat(room, 2);
  const from = performance.now();
  const first = await new Client(target, seat).connect();
  const { at, doc } = await first.arrival((copy) => copy.getMap('elements').size >= stickies);
  const firstMs = at - from;
  doc.destroy();
  const size = first.bytes * 0.95;
  first.close();
  const seats = [];
  for (let index = 0; index < joiners; index++) seats.push(await target.seat(room, 100 + index));
  const cpu = target.cpuSeconds();
  const idleMiB = target.memoryMiB();
  const started = performance.now();
  await Promise.all(seats.map(async (one) => (await new Client(target, one).connect()).loadBytes(size)));
  return {
    firstMs,
    allMs: performance.now() - started,
    cpu: target.cpuSeconds() - cpu,
    peakMiB: target.memoryMiB('VmHWM'),
    grownMiB: target.memoryMiB() - idleMiB,
  };
}

/** Edits that others had seen and that a kill takes away. */
export async function killLoss(target, seconds) {
  const room = await target.room('kill');
  const clients = await gather(target, room, 10);
  const [watcher] = clients;
  watcher.watching = true;
  const started = performance.now();
  let made = 0;
  while (performance.now() - started < seconds * 1000) {
    const client = clients[1 + (made % 9)];
    client.create([`kill-${made}`], 'words', `T${performance.now().toFixed(3)}Z`);
    made++;
    await pause(25);
  }
  await pause(200);
  const seen = [...watcher.seen.keys()];
  await target.kill('SIGKILL');
  await target.start();
  const reader = await new Client(target, await target.seat(room, 900)).connect();
  const all = await Promise.race([reader.arrival((copy) => copy.getMap('elements').size > 0), pause(5_000)]);
  reader.close();
  const kept = new Set();
  for (const map of all?.doc.getMap('elements').values() ?? []) for (const tag of map.get('tags') ?? []) kept.add(tag);
  const lost = seen.filter((mark) => !kept.has(`T${mark}Z`)).length;
  return { seen: seen.length, lost };
}
