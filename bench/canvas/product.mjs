// The product as it is shipped: its server as a process of its own, its built page, a document filled over sockets.
import { randomUUID } from 'node:crypto';
import sharp from '../../node_modules/sharp/dist/index.mjs';
import { SETUP_TOKEN, startServer } from '../../client/e2e/support/server.ts';
import { DocumentLink } from '../../client/src/sync/document-link.ts';
import { createElement, elementsOf, ordersBetween, setField } from '../../packages/board/src/index.ts';
import { ELEMENT_MODELS, ELEMENT_TYPES } from '../../packages/elements/src/index.ts';
import { Browser } from '../../server/src/testing/browser.ts';
import { BOARDS, joined, movedByOthers, offsetAt, STICKY, stickies } from './plan.mjs';

const OWNER = { name: 'Aino', email: 'aino@example.org', password: 'metsässä on hiljaista' };
/** Elements in one update: well below the largest update the server takes. */
const CHUNK = 250;
/** Different pictures of a mixed board. */
const PICTURES = 8;

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

/** A workshop that people may join. */
export async function openWorkshop({ owner }, title) {
  const workshop = await owner.post('/workshops', { title }, 201);
  await owner.post(`/workshops/${workshop.id}/commands`, { id: randomUUID(), type: 'open' });
  return workshop;
}

/** An open workshop with a full board of so many elements for a scene, and the writer who filled it. */
export async function fullWorkshop(product, count, { board, scale }) {
  const { owner } = product;
  const title = `${count} ${board}, scale ${scale}`;
  const workshop = await openWorkshop(product, title);
  await owner.get(`/workshops/${workshop.id}/people`);
  const { participant } = await owner.get(`/workshops/${workshop.id}`);
  const writer = await openWriter(product, workshop.id, participant.id);
  const cells = BOARDS[board].cells(count);
  const pictures = count > cells ? await uploadPictures(product, workshop.id) : [];
  await fill(writer, elementsOfBoard(board, count, cells, pictures), participant.id);
  const probes = stickies(cells).filter((_, at) => BOARDS[board].kindOf(at, cells) === 'sticky');
  return {
    id: workshop.id,
    title,
    joinCode: workshop.joinCode,
    writer,
    count,
    cells,
    probes: probes.map(({ id }) => id),
  };
}

/** Pictures like photographs: every point another colour than its neighbour. */
async function uploadPictures({ owner }, workshopId) {
  const hashes = [];
  for (let at = 0; at < PICTURES; at++) {
    const noise = { type: 'gaussian', mean: 90 + at * 15, sigma: 40 };
    const create = { width: 800, height: 800, channels: 3, background: '#888', noise };
    const body = await sharp({ create }).blur(2).jpeg().toBuffer();
    const headers = { 'content-type': 'image/jpeg' };
    const answer = await owner.send('POST', `/api/v1/workshops/${workshopId}/blobs`, { body, headers });
    if (answer.status !== 201) throw new Error(`picture: ${answer.status} ${answer.text}`);
    hashes.push(answer.json.hash);
  }
  return hashes;
}

/** What makes each element: kind, box, words, fields. */
function elementsOfBoard(board, count, cells, pictures) {
  const inCells = stickies(cells).map(({ id, x, y, colour, text }, at) => {
    const box = { place: { frame: null, x, y }, size: { width: STICKY, height: STICKY } };
    const kind = BOARDS[board].kindOf(at, cells);
    if (kind === 'image') return { id, kind, ...box, fields: { blob: pictures[at % PICTURES], alt: text } };
    if (kind === 'drawing') return { id, kind, ...box, fields: scribble(at) };
    return { id, kind, ...box, text, fields: { colour } };
  });
  const endAt = (at) => ({ element: `s${at}`, side: null, x: inCells[at].place.x, y: inCells[at].place.y });
  const lines = joined(cells, count - cells).map(([from, to], at) => ({
    id: `c${at}`,
    kind: 'connector',
    place: { frame: null, x: 0, y: 0 },
    size: { width: 1, height: 1 },
    fields: {
      from: endAt(from),
      to: endAt(to),
      path: ['curved', 'straight', 'elbow'][at % 3],
      endHead: 'arrow',
    },
  }));
  return [...inCells, ...lines];
}

/** The fields of a line drawn by hand, of about forty points. */
function scribble(at) {
  const points = Array.from({ length: 120 }, (_, step) => ({
    x: (step * STICKY) / 120,
    y: STICKY / 2 + (STICKY / 2) * Math.sin(step / (3 + (at % 5))) * Math.cos(step / 17),
  }));
  const fields = { pen: 'pen', colour: 'ink', weight: 'medium' };
  return ELEMENT_TYPES.get('drawing').strokes.cut(points, fields, 0.5)[0].fields;
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

async function fill(link, elements, author) {
  const orders = ordersBetween(null, null, elements.length);
  for (let from = 0; from < elements.length; from += CHUNK) {
    link.doc.transact(() => {
      for (let at = from; at < Math.min(elements.length, from + CHUNK); at++) {
        const element = { ...elements[at], order: orders[at], author, createdAt: Date.now() };
        createElement(link.doc, element, ELEMENT_MODELS);
      }
    });
    await until('the server stored it', () => link.state().waiting === 0);
  }
}

/** The writer moves 200 stickies 30 times a second; answers how to stop. */
export function moveOthers({ writer, cells }) {
  const all = stickies(cells);
  const moved = movedByOthers(cells).map((at) => all[at]);
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
export async function restMoved({ writer, cells }) {
  const all = stickies(cells);
  writer.doc.transact(() => {
    for (const at of movedByOthers(cells)) {
      const { id, x, y } = all[at];
      if (elementsOf(writer.doc).get(id)?.get('place').x !== x) {
        setField(writer.doc, id, 'place', { frame: null, x, y });
      }
    }
  });
  await until('the server stored it', () => writer.state().waiting === 0);
}
