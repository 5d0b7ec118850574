import { LIMITS, type Refusal } from '@talkoot/protocol';
import type { Decoder } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Refusal of one update, thrown inside the gate and turned into an answer at its door. */
export class GateRefusal extends Error {
  readonly code: Refusal;
  readonly elementIds: readonly string[];
  constructor(code: Refusal, detail: string, elementIds: readonly string[] = []) {
    super(detail);
    this.code = code;
    this.elementIds = elementIds;
  }
}

export type Struct = Y.Item | Y.GC;

/** Structs of one client in a row, as they came. */
export interface Block {
  client: number;
  /** Clock of the first struct. */
  clock: number;
  /** Clock after the last struct. */
  end: number;
  structs: Struct[];
}

export interface DeleteRange {
  clock: number;
  len: number;
}

export interface DecodedUpdate {
  bytes: Uint8Array;
  blocks: Map<number, Block>;
  deletes: Map<number, DeleteRange[]>;
}

let lastDecoder: Decoder | null = null;

/** Tells where decoding ended: Yjs' own `decodeUpdate` accepts trailing bytes. */
class WatchedDecoder extends Y.UpdateDecoderV1 {
  constructor(decoder: Decoder) {
    super(decoder);
    lastDecoder = decoder;
  }
}

/** SPEC G1 to G3: limits, decoding and shape. Never touches a document. */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate {
  if (bytes.byteLength > LIMITS.updateBytes) throw new GateRefusal('tooLarge', 'update too large');
  const { structs, ds } = decodeBytes(bytes);
  return { bytes, blocks: toBlocks(structs), deletes: checkDeletes(ds.clients) };
}

function decodeBytes(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdateV2> {
  try {
    // The V1 decoder has the interface of V2's; Yjs itself passes it here.
    const decoded = Y.decodeUpdateV2(bytes, WatchedDecoder as unknown as typeof Y.UpdateDecoderV2);
    if (lastDecoder === null || lastDecoder.pos !== bytes.byteLength) {
      throw new GateRefusal('malformed', 'trailing bytes');
    }
    return decoded;
  } catch (error) {
    if (error instanceof GateRefusal) throw error;
    throw new GateRefusal('malformed', `does not decode: ${String(error)}`);
  } finally {
    lastDecoder = null;
  }
}

function toBlocks(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): Map<number, Block> {
  const blocks = new Map<number, Block>();
  let current = undefined as Block | undefined;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) throw new GateRefusal('malformed', 'skip');
    const { client, clock } = struct.id;
    if (!Number.isSafeInteger(client) || !Number.isSafeInteger(clock + struct.length) || struct.length < 1) {
      throw new GateRefusal('malformed', 'number out of range');
    }
    if (current === undefined || current.client !== client) {
      if (blocks.has(client)) throw new GateRefusal('malformed', 'client in two blocks');
      current = { client, clock, end: clock, structs: [] };
      blocks.set(client, current);
      if (blocks.size > LIMITS.updateClients) throw new GateRefusal('tooLarge', 'too many clients');
    }
    if (clock !== current.end) throw new GateRefusal('malformed', 'clocks not contiguous');
    current.structs.push(struct);
    current.end = clock + struct.length;
  }
  return blocks;
}

function checkDeletes(clients: Map<number, DeleteRange[]>): Map<number, DeleteRange[]> {
  let count = 0;
  for (const [client, ranges] of clients) {
    count += ranges.length;
    if (!Number.isSafeInteger(client)) throw new GateRefusal('malformed', 'number out of range');
    for (const { clock, len } of ranges) {
      if (len < 1 || !Number.isSafeInteger(clock + len)) throw new GateRefusal('malformed', 'empty delete');
    }
  }
  if (count > LIMITS.deleteRangesPerUpdate) throw new GateRefusal('tooLarge', 'too many deletes');
  return clients;
}

/**
 * Writes an update again with only these deletes: what the server has already is never stored or sent twice.
 * The bytes are those Yjs itself writes for the same structs.
 */
export function encodeUpdate(update: DecodedUpdate): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  writeVarUint(encoder, update.blocks.size);
  // Yjs writes higher client ids first.
  const blocks = [...update.blocks.values()].sort((a, b) => b.client - a.client);
  for (const block of blocks) {
    writeVarUint(encoder, block.structs.length);
    encoder.writeClient(block.client);
    writeVarUint(encoder, block.clock);
    for (const struct of block.structs) struct.write(encoder, 0);
  }
  writeVarUint(encoder, update.deletes.size);
  for (const [client, ranges] of update.deletes) {
    encoder.resetDsCurVal();
    writeVarUint(encoder, client);
    writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

function writeVarUint(encoder: Y.UpdateEncoderV1, value: number): void {
  encoding.writeVarUint(encoder.restEncoder, value);
}
