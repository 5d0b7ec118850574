import { isDeepStrictEqual } from 'node:util';
import { elementsOf, placeIn, readElement, setField, type TextRun, textOf, wouldCycle } from '@talkoot/board';
import { ELEMENT_MODELS, ELEMENT_TYPES } from '@talkoot/elements';
import { LIMITS } from '@talkoot/protocol';
import { OPERATIONS, Random, reportProof, Typist } from '@talkoot/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { GateBench, frame as frameOf, sticky, type Who } from '../../../server/src/sync/gate/testing/bench.ts';
import { LocalSession } from '../dev/local-session.ts';
import { countsOf, restore, restoringOf, restoringRefused } from './restoring.ts';

const LONG = process.env.TALKOOT_LONG === '1';
const SEEDS = Number(process.env.TALKOOT_SEEDS ?? (LONG ? 3_000 : 60));
const FIRST = Number(process.env.TALKOOT_SEED ?? 1);

/** Steps back of others have tests of their own: they may leave a value that nobody could bring back exactly. */
const WORK = OPERATIONS.filter((operation) => !['lock', 'undo', 'redo'].includes(operation));

/** People with copies of one board behind the real gate; the facilitator has a session as in the product. */
class Party {
  readonly bench = new GateBench();
  readonly docs = new Map<Who, Y.Doc>();
  readonly typists: Typist[];
  readonly session = new LocalSession({ participantId: 'fac' });
  refused: string[] = [];
  largest = 0;

  constructor(random = new Random(1)) {
    for (const who of ['fac', 'ann', 'bob'] as const) {
      const doc = this.bench.copy(who);
      this.docs.set(who, doc);
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'server') this.#send(who, update);
      });
    }
    this.session.replace('board', this.doc);
    this.typists = [...this.docs].map(([who, doc]) => {
      const role = who === 'fac' ? 'facilitator' : 'participant';
      return new Typist(doc, { participantId: who, role }, random, ELEMENT_MODELS, () => this.bench.context);
    });
  }

  get doc(): Y.Doc {
    return this.docs.get('fac') as Y.Doc;
  }

  #send(who: Who, update: Uint8Array): void {
    this.largest = Math.max(this.largest, update.byteLength);
    const answer = this.bench.send(who, update);
    if (!answer.ok) this.refused.push(`${who}: ${answer.code} ${answer.detail}`);
    for (const [other, doc] of this.docs) if (other !== who) hear(doc, update);
  }

  version(): Y.Doc {
    const version = new Y.Doc();
    Y.applyUpdate(version, Y.encodeStateAsUpdate(this.bench.server));
    return version;
  }

  restore(version: Y.Doc, frame: string | null = null): void {
    const plan = restoringOf(this.session, version, frame);
    if (plan) restore(this.session, plan);
  }
}

/** Without tidying of formats, in which one copy deletes what another's step back would have to bring back. */
function hear(doc: Y.Doc, update: Uint8Array): void {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update, 'server');
    transaction.local = true;
  }, 'server');
}

/** What people see of a document: every element as it is read, words in as few pieces as there are formats. */
function seen(doc: Y.Doc): Record<string, unknown> {
  const entries = [...elementsOf(doc)].map(([id, map]) => {
    const element = readElement(id, map, ELEMENT_MODELS);
    return [id, element && { ...element, runs: joined(element.runs) }] as const;
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function joined(runs: readonly TextRun[]): TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && isDeepStrictEqual(last.attributes, run.attributes)) last.insert += run.insert;
    else result.push({ ...run });
  }
  return result;
}

function insideOf(doc: Y.Doc, frame: string): string[] {
  const lookup = placeIn(doc);
  return Object.keys(seen(doc)).filter((id) => id !== frame && wouldCycle(frame, id, lookup) === false && isIn(id));
  function isIn(id: string): boolean {
    for (let at = lookup(id)?.frame ?? null, left = 9; at !== null && left > 0; at = lookup(at)?.frame ?? null, left--)
      if (at === frame) return true;
    return false;
  }
}

