import { randomInt } from 'node:crypto';
import type { KindRegistry, Size } from '@talkoot/board';
import { CODE_ALPHABET, CODE_LENGTH, type Language } from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { RehearsalMark, Store } from '../storage/port.ts';
import type { SyncMetrics } from './metrics.ts';
import type { SocketAuth } from './port.ts';

/** Everything random comes from here, so that a test can make it repeatable. */
export interface Ids {
  element(): string;
  clientId(): number;
  /** Eight characters, without the dash. */
  joinCode(): string;
}

/** A kind of element for plain words, with the looks it begins with. */
export interface NoteModel {
  kind: string;
  defaults: { size: Size; fields: Readonly<Record<string, unknown>> };
}

/** What live workshops work with. */
export interface HostDeps {
  store: Store;
  auth: SocketAuth;
  kinds: KindRegistry;
  /** What plain words become on a board. */
  note: NoteModel;
  /** What holds the work of a group when it comes to the board. */
  frame: { kind: string; fields: Readonly<Record<string, unknown>> };
  /** A group's name in a language; those that nobody named are numbered. */
  groupName(name: string, language: Language): string;
  log: Logger;
  metrics: SyncMetrics;
  clock: { now(): number };
  ids: Ids;
  /** Build of the client bundle, told to browsers. */
  build: string;
}

/** The time of a workshop: the server's, or one that runs faster in a rehearsal from its beginning on. */
export function sessionClock({ now }: HostDeps['clock'], rehearsal: RehearsalMark | null): () => number {
  if (!rehearsal) return now;
  const { begunAt, speed } = rehearsal;
  return () => Math.round(begunAt + (now() - begunAt) * speed);
}

export const randomIds: Ids = {
  element: () => nanoid(16),
  clientId: () => randomInt(1, 2 ** 32),
  joinCode: () => Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(''),
};
