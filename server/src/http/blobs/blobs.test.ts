import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobView } from '@talkoot/protocol';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../../testing/test-server.ts';

const SECRET_PLACE = 'Salainen paikka';

const picture = (width = 60, height = 40): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

describe('images', () => {
  let server: TestServer;
  let browser: Browser;
  let id: string;
  beforeAll(async () => {
    server = await startTestServer();
    const workshop = await newWorkshop(server);
    id = workshop.id;
    browser = (await joinAs(server, workshop.joinCode, 'Eino')).browser;
  });
  afterAll(() => server.dispose());

  const upload = (file: Uint8Array, type = 'image/png', who = browser, workshopId = id): Promise<Answer> =>
    who.send('POST', `/api/v1/workshops/${workshopId}/blobs`, { body: file, headers: { 'content-type': type } });

  async function fetchBlob(url: string, who = browser): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const response = await fetch(server.base + url, { headers: { cookie: who.cookieHeader } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  test('lose everything but their pixels, and stand upright', async () => {
    const file = await picture()
      .withExif({
        IFD0: { Copyright: SECRET_PLACE, Artist: 'Aino' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { status, json } = await upload(file, 'image/jpeg');
    expect(status).toBe(201);
    expect(json).toMatchObject({ mediaType: 'image/jpeg', width: 40, height: 60 });
    const { bytes } = await fetchBlob(String(json.url));
    expect(bytes.includes(SECRET_PLACE)).toBe(false);
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
    expect(json.bytes).toBe(bytes.length);
  });

  test('have no EXIF left when there was some', async () => {
    const file = await picture()
      .withExif({ IFD0: { Copyright: SECRET_PLACE } })
      .png()
      .toBuffer();
    expect(file.includes(SECRET_PLACE)).toBe(true);
    const { json } = await upload(file);
    expect((await fetchBlob(String(json.url))).bytes.includes(SECRET_PLACE)).toBe(false);
  });

  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('are taken as %s, whatever they are called', async (format) => {
    const file = await picture().toFormat(format).toBuffer();
    const { status, json } = await upload(file, 'application/octet-stream');
    expect({ status, mediaType: json.mediaType }).toEqual({ status: 201, mediaType: `image/${format}` });
  });

  test.each(['gif', 'webp'] as const)('go on moving as %s', async (format) => {
    const frames = await Promise.all(
      ['red', 'green', 'blue'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const file = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const { json } = await upload(file, `image/${format}`);
    expect(json).toMatchObject({ width: 20, height: 10 });
    const { bytes } = await fetchBlob(String(json.url));
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(3);
  });

  test('are served so that nothing in them can run, and to people of the workshop only', async () => {
    const { json } = await upload(await picture().png().toBuffer());
    const url = String(json.url);
    const { status, headers } = await fetchBlob(url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('private');
    expect((await fetchBlob(url, server.browser())).status).toBe(401);
    const other = await newWorkshop(server);
    const stranger = await joinAs(server, other.joinCode, 'Vieras');
    expect([401, 404]).toContain((await fetchBlob(url, stranger.browser)).status);
    // The hash alone is no right: the other workshop has no grant for it.
    expect((await fetchBlob(url.replace(id, other.id), stranger.browser)).status).toBe(404);
    expect((await fetchBlob(url.replace(/[0-9a-f]{64}/, 'f'.repeat(64)))).status).toBe(404);
    expect((await fetchBlob(url.replace(/[0-9a-f]{64}/, '..%2f..%2fsecret'))).status).toBe(400);
  });

  test('are kept once and granted to each workshop that has them', async () => {
    const file = await picture(33, 33).png().toBuffer();
    const first = (await upload(file)).json as unknown as BlobView;
    const other = await newWorkshop(server);
    const owner = await server.owner();
    const second = (await upload(file, 'image/png', owner, other.id)).json as unknown as BlobView;
    expect(second.hash).toBe(first.hash);
    expect(await server.services.store.workshops.grants(other.id)).toEqual([first.hash]);
    expect(existsSync(join(server.dataDir, 'blobs', first.hash.slice(0, 2), first.hash.slice(2)))).toBe(true);
  });

  test('are shown by another workshop to whoever is in both, and only what the first may show', async () => {
    const owner = await server.owner();
    const [source, target] = [await newWorkshop(server), await newWorkshop(server)];
    const { json } = await upload(await picture(21, 22).png().toBuffer(), 'image/png', owner, source.id);
    const hash = String(json.hash);
    const adopt = (who: Browser, hashes: string[]): Promise<Answer> =>
      who.send('POST', `/api/v1/workshops/${target.id}/blobs/adopt`, { body: { from: source.id, hashes } });
    const guest = await joinAs(server, target.joinCode, 'Veera');
    expect((await adopt(guest.browser, [hash])).status).toBe(401);
    expect(await server.services.store.workshops.grants(target.id)).toEqual([]);
    expect((await adopt(owner, [hash, 'f'.repeat(64)])).json).toEqual({ granted: 1 });
    expect(await server.services.store.workshops.grants(target.id)).toEqual([hash]);
    expect((await adopt(owner, [hash])).json).toEqual({ granted: 1 });
    expect((await fetchBlob(`/api/v1/workshops/${target.id}/blobs/${hash}`, guest.browser)).status).toBe(200);
  });

  test('are removed when no workshop has a grant for them', async () => {
    const workshop = await newWorkshop(server);
    const owner = await server.owner();
    const { json } = await upload(await picture(17, 19).png().toBuffer(), 'image/png', owner, workshop.id);
    const hash = String(json.hash);
    const path = join(server.dataDir, 'blobs', hash.slice(0, 2), hash.slice(2));
    expect(existsSync(path)).toBe(true);
    await server.services.store.db.deleteFrom('workshop').where('id', '=', workshop.id).execute();
    expect(await server.services.blobs.sweep()).toBe(1);
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    ['TIFF', 'II*\0'],
  ])('are not %s', async (_what, words) => {
    expect((await upload(new TextEncoder().encode(words))).json).toMatchObject({ code: 'upload-type' });
    expect((await upload(new TextEncoder().encode(words || 'x'), 'image/svg+xml')).json).toMatchObject({
      code: 'upload-type',
    });
  });

  test('are refused when they are broken', async () => {
    const whole = await picture(300, 300).png().toBuffer();
    for (const file of [whole.subarray(0, 60), Buffer.concat([whole.subarray(0, 8), Buffer.alloc(500)])]) {
      expect(await upload(file)).toMatchObject({ status: 422, json: { code: 'upload-broken' } });
    }
  });

  test('are refused when they unpack to more than forty megapixels', async () => {
    const bomb = await picture(8_000, 5_001).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await upload(bomb)).toMatchObject({ status: 413, json: { code: 'upload-too-large' } });
    const frames = await Promise.all(
      Array.from({ length: 11 }, (_, count) =>
        sharp({ create: { width: 2_000, height: 2_000, channels: 3, background: { r: count * 20, g: 0, b: 0 } } })
          .png()
          .toBuffer(),
      ),
    );
    const many = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await upload(many, 'image/gif')).toMatchObject({ status: 413, json: { code: 'upload-too-large' } });
  }, 60_000);

  test('are refused above ten megabytes', async () => {
    const file = Buffer.concat([await picture().png().toBuffer(), Buffer.alloc(10 * 1024 * 1024)]);
    expect(await upload(file)).toMatchObject({ status: 413, json: { code: 'upload-too-large' } });
  });

  test('are added by those who may write', async () => {
    const workshop = await newWorkshop(server);
    const file = await picture().png().toBuffer();
    const owner = await server.owner();
    const guest = await joinAs(server, workshop.joinCode, 'Helmi');
    expect((await upload(file, 'image/png', server.browser(), workshop.id)).status).toBe(401);
    await command(owner, workshop.id, {
      type: 'setRole',
      participantId: guest.joined.participant.id,
      role: 'observer',
    });
    expect((await upload(file, 'image/png', guest.browser, workshop.id)).json).toMatchObject({ code: 'not-allowed' });
    await command(owner, workshop.id, { type: 'close', now: true });
    expect((await upload(file, 'image/png', owner, workshop.id)).json).toMatchObject({ code: 'workshop-closed' });
  });
});
