// The product as it is shipped: its server as a process of its own, its built page, a document filled over sockets.
import { randomUUID } from 'node:crypto';
import { SETUP_TOKEN, startServer } from '../../client/e2e/support/server.ts';
import { DocumentLink } from '../../client/src/sync/document-link.ts';
import { createElement, elementsOf, ordersBetween, setField } from '../../packages/board/src/index.ts';
import { ELEMENT_MODELS } from '../../packages/elements/src/index.ts';
import { Browser } from '../../server/src/testing/browser.ts';
import { movedByOthers, offsetAt, STICKY, stickies } from './plan.mjs';

const OWNER = { name: 'Aino', email: 'aino@example.org', password: 'metsässä on hiljaista' };
/** Stickies in one update: well below the largest update the server takes. */
const CHUNK = 250;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, check, timeoutMs = 120_000) {
  const deadline = Date.now() + timeoutMs;
  while (!check()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await sleep(20);
  }
}

/** A running server with its owner. */
export async function startProduct() {
  const server = await startServer();
  const base = `http://127.0.0.1:${server.port}`;
  const owner = new Browser(base);
  await owner.post('/setup', { token: SETUP_TOKEN, ...OWNER }, 204);
  return { base, owner, account: OWNER, dispose: () => server.dispose() };
}

/** An open workshop with a full board, and the writer who filled it. */
export async function fullWorkshop(product, count) {
  const { owner } = product;
  const title = `${count} stickies`;
  const workshop = await owner.post('/workshops', { title }, 201);
  await owner.post(`/workshops/${workshop.id}/commands`, { id: randomUUID(), type: 'open' });
  await owner.get(`/workshops/${workshop.id}/people`);
  const { participant } = await owner.get(`/workshops/${workshop.id}`);
  const writer = await openWriter(product, workshop.id, participant.id);
  await fill(writer, participant.id, count);
  return { id: workshop.id, title, joinCode: workshop.joinCode, writer };
}

/** The shipped client's own link, in this process. */
async function openWriter({ base, owner }, workshopId, participantId) {
  const memory = new Map();
  const env = {
    serverUrl: `${base.replace('http', 'ws')}/sync`,
    kinds: ELEMENT_MODELS,
    memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    openCopy: null,
    now: () => Date.now(),
    ticket: (room) => owner.post(`/workshops/${workshopId}/ticket`, { room }),
  };
  const ended = { reason: null };
  const link = new DocumentLink(workshopId, participantId, env, {
    replaced: () => {},
    hello: () => {},
    direct: () => {},
    lost: () => {},
    changed: () => {},
    ended: (reason) => {
      ended.reason = reason;
    },
    may: () => ({ allowed: true }),
  });
  await link.open();
  await until('the writer is synced', () => link.state().synced);
  return link;
}

async function fill(link, author, count) {
  const orders = ordersBetween(null, null, count);
  const all = stickies(count);
  for (let from = 0; from < count; from += CHUNK) {
    link.doc.transact(() => {
      for (let at = from; at < Math.min(count, from + CHUNK); at++) {
        const { id, x, y, colour, text } = all[at];
        const place = { frame: null, x, y };
        const size = { width: STICKY, height: STICKY };
        const element = { id, kind: 'sticky', place, size, order: orders[at], author, text, createdAt: Date.now() };
        createElement(link.doc, { ...element, fields: { colour } }, ELEMENT_MODELS);
      }
    });
    await until('the server stored it', () => link.state().waiting === 0);
  }
}

/** The writer moves 200 stickies 30 times a second; answers how to stop. */
export function moveOthers({ writer }, count) {
  const all = stickies(count);
  const moved = movedByOthers(count).map((at) => all[at]);
  const start = performance.now();
  let step = 0;
  const timer = setInterval(() => {
    if (performance.now() - start < (step * 1000) / 30) return;
    const { x, y } = offsetAt(++step);
    writer.doc.transact(() => {
      for (const sticky of moved) {
        setField(writer.doc, sticky.id, 'place', { frame: null, x: sticky.x + x, y: sticky.y + y });
      }
    });
  }, 4);
  return () => clearInterval(timer);
}

/** Puts back what was moved. */
export async function restMoved({ writer }, count) {
  const all = stickies(count);
  writer.doc.transact(() => {
    for (const at of movedByOthers(count)) {
      const { id, x, y } = all[at];
      if (elementsOf(writer.doc).get(id)?.get('place').x !== x) {
        setField(writer.doc, id, 'place', { frame: null, x, y });
      }
    }
  });
  await until('the server stored it', () => writer.state().waiting === 0);
}
