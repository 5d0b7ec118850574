import { createElement, deleteElements, elementsOf, setField, textOf } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import type { Change } from '@talkoot/rights';
import { Random, reportProof, Typist } from '@talkoot/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { rebase, type RebaseEnv } from './rebase.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);
const ROUNDS = Number(process.env.TALKOOT_SEEDS ?? (process.env.TALKOOT_LONG === '1' ? 20_000 : 300));

const KINDS = ELEMENT_MODELS;
const everything: RebaseEnv = { kinds: KINDS, may: () => ({ allowed: true }) };

function sticky(doc: Y.Doc, id: string, text: string, author = 'me'): void {
  createElement(
    doc,
    {
      id,
      kind: 'sticky',
      place: { frame: null, x: 0, y: 0 },
      size: { width: 160, height: 160 },
      order: 'a0',
      author,
      text,
      fields: { colour: 'yellow' },
    },
    KINDS,
  );
}

/** A copy as another browser has it. */
function copy(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other;
}

function words(doc: Y.Doc, id: string): Y.Text {
  const text = textOf(doc, id);
  if (!text) throw new Error(`no words: ${id}`);
  return text;
}

function boardWith(text: string): Y.Doc {
  const doc = new Y.Doc();
  sticky(doc, 's', text);
  return doc;
}

test('S7 words and formats land between the same neighbours, beside what others wrote', () => {
  const server = boardWith('one two three');
  const mine = copy(server);
  words(mine, 's').insert(4, 'and ');
  words(mine, 's').format(0, 3, { bold: true });
  words(mine, 's').delete(8, 4);
  words(server, 's').insert(0, 'Others: ');
  words(server, 's').format(8, 3, { italic: true });
  const fresh = copy(server);
  expect(rebase(mine, fresh, everything).lost).toEqual([]);
  expect(words(fresh, 's').toDelta()).toEqual([
    { insert: 'Others: ' },
    { insert: 'one', attributes: { bold: true, italic: true } },
    { insert: ' and three' },
  ]);
});

test('S7 a format taken away is taken away again, and only that', () => {
  const server = boardWith('one two');
  words(server, 's').format(0, 7, { bold: true });
  const mine = copy(server);
  words(mine, 's').format(4, 3, { bold: null });
  const fresh = copy(server);
  rebase(mine, fresh, everything);
  expect(words(fresh, 's').toDelta()).toEqual([{ insert: 'one ', attributes: { bold: true } }, { insert: 'two' }]);
  // Once more there is nothing left to do.
  const again = copy(fresh);
  expect(rebase(fresh, again, everything).applied).toBe(0);
});

test('S7 of another epoch only one’s own work is brought back; words in what is gone are handed back', () => {
  const backup = boardWith('start');
  const newer = copy(backup);
  newer.clientID = 7;
  words(newer, 's').insert(5, ' mine');
  sticky(newer, 'own', 'own note');
  newer.clientID = 8;
  words(newer, 's').insert(0, 'theirs ');
  sticky(newer, 'foreign', 'their note', 'them');
  newer.clientID = 7;
  words(newer, 'foreign').insert(10, ' and my words');
  const fresh = copy(backup);
  const result = rebase(newer, fresh, { ...everything, mine: (clientId) => clientId === 7 });
  expect(words(fresh, 's').toString()).toBe('start mine');
  expect([...elementsOf(fresh).keys()].sort()).toEqual(['own', 's']);
  expect(result.lost).toEqual([{ elementId: 'foreign', text: 'their note and my words', reason: 'deleted' }]);
});

