import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CLOSE, LIMITS } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Browser } from '../testing/browser.ts';
import { command, joinAs, newWorkshop, OWNER, startTestServer, type TestServer } from '../testing/test-server.ts';
import { until } from './testing/wire-client.ts';

const GUESTS = 200;

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
});
afterAll(() => server.dispose());

/** A socket as a stock client opens one with the cookie, and what became of it. */
class Visitor {
  readonly socket: WebSocket;
  /** `open`, an HTTP status or a close code. */
  outcome: 'open' | number | null = null;

  constructor(browser: Browser, room: string, ip = '198.51.100.7') {
    const headers = { cookie: browser.cookieHeader, origin: server.base, 'x-forwarded-for': ip };
    this.socket = new WebSocket(`${server.base.replace('http', 'ws')}/sync/${room}`, {
      headers,
      perMessageDeflate: false,
    });
    this.socket.on('error', () => {});
    // The server speaks first to who is in.
    this.socket.on('message', () => {
      this.outcome ??= 'open';
    });
    this.socket.on('unexpected-response', (request, response) => {
      this.outcome = response.statusCode ?? 0;
      request.destroy();
    });
    this.socket.on('close', (code) => {
      if (this.outcome === 'open' || this.outcome === null) this.outcome = code;
    });
  }

  async settled(): Promise<'open' | number> {
    await until('a socket is in or out', () => this.outcome !== null);
    return this.outcome as 'open' | number;
  }

  async leave(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.terminate();
    await closed;
  }
}

