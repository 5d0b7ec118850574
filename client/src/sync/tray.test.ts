import { ELEMENT_MODELS } from '@talkoot/elements';
import { TicketView } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../server/src/testing/browser.ts';
import {
  command,
  joinAs,
  newWorkshop,
  startTestServer,
  type TestServer,
} from '../../../server/src/testing/test-server.ts';
import type { LinkEnv } from './document-link.ts';
import { until } from './testing/person.ts';
import { Tray } from './tray.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

/** The world of a browser that must keep nothing of what it reads. */
function envOf(browser: Browser, workshopId: string): LinkEnv {
  return {
    serverUrl: `${server.base.replace('http', 'ws')}/sync`,
    kinds: ELEMENT_MODELS,
    memory: { get: () => null, set: () => {} },
    openCopy: () => {
      throw new Error('a local copy of what only facilitators may read');
    },
    now: () => Date.now(),
    ticket: async (room) => TicketView.parse(await browser.post(`/workshops/${workshopId}/ticket`, { room })),
  };
}

test('the tray shows late notes to who facilitates, and is empty as soon as they do not any more', async () => {
  const owner = await server.owner();
  const workshop = await newWorkshop(server);
  const helper = await joinAs(server, workshop.joinCode, 'Apuri');
  const late = await joinAs(server, workshop.joinCode, 'Myöhäinen');
  const participantId = helper.joined.participant.id;
  await command(owner, workshop.id, { type: 'setRole', participantId, role: 'cofacilitator' });
  await command(owner, workshop.id, { type: 'close', now: true });

  let changes = 0;
  const tray = new Tray(workshop.id, participantId, envOf(helper.browser, workshop.id), () => changes++);
  tray.follow(true);
  await command(late.browser, workshop.id, { type: 'handIn', texts: ['ensin', 'sitten'] });
  await until('both notes are here', () => tray.notes().length === 2);
  expect(tray.notes().map(({ text }) => text)).toEqual(['ensin', 'sitten']);
  for (const { author } of tray.notes()) expect(author).toBe(late.joined.participant.id);

  const heard = changes;
  await command(owner, workshop.id, { type: 'setRole', participantId, role: 'participant' });
  // The server ends it, before this browser has heard of its own new role.
  await until('the notes are gone', () => tray.notes().length === 0);
  expect(changes).toBeGreaterThan(heard);
  // Asked for in vain: the server says no, and nothing breaks.
  tray.follow(true);
  tray.follow(false);
  await command(late.browser, workshop.id, { type: 'handIn', texts: ['kolmas'] });
  await command(owner, workshop.id, { type: 'setRole', participantId, role: 'cofacilitator' });
  tray.follow(true);
  await until('all three are here', () => tray.notes().length === 3);
  tray.close();
  expect(tray.notes()).toEqual([]);
});
