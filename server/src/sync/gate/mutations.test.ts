import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { judge } from './gate.ts';
import { CASES, room } from './testing/cases.ts';

/** Ways to break the gate: a file, words in it, and what stands there instead. */
const MUTATIONS: [name: string, file: string, from: string, to: string][] = [
  ['takes trailing bytes', 'decode.ts', 'lastDecoder.pos !== bytes.byteLength', 'false'],
  ['takes a client in two blocks', 'decode.ts', 'blocks.has(client)', 'false'],
  ['takes gaps', 'structure.ts', 'block.clock > state', 'false'],
  ['asks nobody whose id it is', 'gate.ts', 'owner !== undefined || ', ''],
  ['does not look at the order', 'gate.ts', 'checkOrder(update, room.doc);', ''],
  ['takes deletes of the future', 'structure.ts', 'range.clock + range.len > end', 'false'],
  ['lets words stand anywhere', 'row.ts', 'this.#checkNeighbours(piece, left, right);', ''],
  ['forgets what an author must have known', 'row.ts', 'other.clock < (known.get(other.client) ?? 0)', 'false'],
  ['cuts characters', 'pairs.ts', '> 0xffff', '< 0'],
  ['thinks that every newer entry counts', 'effects.ts', 'winnerOf(current, items) === current', 'false'],
  ['lets map entries stand left', 'effects.ts', 'item.rightOrigin !== null', 'false'],
  ['takes any root', 'effects.ts', 'if (spot.root === ROOTS.elements) return;', 'return;'],
  ['takes any type', 'effects.ts', 'made !== Y.Map && made !== Y.Text', 'false'],
  ['takes any key', 'values.ts', 'key === null || !KEY.test(key) || isForbiddenKey(key)', 'key === null'],
  ['takes numbers that are none', 'values.ts', '!Number.isFinite(node)', 'false'],
  ['takes any format', 'values.ts', '!allowed.includes(key)', 'false'],
  ['forgets that a value vanishes', 'changes.ts', 'if (outcome.vanishes)', 'if (false)'],
  [
    'forgets deletes',
    'changes.ts',
    "for (const id of effects.deleted.keys()) changes.push({ type: 'delete', id });",
    '',
  ],
  ['judges only the last value', 'changes.ts', 'else others.push({ field, value });', ''],
  ['asks no rights', 'gate.ts', 'if (reason) throw new GateRefusal(reason', 'if (false) throw new GateRefusal(reason'],
  ['lets frames stand in a ring', 'gate.ts', 'checkCycles(changes, room);', ''],
  ['lets read-only people write garbage', 'gate.ts', 'if (barred) {', 'if (false) {'],
  ['counts nothing', 'decode.ts', 'bytes.byteLength > LIMITS.updateBytes', 'false'],
];

const HERE = import.meta.dirname;
const MUTANTS = join(HERE, '..', '..', '..', '.mutants');

afterAll(() => rmSync(MUTANTS, { recursive: true, force: true }));

async function mutant(index: number, file: string, from: string, to: string): Promise<typeof judge> {
  const folder = join(MUTANTS, String(index));
  mkdirSync(folder, { recursive: true });
  cpSync(HERE, folder, { recursive: true });
  const source = readFileSync(join(folder, file), 'utf8');
  if (!source.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  writeFileSync(join(folder, file), source.replace(from, to));
  const module = (await import(join(folder, 'gate.ts'))) as { judge: typeof judge };
  return module.judge;
}

/** Names of the cases that come out otherwise than they should. */
function caught(broken: typeof judge): string[] {
  return CASES.filter((one) => {
    try {
      const bench = room(broken);
      const answer = bench.send(one.who ?? 'ann', one.update(bench));
      if (!one.want.includes(answer.ok ? 'ok' : answer.code)) return true;
      one.afterwards?.(bench);
      return false;
    } catch {
      // What the gate let through broke the document itself.
      return true;
    }
  }).map((one) => one.name);
}

for (const [index, [name, file, from, to]] of MUTATIONS.entries()) {
  test(`a gate that ${name} is caught`, async () => {
    expect(caught(await mutant(index, file, from, to)), name).not.toEqual([]);
  });
}
