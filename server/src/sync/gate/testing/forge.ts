import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Updates written struct by struct, for what no honest client would send. */
export interface Forged {
  client: number;
  clock: number;
  structs: ForgedStruct[];
}

export type ForgedStruct =
  | { gc: number }
  | { skip: number }
  | {
      origin?: [number, number];
      right?: [number, number];
      parent?: string | [number, number];
      sub?: string;
      content: Y.Item['content'];
    };

/** Encodes forged blocks and deletes in Yjs' own format. */
export function forge(
  blocks: readonly Forged[],
  deletes: Record<number, [clock: number, len: number][]> = {},
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  encoding.writeVarUint(rest, blocks.length);
  for (const { client, clock, structs } of blocks) {
    encoding.writeVarUint(rest, structs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  const ids = Object.entries(deletes);
  encoding.writeVarUint(rest, ids.length);
  for (const [client, ranges] of ids) {
    encoding.writeVarUint(rest, Number(client));
    encoding.writeVarUint(rest, ranges.length);
    for (const [clock, len] of ranges) {
      encoding.writeVarUint(rest, clock);
      encoding.writeVarUint(rest, len);
    }
  }
  return encoder.toUint8Array();
}

function writeStruct(encoder: Y.UpdateEncoderV1, struct: ForgedStruct): void {
  if ('gc' in struct) {
    encoder.writeInfo(0);
    encoder.writeLen(struct.gc);
    return;
  }
  if ('skip' in struct) {
    encoder.writeInfo(10);
    encoding.writeVarUint(encoder.restEncoder, struct.skip);
    return;
  }
  const { origin, right, parent, sub, content } = struct;
  const info = content.getRef() | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub === undefined ? 0 : 0x20);
  encoder.writeInfo(info);
  if (origin) encoder.writeLeftID(Y.createID(...origin));
  if (right) encoder.writeRightID(Y.createID(...right));
  if (!origin && !right) {
    if (typeof parent === 'string') {
      encoder.writeParentInfo(true);
      encoder.writeString(parent);
    } else if (parent) {
      encoder.writeParentInfo(false);
      encoder.writeLeftID(Y.createID(...parent));
    }
    if (sub !== undefined) encoder.writeString(sub);
  }
  content.write(encoder, 0);
}

export const any = (...values: unknown[]): Y.ContentAny => new Y.ContentAny(values);
export const words = (text: string): Y.ContentString => new Y.ContentString(text);
export const map = (): Y.ContentType => new Y.ContentType(new Y.Map());
export const text = (): Y.ContentType => new Y.ContentType(new Y.Text());
export const gone = (length = 1): Y.ContentDeleted => new Y.ContentDeleted(length);
