import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskBlobs } from './disk.ts';

describe('blobs on disk', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'talkoot-blobs-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const hash = 'ab'.repeat(32);

  test('keep bytes by hash, for this user only', async () => {
    const blobs = diskBlobs(join(dir, 'blobs'));
    expect(await blobs.get(hash)).toBeNull();
    await blobs.put(hash, new Uint8Array([1, 2, 3]));
    expect([...((await blobs.get(hash)) ?? [])]).toEqual([1, 2, 3]);
    const path = join(dir, 'blobs', 'ab', 'ab'.repeat(31));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('may be put twice at once and leave nothing else behind', async () => {
    const blobs = diskBlobs(dir);
    await Promise.all([1, 2, 3].map(() => blobs.put(hash, new Uint8Array(1000))));
    expect(await readdir(join(dir, 'ab'))).toEqual(['ab'.repeat(31)]);
  });

  test('are removed, also when they are not there', async () => {
    const blobs = diskBlobs(dir);
    await blobs.put(hash, new Uint8Array(1));
    await blobs.remove(hash);
    await blobs.remove(hash);
    expect(await blobs.get(hash)).toBeNull();
  });

  test.each(['', '../../etc/passwd', 'AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)}/x`])(
    'never take %j for a hash',
    async (wrong) => {
      const blobs = diskBlobs(dir);
      await expect((async () => blobs.get(wrong))()).rejects.toThrow('not a hash');
      await expect(blobs.put(wrong, new Uint8Array(1))).rejects.toThrow('not a hash');
    },
  );
});
