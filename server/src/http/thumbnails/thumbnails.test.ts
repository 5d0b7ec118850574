import type { WorkshopView } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

/** The picture as a browser asks for it. */
function look(id: string, browser: Browser, more: { scheme?: string; etag?: string } = {}): Promise<Answer> {
  const { scheme = 'light', etag } = more;
  const headers = etag ? { 'if-none-match': etag } : {};
  return browser.send('GET', `/api/v1/workshops/${id}/thumbnail?scheme=${scheme}`, { headers });
}

test('a member sees the board from afar, and again only when it changed', async () => {
  const workshop = await newWorkshop(server, { templateId: 'sailboat' });
  const owner = await server.owner();
  const answer = await look(workshop.id, owner);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('image/svg+xml');
  expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  const picture = answer.text;
  expect(picture).toMatch(/^<svg .*<\/svg>$/s);
  expect(picture.match(/<g /g)?.length).toBeGreaterThan(3);
  const etag = answer.headers.get('etag') ?? '';
  expect((await look(workshop.id, owner, { etag })).status).toBe(304);
  const dark = await look(workshop.id, owner, { scheme: 'dark', etag });
  expect(dark.status).toBe(200);
  expect(dark.text).not.toBe(picture);

  // The command makes the document live and changes it.
  const before = server.ahead;
  server.ahead += 20_000;
  await command(owner, workshop.id, { type: 'setRules', rules: { ...workshop.rules, edit: 'all' } });
  const changed = await look(workshop.id, owner, { etag });
  server.ahead = before;
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(etag);
});

test('an empty board has a picture too', async () => {
  const workshop = await newWorkshop(server);
  const owner = await server.owner();
  expect((await look(workshop.id, owner)).text).toContain('stroke-dasharray');
});

test('who may not read the board does not see it', async () => {
  const workshop = await newWorkshop(server, { templateId: 'sailboat' });
  expect((await look(workshop.id, server.browser())).status).toBe(401);
  const other = await newWorkshop(server);
  const { browser } = await joinAs(server, other.joinCode, 'Ville');
  expect((await look(workshop.id, browser)).status).not.toBe(200);
  expect((await look(other.id, browser)).status).toBe(200);

  const draft = await newWorkshop(server, { draft: true });
  const waiting = await joinAs(server, draft.joinCode, 'Kaisa');
  expect((await waiting.browser.get<WorkshopView>(`/workshops/${draft.id}`)).participant?.status).toBe('lobby');
  expect((await look(draft.id, waiting.browser)).status).toBe(403);
});

test('many at once draw a board once', async () => {
  const workshop = await newWorkshop(server, { templateId: 'sailboat' });
  const pictures = await Promise.all(
    Array.from({ length: 10 }, () => server.services.thumbnails.of(workshop.id).then((one) => one.pictures)),
  );
  expect(new Set(pictures).size).toBe(1);
});
