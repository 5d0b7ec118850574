import { elementsOf } from '@talkoot/board';
import { DEFAULT_RULES, type ParticipationRules } from '@talkoot/protocol';
import { Random, reportProof } from '@talkoot/testing';
import { expect, test } from 'vitest';
import { command, newWorkshop, startTestServer } from '../../../server/src/testing/test-server.ts';
import { guest, until, type WireClient } from '../../../server/src/sync/testing/wire-client.ts';
import { HonestTypist } from './testing/honest-typist.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);
const TYPISTS = Number(process.env.TALKOOT_TYPISTS ?? 200);
const LONG = process.env.TALKOOT_LONG === '1';

/** Ten times the rights change while everybody types; each change takes something away that the last one gave. */
const CHANGES: (Partial<ParticipationRules> | 'lock' | 'unlock')[] = [
  { edit: 'all', delete: 'all' },
  { edit: 'own', delete: 'own' },
  'lock',
  { move: 'none' },
  { edit: 'none', move: 'all' },
  { edit: 'own' },
  'unlock',
  { kinds: ['text'] },
  { kinds: null, colours: ['yellow'] },
  { edit: 'all', move: 'own', delete: 'none' },
];

test('S5 honest people who type through ten changes of rights and locks are never refused', {
  timeout: 600_000,
}, async () => {
  const random = new Random(SEED);
  const server = await startTestServer({ logLevel: 'warn', pace: 0.25 });
  try {
    const workshop = await newWorkshop(server);
    const owner = await server.owner();
    const typists: HonestTypist[] = [];
    for (let from = 0; from < TYPISTS; from += 20) {
      const group = await Promise.all(
        Array.from({ length: Math.min(20, TYPISTS - from) }, async (_, index) => {
          const { client } = await guest(server, workshop, `Kirjoittaja ${from + index}`, {
            ip: `10.1.${from}.${index}`,
          });
          await client.connect();
          return new HonestTypist(client, random);
        }),
      );
      typists.push(...group);
    }
    const clients: WireClient[] = typists.map(({ client }) => client);
    const counts = { typists: TYPISTS, changes: 0, locks: 0, edits: 0, heldBack: 0, refusals: 0 };
    const typing = { goes: true };
    const hands = typists.map((typist) => typist.typeWhile(() => typing.goes, LONG ? 100 : 1_000));
    for (const change of CHANGES) {
      const enough = edits(typists) + TYPISTS;
      await until('people type', () => edits(typists) >= enough || typists.every(({ isBarred }) => isBarred), 60_000);
      if (typeof change === 'object') {
        const rules = { ...DEFAULT_RULES, ...change };
        await command(owner, workshop.id, { type: 'setRules', rules });
      } else {
        const elementIds = [...elementsOf((clients[0] as WireClient).doc).keys()].slice(0, 500);
        counts.locks += elementIds.length;
        await command(owner, workshop.id, { type: 'lock', elementIds, locked: change === 'lock' });
      }
      counts.changes++;
    }
    typing.goes = false;
    await Promise.all(hands);
    await until(
      'everything is acknowledged',
      () => clients.every((client) => client.isSaved || client.refusals.length > 0),
      60_000,
    );
    counts.edits = edits(typists);
    counts.heldBack = typists.reduce((sum, { heldBack }) => sum + heldBack, 0);
    counts.refusals = clients.reduce((sum, { refusals }) => sum + refusals.length, 0);
    reportProof('rights change', { seed: SEED, ...counts });
    expect(clients.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(clients.flatMap(({ closes }) => closes)).toEqual([]);
    for (const [name, count] of Object.entries(counts)) if (name !== 'refusals') expect(count, name).toBeGreaterThan(0);
    for (const client of clients) client.close();
  } finally {
    await server.dispose();
  }
});

function edits(typists: readonly HonestTypist[]): number {
  return typists.reduce((sum, { edits: count }) => sum + count, 0);
}
