// A light client: a socket, a small document of its own to write valid updates with, and a count of what comes.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

const MARK = /T(\d+\.\d+)Z/g;

export class Client {
  constructor(target, seat) {
    this.target = target;
    this.seat = seat;
    this.doc = new Y.Doc();
    this.doc.clientID = seat.clientId;
    this.clock = 0;
    this.bytes = 0;
    this.seen = new Map();
    this.watching = false;
  }

  connect() {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.seat.url, { perMessageDeflate: false });
      this.socket = socket;
      socket.on('error', reject);
      socket.on('close', () => {
        this.closed = true;
      });
      socket.on('message', (data) => this.#received(data));
      socket.on('open', () => {
        for (const frame of this.target.greeting(this.seat)) socket.send(frame);
        resolve(this);
      });
    });
  }

  #received(data) {
    this.bytes += data.length;
    this.onData?.(data);
    if (!this.watching) return;
    const now = performance.now();
    for (const [, at] of data.toString('latin1').matchAll(MARK))
      if (!this.seen.has(at)) this.seen.set(at, now - Number(at));
  }

  #send(encoder) {
    if (this.socket.readyState === WebSocket.OPEN)
      this.socket.send(this.target.wrap(this.seat, encoding.toUint8Array(encoder)));
  }

  sendUpdate(update) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
    this.#send(encoder);
  }

  /**
   * Asks for everything and answers it and when the last of it came. It is taken into a document only afterwards: that is no
   * work of the server's, and as much for every target.
   */
  async arrival(enough) {
    const frames = [];
    let last = performance.now();
    this.onData = (data) => {
      frames.push(data);
      last = performance.now();
    };
    this.ask();
    const doc = new Y.Doc();
    while (!enough(doc) && !this.closed) {
      while (!this.closed && (frames.length === 0 || performance.now() - last < 1_000)) await pause(50);
      for (const data of frames.splice(0)) this.#apply(doc, data);
    }
    this.onData = null;
    return { doc, at: last };
  }

  #apply(doc, data) {
    const decoder = decoding.createDecoder(data);
    if (this.target.kind.prefix) decoding.readVarString(decoder);
    if (decoding.readVarUint(decoder) !== 0) return;
    if (decoding.readVarUint(decoder) === 0) return;
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  }

  /** Like {@link arrival}, but only counts bytes: a hundred loaders in one process must not measure themselves. */
  loadBytes(size) {
    return new Promise((resolve) => {
      const from = this.bytes;
      this.onData = () => {
        if (this.bytes - from < size) return;
        this.onData = null;
        resolve();
      };
      this.ask();
    });
  }

  ask() {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
    this.#send(encoder);
  }

  #write(change) {
    let update = null;
    const keep = (bytes) => {
      update = bytes;
    };
    this.doc.on('update', keep);
    this.doc.transact(change);
    this.doc.off('update', keep);
    if (update) this.sendUpdate(update);
  }

  /** Stickies that every gate lets through. */
  create(ids, words = 'words', marker = null) {
    this.#write(() => {
      for (const [index, id] of ids.entries()) {
        const map = new Y.Map();
        const fields = {
          kind: 'sticky',
          place: { frame: null, x: (index % 100) * 180, y: Math.floor(index / 100) * 180 },
          size: { width: 160, height: 160 },
          order: 'a0',
          author: this.seat.who,
          colour: 'yellow',
        };
        for (const [name, value] of Object.entries(fields)) map.set(name, value);
        if (marker) map.set('tags', [marker]);
        const text = new Y.Text();
        text.insert(0, words);
        map.set('text', text);
        this.doc.getMap('elements').set(id, map);
      }
    });
  }

  /** Moves this client's own sticky and stamps it with the time. */
  edit() {
    const at = performance.now().toFixed(3);
    this.#write(() => {
      const own = this.doc.getMap('elements').get(this.own);
      own.set('place', { frame: null, x: Math.round(Math.random() * 4000), y: 7 });
      own.set('tags', [`T${at}Z`]);
    });
    return at;
  }

  cursor() {
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, 1);
    encoding.writeVarUint(inner, this.seat.clientId);
    encoding.writeVarUint(inner, ++this.clock);
    encoding.writeVarString(inner, JSON.stringify({ cursor: { x: Math.round(Math.random() * 4000), y: 10 } }));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
    this.#send(encoder);
  }

  close() {
    this.socket.terminate();
  }
}

/** So many clients in a room, each with a sticky of its own. */
export async function gather(target, room, count) {
  const clients = [];
  for (let from = 0; from < count; from += 20) {
    const part = Array.from({ length: Math.min(20, count - from) }, async (_, index) => {
      const seat = await target.seat(room, 1 + from + index, false);
      const client = await new Client(target, seat).connect();
      client.own = `own-${from + index}`;
      client.create([client.own]);
      client.cursor();
      return client;
    });
    clients.push(...(await Promise.all(part)));
  }
  await pause(500);
  return clients;
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