/** People work on the server's copy and on mine; then mine is brought over, with some changes refused at random. */
function round(seed: number): { applied: number; dropped: number; lost: number; formats: number } {
  const random = new Random(seed);
  const server = new Y.Doc();
  const context = () =>
    ({ state: 'open', rules: { ...DEFAULT_RULES, edit: 'all', delete: 'all' }, scope: 'board', kinds: KINDS }) as const;
  const typist = (doc: Y.Doc, participantId: string): Typist =>
    new Typist(doc, { participantId, role: 'facilitator' }, random, KINDS, context);
  const they = typist(server, 'they');
  for (let step = 0; step < 40; step++) they.step();
  const mine = copy(server);
  const shared = new Set(elementsOf(mine).keys());
  const me = typist(mine, 'me');
  for (let step = 0; step < 30; step++) me.step();
  // A mark in every note that I add to or make, which must arrive or be handed back.
  const marks: { id: string; mark: string }[] = [];
  for (const id of elementsOf(mine).keys()) {
    const text = textOf(mine, id);
    if (!text || !random.chance(0.5)) continue;
    const mark = `<${random.id(8)}>`;
    text.insert(text.length, mark);
    marks.push({ id, mark });
  }
  for (let step = 0; step < 15; step++) they.step();
  const fresh = copy(server);
  const before = elementsOf(fresh).toJSON() as Record<string, unknown>;
  const refusing = random.pick([0, 0.3, 1]);
  const refused = new Set<string>();
  const allowed = new Set<string>();
  const may = (change: Change): ReturnType<RebaseEnv['may']> => {
    // A lock refuses all changes of an element alike.
    if (!refused.has(change.id) && !allowed.has(change.id))
      (random.chance(refusing) ? refused : allowed).add(change.id);
    return refused.has(change.id) ? { allowed: false, reason: 'locked' } : { allowed: true };
  };
  const result = rebase(mine, fresh, { kinds: KINDS, may });
  for (const { id, mark } of marks) {
    const arrived = textOf(fresh, id)?.toString().split(mark).length ?? 1;
    const handedBack = result.lost.some((entry) => entry.elementId === id && entry.text.includes(mark));
    expect(arrived - 1 + Number(handedBack), `seed ${seed}: ${mark} in ${id}`).toBe(1);
    if (refused.has(id)) expect(handedBack, `seed ${seed}`).toBe(true);
  }
  for (const id of refused) {
    expect((elementsOf(fresh).toJSON() as Record<string, unknown>)[id], `seed ${seed}: refused ${id}`).toEqual(
      before[id],
    );
  }
  if (refusing === 0) {
    for (const id of elementsOf(mine).keys()) {
      if (!shared.has(id)) expect(elementsOf(fresh).has(id), `seed ${seed}: new ${id}`).toBe(true);
    }
  }
  // All that the fresh document holds is sound, and doing it again changes nothing.
  const twice = copy(fresh);
  expect(rebase(fresh, twice, everything)).toEqual({ applied: 0, dropped: 0, lost: [] });
  return {
    applied: result.applied,
    dropped: result.dropped,
    lost: result.lost.length,
    formats: me.counts.get('format') ?? 0,
  };
}

test('S7 random work over random work with random refusals: all that is allowed arrives, the rest is handed back', {
  timeout: 600_000 + ROUNDS * 100,
}, () => {
  const counts = { applied: 0, dropped: 0, lost: 0, formats: 0 };
  for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
    const done = round(seed);
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += done[key];
  }
  reportProof('rebase', { seeds: `${SEED} to ${SEED + ROUNDS - 1}`, ...counts });
  for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(0);
});

/** Every letter of the note with its formats, however the runs are cut. */
function letters(doc: Y.Doc): string[] {
  const runs = (textOf(doc, 's')?.toDelta() ?? []) as { insert: string; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes = {} }) =>
    [...insert].map((letter) => letter + Object.keys(attributes).sort()),
  );
}

/** What the two documents say of the same characters: the fresh one, untouched by others, must say what mine says. */
test('S7 over a server that stood still, everything is exactly as it was here', {
  timeout: 600_000 + ROUNDS * 100,
}, () => {
  for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
    const random = new Random(seed);
    const server = boardWith('one two three four five');
    words(server, 's').format(4, 9, { bold: true });
    const mine = copy(server);
    for (let step = 0; step < 12; step++) {
      const text = words(mine, 's');
      const at = random.below(text.length + 1);
      const length = Math.min(random.between(1, 6), text.length - at);
      if (random.chance(0.4)) text.insert(at, random.pick(['x', 'yy', ' z ']));
      else if (length > 0 && random.chance(0.3)) text.delete(at, length);
      else if (length > 0)
        text.format(at, length, { [random.pick(['bold', 'italic'])]: random.chance(0.6) ? true : null });
    }
    if (random.chance(0.3)) setField(mine, 's', 'colour', 'blue');
    if (random.chance(0.1)) deleteElements(mine, ['s']);
    const fresh = copy(server);
    expect(rebase(mine, fresh, everything).lost).toEqual([]);
    expect(elementsOf(fresh).toJSON(), `seed ${seed}`).toEqual(elementsOf(mine).toJSON());
    expect(letters(fresh), `seed ${seed}`).toEqual(letters(mine));
  }
});
