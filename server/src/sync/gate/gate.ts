import { type KindRegistry, type Place, wouldCycle } from '@talkoot/board';
import { LIMITS, type Refusal } from '@talkoot/protocol';
import {
  type Actor,
  type BoardView,
  type Change,
  decide,
  DocumentView,
  mayWriteAtAll,
  type RightsContext,
} from '@talkoot/rights';
import * as Y from 'yjs';
import { liveMap, toChanges } from './changes.ts';
import { type DecodedUpdate, decodeUpdate, encodeUpdate, GateRefusal } from './decode.ts';
import { collectEffects } from './effects.ts';
import { checkPairs } from './pairs.ts';
import { Resolver } from './resolve.ts';
import { checkOrder, withoutKnown, withoutKnownDeletes } from './structure.ts';

/** One set of rights an update may be judged by: those in force, or milder ones during a grace. */
export interface Judgement {
  context: RightsContext;
  /** Locks that do not count yet. */
  ignoreLocks?: ReadonlySet<string>;
  /** During the longer grace only words in these elements are taken. */
  onlyWordsIn?: (elementId: string) => boolean;
}

/** What the gate asks of the room besides the document. */
export interface GateRoom {
  doc: Y.Doc;
  kinds: KindRegistry;
  /** Participant who owns a client id; undefined when nobody does yet. */
  leaseOf(client: number): string | undefined;
  deleted: BoardView['deleted'];
  /** Elements and Yjs structs in the document now. */
  elementCount: number;
  structCount: number;
  /** The first is what is in force; the others are graces. */
  judgements: readonly Judgement[];
}

export type GateAnswer =
  | { ok: false; code: Refusal; elementIds: string[]; detail: string }
  | {
      ok: true;
      /** What to apply; null when the server has it all. */
      bytes: Uint8Array | null;
      changes: Change[];
      /** Client ids leased by this update. */
      leases: number[];
      /** Elements, already deleted, in which something landed. */
      lost: string[];
      /** Yjs structs that come. */
      structs: number;
    };

/**
 * Judges one update on the document as it stands, before anything is applied. Synchronous: between the answer and
 * the apply nothing may happen. Rules G1 to G14 of SPEC.md beside this file. Never throws.
 */
export function judge(bytes: Uint8Array, actor: Actor, room: GateRoom): GateAnswer {
  try {
    return judgeOrThrow(bytes, actor, room);
  } catch (error) {
    if (error instanceof GateRefusal) {
      return { ok: false, code: error.code, elementIds: [...error.elementIds], detail: error.message };
    }
    // Whatever else goes wrong inside is the update's fault: nothing was applied yet.
    return { ok: false, code: 'malformed', elementIds: [], detail: String(error) };
  }
}

function judgeOrThrow(bytes: Uint8Array, actor: Actor, room: GateRoom): GateAnswer {
  const decoded = decodeUpdate(bytes);
  const unknown = withoutKnown(decoded, room.doc);
  const { update, changed } = withoutKnownDeletes(unknown, room.doc);
  if (update.blocks.size === 0 && update.deletes.size === 0) {
    return { ok: true, bytes: null, changes: [], leases: [], lost: [], structs: 0 };
  }
  const barred = mayWriteAtAll(actor.role, strictest(room));
  if (barred) {
    // Yjs tidies format marks in everybody's copy, readers' too; from them it is not needed.
    const tidies = update.blocks.size === 0 && changesOf(update, room).changes.length === 0;
    if (tidies) return { ok: true, bytes: null, changes: [], leases: [], lost: [], structs: 0 };
    throw new GateRefusal(barred, 'may write nothing here');
  }
  const leases = checkLeases(update, actor, room);
  checkOrder(update, room.doc);
  const { changes, lost } = changesOf(update, room);
  const structs = checkCount(update, changes, room);
  checkRights(changes, actor, room);
  checkCycles(changes, room);
  return {
    ok: true,
    bytes: changed ? encodeUpdate(update) : update.bytes,
    changes,
    leases,
    lost,
    structs,
  };
}

