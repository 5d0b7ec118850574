import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LIMITS } from '@talkoot/protocol';
import { ProblemError } from '../problem.ts';
import type { NewVersion, VersionStore } from '../storage/port.ts';
import { outlived } from './thinning.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Its state packed for the store, in a thread of Node's own. */
export async function packed(version: NewVersion): Promise<NewVersion> {
  return { ...version, state: await compress(version.state) };
}

/** A stored state as the Yjs update that it is. */
export async function unpacked(state: Uint8Array): Promise<Buffer> {
  return await decompress(state);
}

/** Throws `versions-full` when no more versions can have a name. */
export async function mayName(versions: VersionStore, workshopId: string): Promise<void> {
  if ((await versions.countNamed(workshopId)) < LIMITS.versionsNamed) return;
  throw new ProblemError('versions-full', `at most ${LIMITS.versionsNamed} versions have a name`);
}

/** Removes the versions whose time is over. */
export async function thin(versions: VersionStore, workshopId: string): Promise<void> {
  await versions.remove(workshopId, outlived(await versions.unnamed(workshopId)));
}
