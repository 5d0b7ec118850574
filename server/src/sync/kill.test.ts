import { Random, reportProof } from '@talkoot/testing';
import { expect, test } from 'vitest';
import { newWorkshop } from '../testing/test-server.ts';
import { ServerProcess } from './testing/server-process.ts';
import { guest, until, WireClient } from './testing/wire-client.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);
const KILLS = Number(process.env.TALKOOT_KILLS ?? (process.env.TALKOOT_LONG === '1' ? 200 : 10));
const TYPISTS = 20;

/** Writes for ever, one word after another, through every death of the server. */
class Worker {
  readonly client: WireClient;
  readonly written: string[] = [];
  readonly #index: number;
  readonly #random: Random;
  #timer: NodeJS.Timeout | null = null;
  #connecting = false;

  constructor(client: WireClient, index: number, random: Random) {
    this.client = client;
    this.#index = index;
    this.#random = random;
  }

  start(): void {
    this.#timer = setInterval(() => this.#step(), 40);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** A new note for every forty words, as nobody writes novels on one. */
  #note(word: number): string {
    return `note-${this.#index}-${Math.floor(word / 40)}`;
  }

  /** All the words of this person that a client has, in the order of writing. */
  wordsIn(client: WireClient): string {
    const notes = Math.ceil(this.written.length / 40);
    return Array.from({ length: notes }, (_, note) => client.words(this.#note(note * 40))).join('');
  }

  #step(): void {
    if (!this.client.isOpen) this.comeBack();
    // The hand does not wait for the line, but rests when much is not stored: a slow start is no longer run.
    if (!this.#random.chance(0.5) || this.client.waiting > 20) return;
    const count = this.written.length;
    const word = `<${this.#index}.${count}>`;
    this.written.push(word);
    if (count % 40 === 0) this.client.addSticky(this.#note(count), '');
    this.client.type(this.#note(count), word);
  }

  /** One attempt; fails quietly while the server is away. */
  comeBack(): void {
    if (this.#connecting) return;
    this.#connecting = true;
    this.client
      .connect()
      .catch(() => {})
      .finally(() => {
        this.#connecting = false;
      });
  }
}

test('S3 what is acknowledged survives SIGKILL; the rest is sent again and nothing is doubled', {
  timeout: 60_000 + KILLS * 20_000,
}, async () => {
  const random = new Random(SEED);
  const server = await ServerProcess.start();
  try {
    const workshop = await newWorkshop(server);
    const workers: Worker[] = [];
    for (let index = 0; index < TYPISTS; index++) {
      const { client } = await guest(server, workshop, `Kirjoittaja ${index}`, { ip: `10.0.0.${index}` });
      await client.connect();
      workers.push(new Worker(client, index, random));
    }
    const reader = await guest(server, workshop, 'Lukija');
    const counts = { kills: 0, words: 0, acknowledged: 0, inFlightAtKill: 0, lost: 0 };
    for (const worker of workers) worker.start();
    for (; counts.kills < KILLS; counts.kills++) {
      const before = ackedBy(workers).length;
      const enough = before + random.between(20, 120);
      await until('people write', () => ackedBy(workers).length > enough, 60_000);
      await server.kill();
      counts.inFlightAtKill += workers.reduce((sum, { client }) => sum + client.waiting, 0);
      const acked = ackedBy(workers);
      await server.start();
      // A newcomer sees what the disk has, perhaps before the others have sent theirs again.
      const fresh = new WireClient(reader.browser, workshop.id, reader.participantId);
      await fresh.connect();
      const stored = workers.map((worker) => worker.wordsIn(fresh)).join('');
      counts.lost += acked.filter((word) => !stored.includes(word)).length;
      fresh.close();
    }
    for (const worker of workers) worker.stop();
    await until(
      'everything is stored',
      () => {
        for (const worker of workers) if (!worker.client.isOpen) worker.comeBack();
        return workers.every(({ client }) => client.isSaved);
      },
      60_000,
    );
    const last = new WireClient(reader.browser, workshop.id, reader.participantId);
    await last.connect();
    for (const worker of workers) {
      expect(worker.wordsIn(last), `seed ${SEED}`).toBe(worker.written.join(''));
      expect(worker.client.refusals).toEqual([]);
    }
    last.close();
    counts.words = workers.reduce((sum, { written }) => sum + written.length, 0);
    counts.acknowledged = ackedBy(workers).length;
    reportProof('kill -9', { seed: SEED, ...counts });
    expect(counts).toMatchObject({ lost: 0, kills: KILLS, acknowledged: counts.words });
    expect(counts.inFlightAtKill).toBeGreaterThan(0);
    for (const { client } of workers) client.close();
  } finally {
    await server.dispose();
  }
});

/** Words of everybody that the server said were stored. */
function ackedBy(workers: readonly Worker[]): string[] {
  return workers.flatMap(({ client }) => [...client.acked].filter((label) => label.startsWith('<')));
}