function changesOf(update: DecodedUpdate, room: GateRoom): { changes: Change[]; lost: string[] } {
  const resolver = new Resolver(room.doc, update);
  checkPairs(update, room.doc, resolver);
  const effects = collectEffects(update, room.doc, resolver);
  return { changes: toChanges(update, effects, resolver, room.doc, room.kinds), lost: [...effects.lost] };
}

function strictest(room: GateRoom): RightsContext {
  const [first] = room.judgements;
  if (!first) throw new Error('no rights in force');
  return first.context;
}

/** SPEC G5: structs only under ids of one's own; an id nobody has is leased at first use. */
function checkLeases(update: DecodedUpdate, actor: Actor, room: GateRoom): number[] {
  const leases: number[] = [];
  for (const client of update.blocks.keys()) {
    const owner = room.leaseOf(client);
    if (owner === actor.participantId) continue;
    if (owner !== undefined || Y.getState(room.doc.store, client) > 0) {
      throw new GateRefusal('foreignClient', 'client id of somebody else');
    }
    leases.push(client);
  }
  return leases;
}

/** SPEC G1: what a document may hold; the number of structs that come. */
function checkCount(update: DecodedUpdate, changes: readonly Change[], room: GateRoom): number {
  let structs = 0;
  for (const block of update.blocks.values()) structs += block.structs.length;
  if (structs > 0 && room.structCount + structs > LIMITS.structsPerRoom) {
    throw new GateRefusal('tooLarge', 'the document is full');
  }
  const growth = changes.filter((change) => change.type === 'create').length;
  if (growth > 0 && room.elementCount + growth > LIMITS.elementsPerRoom) {
    throw new GateRefusal('tooLarge', 'too many elements');
  }
  return structs;
}

/** SPEC G12: every change is asked on the state before the update; one refusal refuses it whole. */
function checkRights(changes: readonly Change[], actor: Actor, room: GateRoom): void {
  const deletedHere = new Set<string>();
  const coming = new Map<string, Place>();
  for (const change of changes) {
    if (change.type === 'delete') deletedHere.add(change.id);
    else if (change.type === 'create' && change.fields.place) coming.set(change.id, change.fields.place as Place);
  }
  for (const change of changes) {
    let reason: Refusal | null = null;
    for (const judgement of room.judgements) {
      if (judgement.onlyWordsIn && !(change.type === 'text' && judgement.onlyWordsIn(change.id))) continue;
      const view = new DocumentView(room.doc, room.deleted, {
        ignoreLocks: judgement.ignoreLocks,
        replacing: change.type === 'create' && deletedHere.has(change.id) ? change.id : undefined,
        replacedBy: actor.participantId,
        coming,
      });
      const verdict = decide(change, actor, judgement.context, view);
      if (verdict.allowed) {
        reason = null;
        break;
      }
      reason ??= verdict.reason;
    }
    if (reason) throw new GateRefusal(reason, `refused: ${change.type}`, [change.id]);
  }
}

/** SPEC G13: several moves in one update are also looked at together. */
function checkCycles(changes: readonly Change[], room: GateRoom): void {
  const places = new Map<string, Place>();
  for (const change of changes) {
    if (change.type === 'set' && change.field === 'place') places.set(change.id, change.value as Place);
    if (change.type === 'create' && change.fields.place) places.set(change.id, change.fields.place as Place);
  }
  if (places.size < 2) return;
  const lookup = (id: string): Place | undefined =>
    places.get(id) ?? (liveMap(room.doc, id)?.get('place') as Place | undefined);
  for (const [id, place] of places) {
    if (wouldCycle(id, place.frame, lookup)) throw new GateRefusal('frameCycle', 'frames in a ring', [id]);
  }
}
