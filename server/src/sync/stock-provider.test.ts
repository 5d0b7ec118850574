import { elementsOf } from '@talkoot/board';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { joinAs, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ logLevel: 'warn' });
});
afterAll(() => server.dispose());

interface Stock {
  doc: Y.Doc;
  provider: WebsocketProvider;
  closed: number[];
}

/** A provider as the library has it: no version, no acks, by ticket or with the headers a browser would send. */
function stock(room: string, by: { ticket: string } | { cookie: string }): Stock {
  const doc = new Y.Doc();
  const headers = 'cookie' in by ? { cookie: by.cookie, origin: server.base } : undefined;
  class Socket extends WebSocket {
    constructor(url: string | URL) {
      super(url, headers ? { headers } : {});
    }
  }
  const closed: number[] = [];
  const provider = new WebsocketProvider(`${server.base.replace('http', 'ws')}/sync`, room, doc, {
    disableBc: true,
    params: 'ticket' in by ? { ticket: by.ticket } : {},
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  });
  provider.on('connection-close', (event) => event && closed.push(event.code));
  return { doc, provider, closed };
}

async function until(what: string, check: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!check()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A sticky written with nothing but Yjs. */
function write(doc: Y.Doc, id: string, author: string): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    const text = new Y.Text('from a stock client');
    const fields = {
      kind: 'sticky',
      place: { frame: null, x: 1, y: 1 },
      size: { width: 160, height: 160 },
      order: 'a0',
      author,
      colour: 'blue',
      text,
    };
    for (const [name, value] of Object.entries(fields)) map.set(name, value);
    elementsOf(doc).set(id, map);
  });
}

test('S1 stock providers by ticket and by cookie share a board, through a restart', async () => {
  const workshop = await newWorkshop(server);
  const ann = await joinAs(server, workshop.joinCode, 'Ann', '10.1.1.1');
  const bob = await joinAs(server, workshop.joinCode, 'Bob', '10.1.1.2');
  const { ticket } = await ann.browser.post<{ ticket: string }>(`/workshops/${workshop.id}/ticket`, {});
  const one = stock(workshop.id, { ticket });
  const other = stock(workshop.id, { cookie: bob.browser.cookieHeader });
  await until('both synced', () => one.provider.synced && other.provider.synced);
  write(one.doc, 'n1', ann.joined.participant.id);
  await until('the other has it', () => elementsOf(other.doc).has('n1'));

  const { dataDir, port } = server;
  await server.stop();
  server = await startTestServer({ dataDir, logLevel: 'warn', env: { PORT: String(port) } });
  write(other.doc, 'n2', bob.joined.participant.id);
  await until('back and whole', () => elementsOf(one.doc).has('n2') && one.provider.synced);
  expect(one.closed).toContain(1012);
  one.provider.destroy();
  other.provider.destroy();
});

test('S5 a stock client whose update is refused is closed for good with 4409', async () => {
  const workshop = await newWorkshop(server);
  const ann = await joinAs(server, workshop.joinCode, 'Ann', '10.1.2.1');
  const one = stock(workshop.id, { cookie: ann.browser.cookieHeader });
  await until('synced', () => one.provider.synced);
  write(one.doc, 'n1', 'somebody-else');
  await until('closed', () => one.closed.includes(4409));
  expect(one.provider.shouldConnect).toBe(false);
  one.provider.destroy();
});

test('S9 backstage is closed to a participant, and a private room is each person’s own', async () => {
  const workshop = await newWorkshop(server);
  const ann = await joinAs(server, workshop.joinCode, 'Ann', '10.1.3.1');
  const bob = await joinAs(server, workshop.joinCode, 'Bob', '10.1.3.2');
  const backstage = stock(`${workshop.id}~backstage`, { cookie: ann.browser.cookieHeader });
  await until('turned away', () => backstage.closed.includes(4403));
  const mine = stock(`${workshop.id}~mine`, { cookie: ann.browser.cookieHeader });
  const his = stock(`${workshop.id}~mine`, { cookie: bob.browser.cookieHeader });
  await until('both open', () => mine.provider.synced && his.provider.synced);
  write(mine.doc, 'secret', ann.joined.participant.id);
  const again = stock(`${workshop.id}~mine`, { cookie: ann.browser.cookieHeader });
  await until('her own again', () => elementsOf(again.doc).has('secret'));
  expect(elementsOf(his.doc).size).toBe(0);
  for (const { provider } of [backstage, mine, his, again]) provider.destroy();
});
