import { isDeepStrictEqual } from 'node:util';
import { Random, reportProof } from '@talkoot/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Browser } from '../../../server/src/testing/browser.ts';
import { joinAs, newWorkshop, startTestServer, type TestServer } from '../../../server/src/testing/test-server.ts';
import { Person, until } from './testing/person.ts';
import { Publisher } from './testing/publisher.ts';

const LONG = process.env.TALKOOT_LONG === '1';
const SEEDS = Number(process.env.TALKOOT_SEEDS ?? (LONG ? 20_000 : 200));
const FIRST = Number(process.env.TALKOOT_SEED ?? 1);
const TOGETHER = 8;
const OPERATIONS = 500;

let server: TestServer;
let restarts = 0;
const totals = {
  operations: 0,
  dropped: 0,
  duplicated: 0,
  reordered: 0,
  cuts: 0,
  rebases: 0,
  published: 0,
  tooEarly: 0,
  askedAgain: 0,
};

beforeAll(async () => {
  server = await startTestServer({ logLevel: 'warn' });
});
afterAll(() => server.dispose());

interface Party {
  seed: number;
  random: Random;
  people: Person[];
  publisher: Publisher;
}

/** A picture of one pixel, which elements may then show. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function uploadPicture(owner: Browser, workshopId: string): Promise<string> {
  const headers = { 'content-type': 'image/png' };
  const { status, json } = await owner.send('POST', `/api/v1/workshops/${workshopId}/blobs`, { body: PIXEL, headers });
  expect(status).toBe(201);
  return String(json.hash);
}

/** Several people come to a workshop of their own. */
async function gather(seed: number): Promise<Party> {
  const random = new Random(seed);
  const workshop = await newWorkshop(server, { title: `seed ${seed}` });
  const owner = await server.owner();
  const blobs = [await uploadPicture(owner, workshop.id)];
  const facilitator = { id: workshop.participant?.id ?? '', role: 'facilitator' } as const;
  const people = [new Person(() => server, owner, workshop.id, facilitator, random, { blobs })];
  for (let count = random.between(1, 7); count > 0; count--) {
    const { browser, joined } = await joinAs(
      server,
      workshop.joinCode,
      `guest ${count}`,
      `10.${seed % 250}.${count}.1`,
    );
    people.push(
      new Person(() => server, browser, workshop.id, { id: joined.participant.id, role: 'participant' }, random, {
        blobs,
      }),
    );
  }
  const publisher = new Publisher(() => server, owner, workshop.id, people[0]?.participantId ?? '', random);
  const everybody = [...people, publisher.drafts];
  await Promise.all(everybody.map((person) => person.link.open()));
  await until('everybody synced', () => everybody.every((person) => person.link.state().synced));
  return { seed, random, people, publisher };
}

