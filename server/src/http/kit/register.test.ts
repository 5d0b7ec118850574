import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../log.ts';
import { ProblemError } from '../../problem.ts';
import { StoreConflict, StoreUnavailable } from '../../storage/port.ts';
import { Browser } from '../../testing/browser.ts';
import { problemHandler } from './problems.ts';
import { registerRoutes } from './register.ts';
import { type Route, route } from './route.ts';

const failing = (path: string, error: unknown): Route =>
  route({
    method: 'get',
    path,
    summary: path,
    handle: () => {
      throw error;
    },
  });

const ROUTES: Route[] = [
  route({
    method: 'post',
    path: '/things/:id',
    summary: 'Everything parsed',
    params: z.object({ id: z.string().regex(/^\d+$/).transform(Number) }),
    query: z.object({ page: z.coerce.number().int().default(1) }),
    body: z.object({ name: z.string().trim().min(1) }),
    answer: z.object({ id: z.number(), page: z.number(), name: z.string() }),
    status: 201,
    handle: ({ params, query, body }) => ({ ...params, ...query, ...body, secret: 'not described' }),
  }),
  route({ method: 'delete', path: '/things/:id', summary: 'No answer', handle: () => undefined }),
  route({
    method: 'get',
    path: '/lies',
    summary: 'Answers something else than it says',
    answer: z.object({ id: z.number() }),
    handle: () => ({ id: 'one' }) as unknown as { id: number },
  }),
  route({
    method: 'post',
    path: '/files',
    summary: 'Bytes',
    accepts: ['image/png'],
    answer: z.object({ length: z.number() }),
    handle: ({ request }) => ({ length: (request.body as Buffer).length }),
  }),
  failing('/problem', new ProblemError('workshop-closed', { detail: 'said for developers', retryAfter: 2.5 })),
  failing('/away', new StoreUnavailable('busy')),
  failing('/conflict', new StoreConflict('UNIQUE constraint failed')),
  failing('/broken', new Error('what Aino wrote')),
];

describe('declared routes', () => {
  let server: Server;
  let browser: Browser;
  let log = '';
  beforeAll(async () => {
    const app = express();
    app.use('/api/v1', registerRoutes(ROUTES));
    const lines = (line: string): void => {
      log += line;
    };
    app.use(problemHandler(createLog({ logLevel: 'trace' }, { write: lines })));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = new Browser(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterAll(() => {
    server.close();
  });

  test('hand parsed values over and answer only what is described', async () => {
    expect(await browser.post('/things/7?page=3', { name: ' Aino ', extra: 1 }, 201)).toEqual({
      id: 7,
      page: 3,
      name: 'Aino',
    });
    expect(await browser.post('/things/7', { name: 'x' }, 201)).toMatchObject({ page: 1 });
  });

  test('say where the input does not parse', async () => {
    const paths = async (path: string, body: unknown): Promise<string[]> =>
      ((await browser.post(path, body, 400)).errors as { path: string }[]).map((error) => error.path);
    expect(await paths('/things/x', { name: 'y' })).toEqual(['path.id']);
    expect(await paths('/things/1?page=z', { name: 'y' })).toEqual(['query.page']);
    expect(await paths('/things/1', { name: '' })).toEqual(['body.name']);
    expect(await paths('/things/1', [])).toEqual(['body']);
  });

  test('answer nothing with 204, and let nobody keep answers', async () => {
    const { status, headers, text } = await browser.send('DELETE', '/api/v1/things/1');
    expect({ status, text, cache: headers.get('cache-control') }).toEqual({ status: 204, text: '', cache: 'no-store' });
  });

  test('take only the media types they name', async () => {
    const png = { body: new Uint8Array(5), headers: { 'content-type': 'image/png' } };
    expect((await browser.send('POST', '/api/v1/files', png)).json).toEqual({ length: 5 });
    expect(
      (await browser.send('POST', '/api/v1/files', { ...png, headers: { 'content-type': 'text/html' } })).status,
    ).toBe(415);
    expect((await browser.send('POST', '/api/v1/things/1', { ...png })).status).toBe(400);
    expect((await browser.send('POST', '/api/v1/things/1', {})).status).toBe(400);
  });

  test('refuse a JSON body that is larger than any honest one', async () => {
    expect(await browser.post('/things/1', { name: 'x'.repeat(300_000) }, 413)).toMatchObject({ status: 413 });
  });

  test("turn what is thrown into problems: ours, the store's, and our mistakes without their words", async () => {
    const closed = await browser.send('GET', '/api/v1/problem');
    expect(closed.json).toMatchObject({
      status: 409,
      code: 'workshop-closed',
      detail: 'said for developers',
      retryAfter: 2.5,
    });
    expect(closed.headers.get('retry-after')).toBe('3');
    const away = await browser.send('GET', '/api/v1/away');
    expect(away.json).toMatchObject({ status: 503, code: 'store-away', retryAfter: 2 });
    expect(await browser.get('/conflict', 409)).toMatchObject({ code: 'conflict' });
    const broken = await browser.send('GET', '/api/v1/broken');
    expect(broken.json).toMatchObject({ status: 500, code: 'server-error' });
    expect(broken.text).not.toContain('Aino');
    await browser.get('/lies', 500);
    expect(log).toContain('/broken');
    expect(log).not.toContain('"route":"/conflict"');
  });

  test('call an address that cannot be decoded what it is', async () => {
    expect((await browser.send('DELETE', '/api/v1/things/%E0%A4%A')).status).toBe(400);
  });
});
