import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { elementsOf, textOf } from '@talkoot/board';
import type { Agenda, ConsoleMessage } from '@talkoot/protocol';
import { Random } from '@talkoot/testing';
import { ServerProcess } from '../../sync/testing/server-process.ts';
import { until, WireClient } from '../../sync/testing/wire-client.ts';
import { command, joinAs, newWorkshop } from '../test-server.ts';
import { type Deeds, pause, SimulatedPerson } from './simulated-person.ts';

/** How often everybody looks what there is to do, ms. */
const LOOK_MS = 1_000;
/** No step is rehearsed in less: people must have time to begin. */
const SHORTEST_MS = 6_000;
const JOIN_AT_ONCE = 20;
const SAMPLES = 10;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20' },
    agenda: { type: 'string', default: 'start-stop-continue' },
    speed: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const people = Number(values.people);
const speed = Math.min(60, Number(values.speed));
const random = new Random(Number(values.seed));

const server = await ServerProcess.start();
try {
  process.exitCode = await rehearse();
} finally {
  await server.kill();
}

/** Runs a whole agenda with simulated people over real sockets; answers an exit code. */
async function rehearse(): Promise<number> {
  const owner = await server.owner();
  const workshop = await newWorkshop(server, { title: 'Harjoitus', templateId: values.agenda });
  const deeds: Deeds = { privateNotes: new Set(), openNotes: new Set(), ballots: new Map(), errors: [], delivery: [] };
  const leader = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await leader.connect();
  const group = await joinAll(workshop, deeds);
  const agenda = await owner.get<Agenda>(`/workshops/${workshop.id}/agenda`);
  const begun = { at: Date.now(), cpu: await cpuSeconds() };
  say(`${people} people, ${agenda.steps.length} steps, ${speed} times as fast, seed ${values.seed}`);
  let deviation = 0;
  for (const step of agenda.steps) {
    await command(owner, workshop.id, { type: 'goTo', stepId: step.id });
    const lasts = Math.max(SHORTEST_MS, (step.minutes * 60_000) / speed);
    const over = Date.now() + lasts;
    say(`${step.type}, ${Math.round(lasts / 1_000)} s`);
    await until(`all are in ${step.type}`, () => group.every((one) => one.session.step?.id === step.id));
    deviation = Math.max(deviation, clockDeviation(group));
    while (Date.now() < over) {
      for (const one of group) one.act();
      if (random.chance(0.2)) await random.pick(group).stumble();
      await pause(LOOK_MS);
    }
    await Promise.all(group.map((one) => one.settle()));
    await until('everything is saved', () => group.every((one) => one.isSaved), 60_000);
    if (step.type === 'reveal') await reveal(owner, workshop.id, leader);
  }
  await command(owner, workshop.id, { type: 'goTo', stepId: null });
  await reveal(owner, workshop.id, leader);
  await until('all rounds are closed', () => leader.session.rounds.every(({ closedAt }) => closedAt !== null));
  const seconds = (Date.now() - begun.at) / 1_000;
  return report({ group, leader, deeds, seconds, deviation, cpu: (await cpuSeconds()) - begun.cpu });
}

async function joinAll(workshop: { id: string; joinCode: string }, deeds: Deeds): Promise<SimulatedPerson[]> {
  const group: SimulatedPerson[] = [];
  for (let from = 0; from < people; from += JOIN_AT_ONCE) {
    const some = Array.from({ length: Math.min(JOIN_AT_ONCE, people - from) }, async (_, at) => {
      const name = `Henkilö ${from + at + 1}`;
      // Each from an address of its own, as from homes.
      const { browser, joined } = await joinAs(
        server,
        workshop.joinCode,
        name,
        `203.0.${(from + at) >> 8}.${(from + at) & 255}`,
      );
      const id = joined.participant.id;
      const one = new SimulatedPerson({ name, id, browser, workshopId: workshop.id, random, deeds });
      await one.come(from + at < SAMPLES);
      return one;
    });
    group.push(...(await Promise.all(some)));
  }
  return group;
}

async function reveal(
  owner: Awaited<ReturnType<ServerProcess['owner']>>,
  workshopId: string,
  leader: WireClient,
): Promise<void> {
  await command(owner, workshopId, { type: 'reveal', frames: null, authors: null });
  await pause(3_500);
  await until('nothing waits to be revealed', () => leader.session.reveal === null);
}

/** How far apart the clocks of people stand who count by the server's time from their greeting, ms. */
function clockDeviation(group: readonly SimulatedPerson[]): number {
  const ahead = group.map(({ board }) => board.clockAhead);
  return Math.max(...ahead) - Math.min(...ahead);
}

async function cpuSeconds(): Promise<number> {
  const stat = await readFile(`/proc/${server.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

interface Outcome {
  group: readonly SimulatedPerson[];
  leader: WireClient;
  deeds: Deeds;
  seconds: number;
  cpu: number;
  deviation: number;
}

function report({ group, leader, deeds, seconds, cpu, deviation }: Outcome): number {
  const faults = [...deeds.errors.map((error) => `error: ${error}`)];
  const counts = new Map<string, number>();
  for (const id of elementsOf(leader.doc).keys()) {
    const words = textOf(leader.doc, id)?.toString() ?? '';
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  for (const words of [...deeds.privateNotes, ...deeds.openNotes]) {
    if (counts.get(words) !== 1) faults.push(`a note is there ${counts.get(words) ?? 0} times: ${words}`);
  }
  for (const round of leader.session.rounds) {
    const ballots = [...(deeds.ballots.get(round.id)?.values() ?? [])];
    if (round.answered !== ballots.length)
      faults.push(`round ${round.id}: ${round.answered} of ${ballots.length} answers`);
    if (round.rules.method !== 'dots') continue;
    const given = ballots.reduce(
      (sum, { marks }) => sum + Object.values(marks).reduce<number>((all, mark) => all + Number(mark), 0),
      0,
    );
    const counted = (round.results ?? []).reduce((sum, { score }) => sum + score, 0);
    if (given !== counted) faults.push(`round ${round.id}: ${counted} dots counted of ${given}`);
  }
  const refused = group.flatMap(({ refusals }) => refusals);
  if (refused.length > 0) faults.push(`refused: ${refused.join(', ')}`);
  const console = leader.told.get('console') as ConsoleMessage | undefined;
  say(
    `private notes ${deeds.privateNotes.size}, open notes ${deeds.openNotes.size}, rounds ${leader.session.rounds.length}, answers ${[...deeds.ballots.values()].reduce((sum, one) => sum + one.size, 0)}`,
  );
  say(`steps run ${Object.keys(console?.times ?? {}).length}; clocks apart ${deviation} ms`);
  say(
    `a new note reached others: p50 ${part(deeds.delivery, 0.5)} ms, p95 ${part(deeds.delivery, 0.95)} ms (${deeds.delivery.length} arrivals)`,
  );
  say(`server: ${Math.round((cpu / seconds) * 1_000) / 10} % of one processor over ${Math.round(seconds)} s`);
  for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
  say(faults.length === 0 ? 'no fault' : `${faults.length} faults`);
  for (const one of group) one.leave();
  leader.close();
  return faults.length === 0 ? 0 : 1;
}

function part(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`rehearsal: ${line}\n`);
}
