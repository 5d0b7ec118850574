import { elementsOf, framesAround, type KindModel, type Place, readElement } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import * as Y from 'yjs';
import type { GateBench, Who } from './bench.ts';

type Plain = Record<string, Record<string, unknown>>;

const MOVES = ['place', 'size', 'rotation', 'order', 'bundle', 'cluster'];
/** Where it stands, or where its ends are. */
function isMove(kind: string, field: string): boolean {
  const model: KindModel | undefined = ELEMENT_MODELS.get(kind);
  const ends: readonly string[] = model?.connects?.ends ?? [];
  return MOVES.includes(field) || ends.includes(field);
}

const NEVER = ['author', 'createdAt', 'origin'];
const FACILITATORS = ['locked', 'repeat', 'visibility', 'role'];

function facilitatorsOnly(element: Plain[string]): string[] {
  return FACILITATORS.filter((field) => Boolean(element[field]));
}

/** What the room looked like before an update, to judge what came of it without asking the gate or `rights`. */
export class Oracle {
  readonly #bench: GateBench;
  readonly #before: Plain;
  readonly #roots: string;
  readonly #deleted: Map<string, { author: string | null; kind: string; deletedBy: string | null }>;
  /** Which entry stands under each id: another one afterwards is another element. */
  readonly #entries: Map<string, Y.Item>;

  constructor(bench: GateBench) {
    this.#bench = bench;
    this.#before = bench.json() as Plain;
    this.#roots = otherRoots(bench.server);
    this.#deleted = new Map(bench.deleted);
    this.#entries = new Map(elementsOf(bench.server)._map);
  }

  /** Everything the update did that this person must not do, by the default rules; empty when all is well. */
  violations(who: Who): string[] {
    const after = this.#bench.json() as Plain;
    const found: string[] = [];
    if (otherRoots(this.#bench.server) !== this.#roots) found.push('roots changed');
    if (!Object.keys(after).every((id) => Object.getPrototypeOf(after[id]) === Object.prototype))
      found.push('prototype');
    for (const id of new Set([...Object.keys(this.#before), ...Object.keys(after)])) {
      const why = this.#element(who, id, this.#before[id], after[id]);
      if (why) found.push(`${id}: ${why}`);
    }
    return found;
  }

  #element(who: Who, id: string, before: Plain[string] | undefined, after: Plain[string] | undefined): string | null {
    if (JSON.stringify(before) === JSON.stringify(after)) return null;
    if (who === 'obs') return 'changed by an observer';
    if (after && !before) return this.#born(who, id, after);
    if (!before) return null;
    const remade = after && elementsOf(this.#bench.server)._map.get(id) !== this.#entries.get(id);
    if (who === 'fac')
      return after && !remade && this.#wasWhole(id) && !this.#parses(id) ? 'does not parse any more' : null;
    if (this.#locked(id)) return 'locked';
    if (!after) return before.author === who ? null : 'somebody else’s deleted';
    if (!remade) return this.#changed(who, id, before, after);
    return before.author === who ? this.#remade(before, after) : 'somebody else’s replaced';
  }

  /**
   * One's own deleted and made again in one update, as by an undo. A field may be missing until the second step of the
   * undo: until then nobody sees it, as if it were deleted.
   */
  #remade(before: Plain[string], after: Plain[string]): string | null {
    if (after.author !== before.author || after.kind !== before.kind) return 'made in another’s name';
    return this.#frameLocked(after.place as Place) ? 'made in a locked frame' : null;
  }

  #born(who: Who, id: string, after: Plain[string]): string | null {
    const former = this.#deleted.get(id);
    if (who !== 'fac' && facilitatorsOnly(after).length > 0) return 'made with what only facilitators set';
    if (former) {
      const entitled = who === 'fac' || former.author === who || former.deletedBy === who;
      return entitled && after.author === former.author && after.kind === former.kind
        ? null
        : 'brought back by a stranger';
    }
    if (!this.#parses(id)) return 'made without all fields';
    if (who === 'fac') return null;
    if (after.author !== who) return 'made in another’s name';
    if (after.kind === 'frame') return 'a frame by a participant';
    return this.#frameLocked(after.place as Place) ? 'made in a locked frame' : null;
  }

  #changed(who: Who, id: string, before: Plain[string], after: Plain[string]): string | null {
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
      if (NEVER.includes(field) || FACILITATORS.includes(field)) return `${field} changed`;
      if (!isMove(String(before.kind), field) && before.author !== who) return `${field} of somebody else’s`;
    }
    if (this.#wasWhole(id) && !this.#parses(id)) return 'does not parse any more';
    return after.place && this.#frameLocked(after.place as Place) ? 'moved into a locked frame' : null;
  }

  #parses(id: string): boolean {
    return readElement(id, elementsOf(this.#bench.server).get(id), ELEMENT_MODELS) !== null;
  }

  /** An element between the two steps of an undo does not parse yet. */
  #wasWhole(id: string): boolean {
    return !this.#deleted.has(id);
  }

  #locked(id: string): boolean {
    const element = this.#before[id];
    return element?.locked === true || (element?.place !== undefined && this.#frameLocked(element.place as Place));
  }

  #frameLocked(place: Place): boolean {
    const lookup = (id: string): Place | undefined => this.#before[id]?.place as Place | undefined;
    return framesAround(place, lookup).some((id) => this.#before[id]?.locked === true);
  }
}

function otherRoots(doc: Y.Doc): string {
  const roots = [...doc.share].filter(([name]) => name !== 'elements');
  return JSON.stringify(roots.map(([name, type]) => [name, type instanceof Y.Map ? type.toJSON() : String(type)]));
}