/** They work on bad lines, through restarts; at the end all have the same to the last struct. */
async function work({ seed, random, people, publisher }: Party): Promise<void> {
  const everybody = [...people, publisher.drafts];
  for (const person of everybody) person.line.quality = { drop: 0.1, duplicate: 0.1, reorder: 0.1 };
  for (let step = 0, done = 0; done < OPERATIONS; step++) {
    const person = random.pick(people);
    if (person.typist.step()) done++;
    if (random.chance(0.03)) publisher.step();
    if (random.chance(0.01)) person.line.cut();
    else if (!person.line.online && random.chance(0.2)) person.line.mend();
    if (step % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  totals.operations += OPERATIONS;
  await publisher.settle();
  await settle(seed, everybody);
  const [first] = people;
  expect(first && publisher.faults(first.doc), `seed ${seed}`).toEqual([]);
  for (const [name, count] of Object.entries(publisher.counts)) totals[name as keyof Publisher['counts']] += count;
  for (const person of everybody) {
    const { dropped, duplicated, reordered, cuts } = person.line.counts;
    totals.dropped += dropped;
    totals.duplicated += duplicated;
    totals.reordered += reordered;
    totals.cuts += cuts;
    totals.rebases += person.rebases;
    person.link.close();
  }
}

/** Good lines again, one reconnect for what a bad line swallowed, then compare. */
async function settle(seed: number, everybody: Person[]): Promise<void> {
  for (const person of everybody) {
    person.line.quality = { drop: 0, duplicate: 0, reorder: 0 };
    person.line.cut();
  }
  for (const person of everybody) person.line.mend();
  const why = (): string => everybody.map((person) => JSON.stringify(person.link.state())).join(' ');
  await until(`seed ${seed}: everything stored ${why()}`, () =>
    everybody.every((person) => person.link.state().synced && person.link.state().waiting === 0),
  );
  const people = everybody.filter(({ scope }) => scope === 'board');
  const [first, ...others] = people;
  if (!first) return;
  const same = (): boolean => others.every((other) => equal(first.doc, other.doc));
  await until(`seed ${seed}: all the same`, same).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${others.map((other) => differences(first.doc, other.doc)).join('\n')}`);
  });
  for (const person of everybody) {
    expect(person.doc.store.pendingStructs, `seed ${seed}`).toBeNull();
    expect(person.doc.store.pendingDs, `seed ${seed}`).toBeNull();
  }
}

/** Equal JSON, state vectors, delete sets and structs: the structs of a client end at the same clock and say the same. */
function equal(a: Y.Doc, b: Y.Doc): boolean {
  return differences(a, b) === '';
}

/** What differs between two documents, in words for whoever reads the failure. */
function differences(a: Y.Doc, b: Y.Doc): string {
  const found: string[] = [];
  const compare = (what: string, one: unknown, other: unknown): void => {
    if (!isDeepStrictEqual(one, other)) found.push(`${what}: ${excerpt(one, other)}`);
  };
  compare('elements', a.getMap('elements').toJSON(), b.getMap('elements').toJSON());
  compare('states', Object.fromEntries(states(a)), Object.fromEntries(states(b)));
  compare('deletes', deletes(a), deletes(b));
  compare('structs', liveStructs(a), liveStructs(b));
  return found.join('; ');
}

function excerpt(one: unknown, other: unknown): string {
  const [mine, theirs] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter(
    (key) => !isDeepStrictEqual(mine[key], theirs[key]),
  );
  return keys
    .slice(0, 5)
    .map((key) => `${key} ${JSON.stringify(mine[key])} / ${JSON.stringify(theirs[key])}`)
    .join(', ');
}

/** Deleted clocks by client, runs joined. */
function deletes(doc: Y.Doc): Record<string, string> {
  const set = Y.createDeleteSetFromStructStore(doc.store);
  return Object.fromEntries(
    [...set.clients].map(([client, runs]) => [client, runs.map(({ clock, len }) => `${clock}+${len}`).join(' ')]),
  );
}

function states(doc: Y.Doc): [number, number][] {
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([one], [other]) => one - other);
}

/** Every live character and value with its neighbours, however the runs are merged; deleted ones may be kept for undo. */
function liveStructs(doc: Y.Doc): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted) continue;
      const { client, clock } = struct.id;
      for (let offset = 0; offset < struct.length; offset++) {
        const content = struct.content.getContent()[offset] as unknown;
        found[`${client}:${clock + offset}`] = content instanceof Y.AbstractType ? content.constructor.name : content;
      }
    }
  }
  return found;
}

test('S1 everybody ends with the same board, whatever the line did', {
  timeout: 600_000 + SEEDS * 10_000,
}, async () => {
  const started = Date.now();
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += TOGETHER) {
    const size = Math.min(TOGETHER, FIRST + SEEDS - seed);
    const parties = await Promise.all(Array.from({ length: size }, (_, index) => gather(seed + index)));
    const batch = Promise.all(parties.map(work));
    if ((seed - FIRST) % (TOGETHER * 4) === TOGETHER) await restart();
    await batch;
  }
  reportProof('convergence', {
    seeds: `${FIRST} to ${FIRST + SEEDS - 1}`,
    ...totals,
    restarts,
    seconds: Math.round((Date.now() - started) / 1000),
  });
  for (const [name, count] of Object.entries({ ...totals, restarts })) {
    if (name !== 'rebases' && SEEDS > TOGETHER * 2) expect(count, name).toBeGreaterThan(0);
  }
});

/** The same file, the same port: providers find it again by themselves. */
async function restart(): Promise<void> {
  const { dataDir, port } = server;
  await server.stop();
  server = await startTestServer({ dataDir, logLevel: 'warn', env: { PORT: String(port) } });
  restarts++;
}
