import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { idleProcesses } from './image-process.ts';
import { cleanImage, imageType } from './images.ts';

const picture = (background: string, width = 30, height = 20) =>
  sharp({ create: { width, height, channels: 4, background } });

describe('imageType', () => {
  test('goes by the first bytes', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'gif'] as const) {
      expect(imageType(await picture('red').toFormat(format).toBuffer())).toBe(`image/${format}`);
    }
    for (const format of ['tiff', 'avif'] as const) {
      expect(imageType(await picture('red').toFormat(format).toBuffer())).toBeNull();
    }
    for (const words of ['', 'GIF', 'RIFF1234WAVE', '<svg/>', '\xff\xd8']) {
      expect(imageType(Buffer.from(words, 'latin1'))).toBeNull();
    }
  });
});

describe('cleanImage', () => {
  test('keeps size, pixels and transparency', async () => {
    const { bytes, mediaType, width, height } = await cleanImage(await picture('#33669980').png().toBuffer());
    expect({ mediaType, width, height }).toEqual({ mediaType: 'image/png', width: 30, height: 20 });
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 4)]).toEqual([0x33, 0x66, 0x99, 0x80]);
  });

  test('gives the same bytes for the same picture, whatever was written beside it', async () => {
    const plain = await picture('green').png().toBuffer();
    const noted = await picture('green')
      .withExif({ IFD0: { Artist: 'Aino' } })
      .png()
      .toBuffer();
    expect(Buffer.compare((await cleanImage(plain)).bytes, (await cleanImage(noted)).bytes)).toBe(0);
  });

  test('drops what is stuck to the end of a file', async () => {
    const file = Buffer.concat([await picture('blue').png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect(Buffer.from((await cleanImage(file)).bytes).includes('script')).toBe(false);
  });

  test('works through many at once', async () => {
    const file = await picture('blue', 400, 400).jpeg().toBuffer();
    const broken = file.subarray(0, 200);
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => cleanImage(index % 3 === 0 ? broken : file)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'upload-broken' });
    }
  });

  test('goes on when the process that decodes dies, at work or idle', async () => {
    const file = await picture('blue', 3_000, 3_000).png().toBuffer();
    await cleanImage(file);
    const [first] = idleProcesses();
    const work = cleanImage(file);
    first?.kill('SIGKILL');
    await expect(work).rejects.toMatchObject({ code: 'upload-broken' });
    await cleanImage(file);
    const [second] = idleProcesses();
    expect(second?.pid).not.toBe(first?.pid);
    const ended = new Promise((resolve) => second?.once('exit', resolve));
    second?.kill('SIGKILL');
    await ended;
    expect((await cleanImage(file)).width).toBe(3_000);
  });

  test('refuses a picture that claims more pixels than it has', async () => {
    const file = await picture('red').png().toBuffer();
    file.writeUInt32BE(60_000, 16);
    file.writeUInt32BE(60_000, 20);
    await expect(cleanImage(file)).rejects.toMatchObject({
      code: expect.stringMatching(/^upload-(too-large|broken)$/),
    });
  });
});