function work(party: Party, random: Random, operations: number): void {
  for (let count = 0; count < operations; count++) {
    if (random.chance(0.1)) nest(party, random);
    else random.pick(party.typists).step(WORK);
  }
}

/** Frames into frames: the typists leave that out. */
function nest({ doc }: Party, random: Random): void {
  const frames = [...elementsOf(doc)].filter(([, map]) => map.get('kind') === 'frame').map(([id]) => id);
  if (frames.length < 2) return;
  const [id, into] = [random.pick(frames), random.chance(0.3) ? null : random.pick(frames)];
  const place = placeIn(doc)(id);
  if (!place || wouldCycle(id, into, placeIn(doc))) return;
  setField(doc, id, 'place', { ...place, frame: into });
}

test('a board is brought back as it was, taken back as one step, and the gate lets it all through', () => {
  const totals = { seeds: 0, created: 0, changed: 0, removed: 0, frames: 0 };
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const random = new Random(seed);
    const party = new Party(random);
    work(party, random, 80);
    const version = party.version();
    work(party, random, 80);
    const before = seen(party.doc);
    const frames = Object.keys(seen(version)).filter((id) => elementsOf(version).get(id)?.get('kind') === 'frame');
    const frame = frames.length > 0 && random.chance(0.5) ? random.pick(frames) : null;
    const plan = restoringOf(party.session, version, frame);
    if (!plan) throw new Error('no board');
    for (const [name, count] of Object.entries(countsOf(plan))) totals[name as keyof typeof totals] += count;
    restore(party.session, plan);
    const hint = `seed ${seed} frame ${frame}`;
    const after = seen(party.doc);
    if (frame === null) expect(after, hint).toEqual(seen(version));
    else {
      totals.frames++;
      const inside = insideOf(version, frame);
      expect(insideOf(party.doc, frame), hint).toEqual(inside);
      const then = seen(version);
      for (const id of inside) expect(after[id], hint).toEqual(then[id]);
      // What has no part in it, now or then, is as it was; but lines let go of what was removed.
      const holds = (id: string): boolean => plan.removed.some((gone) => JSON.stringify(before[id]).includes(gone));
      const lines = Object.keys(before).filter(holds);
      const touched = new Set([frame, ...inside, ...lines, ...plan.removed, ...plan.changed.map(({ id }) => id)]);
      for (const id of Object.keys(before)) if (!touched.has(id)) expect(after[id], hint).toEqual(before[id]);
    }
    const changes = plan.created.length + plan.changed.length + plan.removed.length;

    if (changes > 0) {
      expect(party.session.undo.undo(), hint).toBe(true);
      expect(seen(party.doc), hint).toEqual(before);
      expect(party.session.undo.undo(), hint).toBe(false);
      expect(party.session.undo.redo(), hint).toBe(true);
      expect(seen(party.doc), hint).toEqual(after);
    }
    expect(party.refused, hint).toEqual([]);
    for (const doc of party.docs.values()) expect(seen(doc), hint).toEqual(seen(party.bench.server));
    totals.seeds++;
  }
  reportProof('restoring versions', { from: FIRST, ...totals });
  for (const [name, count] of Object.entries(totals)) expect(count, name).toBeGreaterThan(0);
});

test('what others write meanwhile stays, and taking it back leaves their work', () => {
  const party = new Party();
  party.bench.add('ann', 'a');
  party.bench.add('ann', 'gone');
  for (const doc of party.docs.values()) Y.applyUpdate(doc, Y.encodeStateAsUpdate(party.bench.server), 'server');
  const version = party.version();
  const ann = party.docs.get('ann') as Y.Doc;
  textOf(ann, 'a')?.insert(5, ' later');
  elementsOf(ann).delete('gone');
  party.restore(version);
  expect(textOf(ann, 'a')?.toString()).toBe('words');
  textOf(ann, 'gone')?.insert(0, 'my ');
  setField(ann, 'a', 'colour', 'blue');
  party.session.undo.undo();
  expect(seen(ann)).toMatchObject({ a: { text: 'words later', fields: { colour: 'blue' } } });
  expect(party.refused).toEqual([]);
});

