import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** An image to be encoded anew, in so many seconds. */
export interface ImageJob {
  bytes: Uint8Array;
  mediaType: ImageType;
  seconds: number;
}

/** What the process made of it, and how large it is now, in bytes. */
export type ImageAnswer = { rss: number } & (
  | { bytes: Uint8Array; width: number; height: number; problem?: undefined }
  | { problem: 'upload-too-large' | 'upload-broken' }
);

/** Longest that one image may take; the process has a little longer before it is killed. */
const SECONDS = 10;
/** A process that grew above this is not used again. */
const MOST_BYTES = 512 * 1024 * 1024;
/** A process without work ends after this. */
const IDLE_MS = 60_000;

const WORKER = join(import.meta.dirname, 'image-worker.ts');

const idle = new Map<ChildProcess, NodeJS.Timeout>();

/**
 * Encodes an image in another process, started when needed. A file that breaks the decoder, or takes it too long, ends
 * that process and nothing else: the answer is `upload-broken`. Rejects when no process can be started.
 */
export async function encodeApart(bytes: Uint8Array, mediaType: ImageType): Promise<ImageAnswer> {
  const child = takeIdle() ?? start();
  try {
    const answer = await ask(child, { bytes, mediaType, seconds: SECONDS });
    if (answer.rss > MOST_BYTES) child.kill('SIGKILL');
    else rest(child);
    return answer;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Processes that wait for work. */
export const idleProcesses = (): readonly ChildProcess[] => [...idle.keys()];

function start(): ChildProcess {
  // Nothing of our own environment: it may hold secrets.
  const env = { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };
  return fork(WORKER, { env, execArgv: [], serialization: 'advanced' });
}

async function ask(child: ChildProcess, job: ImageJob): Promise<ImageAnswer> {
  const over = new AbortController();
  const { signal } = over;
  const answer = once(child, 'message', { signal }).then(([message]) => message as ImageAnswer);
  const broken = Promise.race([once(child, 'exit', { signal }), sleep((SECONDS + 5) * 1000, null, { signal })]);
  // A process that ended meanwhile is told by `exit`, one that could not start by `error`.
  child.send(job, () => {});
  try {
    return await Promise.race([answer, broken.then((): ImageAnswer => ({ problem: 'upload-broken', rss: Infinity }))]);
  } finally {
    over.abort();
    for (const rest of [answer, broken]) rest.catch(() => {});
  }
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  const end = (): void => {
    idle.delete(child);
    child.kill();
  };
  idle.set(child, setTimeout(end, IDLE_MS).unref());
}

/** An idle process that still lives. */
function takeIdle(): ChildProcess | undefined {
  for (const [child, timer] of idle) {
    clearTimeout(timer);
    idle.delete(child);
    if (!child.connected) continue;
    child.ref();
    child.channel?.ref();
    return child;
  }
  return undefined;
}
