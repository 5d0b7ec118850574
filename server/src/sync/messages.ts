import { MESSAGE } from '@talkoot/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Kinds of y-protocols' sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

export type Incoming =
  | { kind: 'step1'; stateVector: Uint8Array }
  /** `full`: an answer to our SyncStep1, with all that the server lacked. */
  | { kind: 'update'; update: Uint8Array; full: boolean }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'queryAwareness' }
  /** What is the time? */
  | { kind: 'time'; number: number };

/** Reads one socket message; null for what no client of ours or of y-websocket sends. Never throws. */
export function readMessage(bytes: Uint8Array): Incoming | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const message = readBody(decoder);
    return message && !decoding.hasContent(decoder) ? message : null;
  } catch {
    // lib0 throws on every kind of short or overlong input; the caller closes the socket.
    return null;
  }
}

function readBody(decoder: decoding.Decoder): Incoming | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryAwareness:
      return { kind: 'queryAwareness' };
    case MESSAGE.time:
      return { kind: 'time', number: decoding.readVarUint(decoder) };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Incoming | null {
  const type = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (type === SYNC.step1) return { kind: 'step1', stateVector: payload };
  // An answer to our step 1 is judged like any other update.
  const full = type === SYNC.step2;
  return full || type === SYNC.update ? { kind: 'update', update: payload, full } : null;
}

/** One sync message of y-protocols. */
export function syncMessage(type: (typeof SYNC)[keyof typeof SYNC], payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

/** The server's question: what of this state does the other side lack, and what does it have beyond it? */
export function step1(stateVector: Uint8Array): Uint8Array {
  return syncMessage(SYNC.step1, stateVector);
}

/** One of our own messages: a number and JSON. */
export function jsonMessage(type: number, value: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(value));
  return encoding.toUint8Array(encoder);
}

export interface PresenceEntry {
  clientId: number;
  clock: number;
  /** JSON text; `null` when the person left. */
  json: string;
}

/** An awareness message of y-protocols; with no entries it only keeps a quiet socket alive. */
export function awarenessMessage(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(inner, entry.clientId);
    encoding.writeVarUint(inner, entry.clock);
    encoding.writeVarString(inner, entry.json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** Reads the inside of an awareness message. Throws on what is none. */
export function readAwareness(payload: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  const entries: PresenceEntry[] = [];
  for (let index = 0; index < count; index++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ clientId, clock, json: decoding.readVarString(decoder) });
  }
  return entries;
}