test('one frame comes back where it stands now; what came in returns, what hung on what goes stays where it is', () => {
  const party = new Party();
  const { bench, doc, session } = party;
  const inFrame = (x: number) => ({ place: { frame: 'f', x, y: 10 } });
  bench.add('fac', 'f', frameOf('f', 'fac'));
  bench.add('ann', 'in', inFrame(10));
  bench.add('ann', 'out', { place: { frame: null, x: 2000, y: 5 } });
  const version = party.version();
  bench.try('fac', (copy) => {
    setField(copy, 'f', 'place', { frame: null, x: 500, y: 500 });
    setField(copy, 'in', 'place', { frame: null, x: 0, y: 3000 });
    setField(copy, 'out', 'place', { frame: 'f', x: 60, y: 60 });
    setField(copy, 'out', 'colour', 'pink');
  });
  bench.add('bob', 'new', inFrame(200));
  bench.add('bob', 'line', {
    ...{ kind: 'connector', text: '', place: { frame: null, x: 0, y: 0 } },
    fields: {
      ...{ from: { element: 'new', side: 'right', x: 0, y: 0 }, to: { element: null, side: null, x: 900, y: 900 } },
      ...ELEMENT_TYPES.get('connector')?.defaults.fields,
    },
  });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bench.server), 'server');
  const [x, y] = [session.model.get('line')?.route?.box.x, session.model.get('line')?.route?.box.y];
  const plan = restoringOf(session, version, 'f');
  expect(plan && countsOf(plan)).toEqual({ created: 0, changed: 2, removed: 1 });
  party.restore(version, 'f');
  expect(seen(doc)).toMatchObject({
    f: { place: { frame: null, x: 500, y: 500 } },
    in: inFrame(10),
    out: { place: { frame: null, x: 2000, y: 5 }, fields: { colour: 'pink' } },
    line: { fields: { from: { element: null } } },
  });
  expect(seen(doc).new).toBeUndefined();
  expect([session.model.get('line')?.route?.box.x, session.model.get('line')?.route?.box.y]).toEqual([x, y]);
  expect(restoringOf(session, version, 'nowhere')).toMatchObject({ created: [], changed: [], removed: [] });
  expect(party.refused).toEqual([]);
});

test('a full board comes back in updates that fit, one step back and forth', () => {
  const party = new Party();
  const { bench, doc, session } = party;
  const COUNT = 800;
  for (let from = 0; from < COUNT; from += 400) {
    const made = Array.from({ length: 400 }, (_, index) => sticky(`n${from + index}`, 'ann'));
    bench.try('ann', (copy) => {
      for (const { id, text: _text, fields, ...common } of made) {
        const map = new Y.Map<unknown>(Object.entries({ ...common, ...fields }));
        map.set('text', new Y.Text('x'.repeat(400)));
        elementsOf(copy).set(id, map);
      }
    });
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bench.server), 'server');
  const version = party.version();
  bench.try('fac', (copy) => elementsOf(copy).clear());
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(bench.server), 'server');
  for (const step of [() => party.restore(version), () => session.undo.undo(), () => session.undo.redo()]) {
    step();
    expect(party.refused).toEqual([]);
  }
  expect(seen(doc)).toEqual(seen(version));
  expect(Object.keys(seen(bench.server))).toHaveLength(COUNT);
  expect(party.largest).toBeLessThan(LIMITS.updateBytes);
});

test('only facilitators of a board that is not closed bring a version back', () => {
  const session = new LocalSession();
  expect(restoringRefused(session)).toBeNull();
  session.setView({ state: 'closed' });
  expect(restoringRefused(session)).toBe('closed');
  session.setView({ state: 'open' });
  session.become('ann', 'participant');
  expect(restoringRefused(session)).toBe('role');
});