async function outcomes(visitors: readonly Visitor[]): Promise<Map<'open' | number, number>> {
  const counts = new Map<'open' | number, number>();
  for (const visitor of visitors) {
    const outcome = await visitor.settled();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

/** Keeps asking, as every client does after 1013 and 429, until it is in. */
async function comesIn(browser: Browser, room: string, ip?: string): Promise<Visitor> {
  let visitor = new Visitor(browser, room, ip);
  await until('there is room again', async () => {
    if ((await visitor.settled()) === 'open') return true;
    visitor = new Visitor(browser, room, ip);
    return false;
  });
  return visitor;
}

test('S15 a sixth socket of one person in one room is told to come back, and comes in when one is closed', async () => {
  const workshop = await newWorkshop(server);
  const { browser } = await joinAs(server, workshop.joinCode, 'Kuusi välilehteä');
  // All at once: the count must hold although they are looked up side by side.
  const tabs = Array.from({ length: LIMITS.connectionsPerPerson + 1 }, () => new Visitor(browser, workshop.id));
  expect(await outcomes(tabs)).toEqual(
    new Map<'open' | number, number>([
      ['open', LIMITS.connectionsPerPerson],
      [CLOSE.overload, 1],
    ]),
  );
  const { browser: other } = await joinAs(server, workshop.joinCode, 'Toinen');
  expect(await new Visitor(other, workshop.id).settled()).toBe('open');
  const mine = new Visitor(browser, `${workshop.id}~mine`);
  expect(await mine.settled()).toBe('open');
  await tabs.find(({ outcome }) => outcome === 'open')?.leave();
  await comesIn(browser, workshop.id);
});

test('S16 a hall of guests behind one address comes in; an address with too many gets 429 until some leave', async () => {
  const workshop = await newWorkshop(server);
  const ip = '198.51.100.20';
  const browsers: Browser[] = [];
  for (let count = 0; count < GUESTS; count++) {
    browsers.push((await joinAs(server, workshop.joinCode, `Vieras ${count}`, ip)).browser);
  }
  const rooms = [workshop.id, `${workshop.id}~mine`];
  const each = (): Visitor[] => browsers.flatMap((browser) => rooms.map((room) => new Visitor(browser, room, ip)));
  const visitors = each();
  expect(await outcomes(visitors)).toEqual(new Map([['open', 2 * GUESTS]]));
  while (visitors.length < LIMITS.connectionsPerAddress) {
    const more = each();
    expect(await outcomes(more)).toEqual(new Map([['open', 2 * GUESTS]]));
    visitors.push(...more);
  }

  const { browser: late } = await joinAs(server, workshop.joinCode, 'Myöhäinen', ip);
  expect(await new Visitor(late, workshop.id, ip).settled()).toBe(429);
  // Another address has room of its own.
  expect(await new Visitor(late, workshop.id, '198.51.100.21').settled()).toBe('open');
  await visitors[0]?.leave();
  await comesIn(late, workshop.id, ip);
  for (const { socket } of visitors) socket.terminate();
});

test('S16 who is refused and stays on gets no more sockets; others at the same address come in', async () => {
  const workshop = await newWorkshop(server);
  const stranger = server.browser();
  const ip = '198.51.100.30';
  const { browser } = await joinAs(server, workshop.joinCode, 'Rehellinen', ip);
  const strangers = Array.from({ length: LIMITS.refusedPerAddress + 10 }, () => rawUpgrade(stranger, workshop.id, ip));
  const answers = await Promise.all(strangers.map(firstLine));
  expect(answers.filter((line) => line.includes('101'))).toHaveLength(LIMITS.refusedPerAddress);
  expect(answers.filter((line) => line.includes('429'))).toHaveLength(10);
  expect(await new Visitor(browser, workshop.id, ip).settled()).toBe('open');
  // They are cut whether they say goodbye or not, and their places are free again.
  await until('all are cut', () => strangers.every((socket) => socket.destroyed));
  expect(await firstLine(rawUpgrade(stranger, workshop.id, ip))).toContain('101');
});

test('S16 a connection that asks for nothing is cut', async () => {
  const silent = connect(server.port, '127.0.0.1');
  const half = connect(server.port, '127.0.0.1', () => half.write('GET /sync/x HTTP/1.1\r\nHost: x\r\n'));
  for (const socket of [silent, half]) socket.on('error', () => {}).resume();
  await Promise.all([silent, half].map((socket) => once(socket, 'close')));
});

/** An upgrade by somebody who reads the answer and does nothing more, not even close. */
function rawUpgrade(browser: Browser, room: string, ip: string): Socket {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: false });
  socket.on('error', () => {});
  const head = [
    `GET /sync/${room} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    `Origin: ${server.base}`,
    `Cookie: ${browser.cookieHeader}`,
    `X-Forwarded-For: ${ip}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return socket;
}

async function firstLine(socket: Socket): Promise<string> {
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  socket.resume();
  return bytes.toString('latin1').split('\r\n')[0] ?? '';
}

/** Lets somewhat more time pass in every round, so that two things that race meet at every point of their ways. */
function headStart(round: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, round / 2));
}

test('S14 signing out ends sockets that were on their way in', async () => {
  for (let round = 0; round < 40; round++) {
    // A workshop nobody has opened yet is read from the store while its first sockets wait.
    const workshop = await newWorkshop(server, { draft: true });
    const browser = server.browser();
    await browser.post('/session', { email: OWNER.email, password: OWNER.password }, 204);
    const rooms = ['', '~mine', '~backstage'];
    const visitors = rooms.map((scope) => new Visitor(browser, workshop.id + scope));
    await headStart(round);
    await browser.delete('/session');
    await until('every socket is closed with 4401', () =>
      visitors.every(({ outcome }) => outcome === CLOSE.unauthorized),
    );
  }
});

test('S11 removing a person ends sockets that were on their way in', async () => {
  const workshop = await newWorkshop(server);
  for (let round = 0; round < 20; round++) {
    const { browser, joined } = await joinAs(server, workshop.joinCode, `Poistettava ${round}`);
    const visitors = Array.from({ length: 4 }, () => new Visitor(browser, workshop.id));
    await headStart(round);
    await command(owner, workshop.id, { type: 'remove', participantId: joined.participant.id });
    await until('every socket is closed with 4403', () => visitors.every(({ outcome }) => outcome === CLOSE.removed));
  }
});
