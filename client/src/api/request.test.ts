import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { problemCode } from './problem.ts';
import { request, requestNothing } from './request.ts';

const Answer = z.object({ title: z.string() });

function serverAnswers(status: number, body: unknown): void {
  vi.stubGlobal('fetch', async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'no problem',
    (error: unknown) => problemCode(error),
  );
}

afterEach(() => vi.unstubAllGlobals());

test('an answer is parsed by its schema', async () => {
  serverAnswers(200, { title: 'Syksy', more: 1 });
  expect(await request('GET', '/x', Answer)).toEqual({ title: 'Syksy' });
  serverAnswers(200, { name: 'Syksy' });
  expect(await codeOf(request('GET', '/x', Answer))).toBe('server-error');
});

test('a problem document gives its code', async () => {
  serverAnswers(404, { type: 'about:blank', title: 'No', status: 404, code: 'code-unknown' });
  expect(await codeOf(requestNothing('POST', '/x', {}))).toBe('code-unknown');
});

test('no answer, or one of a gateway, means the server is away', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await codeOf(requestNothing('GET', '/x'))).toBe('unreachable');
  serverAnswers(502, '<html>Bad gateway</html>');
  expect(await codeOf(requestNothing('GET', '/x'))).toBe('unreachable');
  serverAnswers(500, '<html>Oops</html>');
  expect(await codeOf(requestNothing('GET', '/x'))).toBe('server-error');
});
