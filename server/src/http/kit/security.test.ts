import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const SCRIPT = `export const words = '${'talkoot '.repeat(500)}';\n`;

/** A client that is built enough to be served. */
async function builtClient(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'talkoot-client-'));
  await mkdir(join(dir, 'assets'));
  await writeFile(
    join(dir, 'index.html'),
    '<!doctype html><meta name="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" type="module" src="/assets/app-1a2b.js"></script>',
  );
  await writeFile(join(dir, 'assets', 'app-1a2b.js'), SCRIPT);
  await writeFile(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return dir;
}

/** One answer as it comes over the wire, not decompressed. */
function raw(
  base: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ headers: Record<string, unknown>; body: Buffer; status: number }> {
  return new Promise((resolve, reject) => {
    request(base + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ headers: response.headers, body: Buffer.concat(chunks), status: response.statusCode ?? 0 }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('what is served to browsers', () => {
  let server: TestServer;
  let clientDir: string;
  beforeAll(async () => {
    clientDir = await builtClient();
    server = await startTestServer({ clientDir });
  });
  afterAll(async () => {
    await server.dispose();
    await rm(clientDir, { recursive: true });
  });

  const policyOf = (headers: Headers): Record<string, string[]> =>
    Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        return [name, sources];
      }),
    );

  test('pages carry the nonce that their policy names, a new one each time', async () => {
    const seen = new Set<string>();
    for (const path of ['/', '/join/ABCD-EFGH', '/w/some-workshop']) {
      const { text, headers, status } = await server.browser().send('GET', path, { headers: { accept: 'text/html' } });
      expect(status).toBe(200);
      const nonces = [...text.matchAll(/nonce="([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(nonces).toHaveLength(2);
      expect(new Set(nonces).size).toBe(1);
      expect(policyOf(headers)['script-src']).toEqual(["'self'", `'nonce-${nonces[0]}'`]);
      expect(headers.get('cache-control')).toBe('no-store');
      seen.add(nonces[0] ?? '');
    }
    expect(seen.size).toBe(3);
  });

  test('the policy lets nothing in that we do not ship', async () => {
    const { headers } = await server.browser().send('GET', '/', { headers: { accept: 'text/html' } });
    const host = new URL(server.base).host;
    const policy = policyOf(headers);
    expect(policy).toMatchObject({
      'default-src': ["'none'"],
      'style-src-attr': ["'none'"],
      'img-src': ["'self'", 'blob:', 'data:'],
      'connect-src': ["'self'", `ws://${host}`, `wss://${host}`],
      'worker-src': ["'self'", 'blob:'],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    });
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).not.toHaveProperty('upgrade-insecure-requests');
  });

  test('a made-up host does not get into the policy', async () => {
    const { headers } = await raw(server.base, '/healthz', { host: "x; script-src 'unsafe-inline'" });
    expect(String(headers['content-security-policy'])).not.toContain('unsafe');
  });

  test('other headers: no referrer, no sniffing, no framing, no name of the software', async () => {
    const { headers } = await server.browser().send('GET', '/');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.has('x-powered-by')).toBe(false);
    // Over plain http these two would lock people out or do nothing.
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('cross-origin-opener-policy')).toBe(false);
  });

  test('hashed files are kept for ever and sent compressed', async () => {
    const plain = await raw(server.base, '/assets/app-1a2b.js', {});
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['content-type']).toMatch(/^text\/javascript/);
    expect(plain.body.toString()).toBe(SCRIPT);
    const brotli = await raw(server.base, '/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.body.length).toBeLessThan(SCRIPT.length / 5);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    const gzip = await raw(server.base, '/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    const again = await raw(server.base, '/assets/app-1a2b.js', { 'if-none-match': String(plain.headers.etag) });
    expect(again.status).toBe(304);
  });

  test('files that may change are asked for again', async () => {
    const { headers } = await raw(server.base, '/icon.svg', {});
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  test('what is missing is missing, and folders above are out of reach', async () => {
    for (const path of [
      '/assets/gone-1a2b.js',
      '/favicon.ico',
      '/api/v1/nothing',
      '/index.html',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
    ]) {
      expect((await raw(server.base, path, { accept: '*/*' })).status).toBe(404);
    }
  });
});

describe('behind https', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ env: { PUBLIC_URL: 'https://talkoot.example.org' } });
  });
  afterAll(() => server.dispose());

  test('browsers are held to https, and sockets too', async () => {
    const { headers } = await server.browser().send('GET', '/healthz');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toMatch(/connect-src 'self' wss:\/\/127[^ ]+;/);
  });

  test('only pages of the public address may change anything', async () => {
    const body = { code: 'ABCDEFGH', name: 'Eino' };
    const browser = server.browser();
    expect((await browser.send('POST', '/api/v1/join', { body })).json).toMatchObject({ code: 'origin-refused' });
    const headers = { origin: 'https://talkoot.example.org' };
    expect((await browser.send('POST', '/api/v1/join', { body, headers })).json).toMatchObject({
      code: 'code-unknown',
    });
  });

  test('a server whose browser app is not built says what to do', async () => {
    const { status, text } = await server.browser().send('GET', '/', { headers: { accept: 'text/html' } });
    expect(status).toBe(503);
    expect(text).toContain('npm start');
  });
});
