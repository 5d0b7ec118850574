import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { elementsOf, textOf } from '@talkoot/board';
import { typeOf } from '@talkoot/facilitation';
import type { Agenda, ConsoleMessage, RehearsalInput } from '@talkoot/protocol';
import { Chance } from '../../rehearsal/chance.ts';
import { Crowd } from '../../rehearsal/crowd.ts';
import type { Deeds } from '../../rehearsal/deeds.ts';
import { pause } from '../../rehearsal/person.ts';
import { ServerProcess } from '../../sync/testing/server-process.ts';
import { until, WireClient } from '../../sync/testing/wire-client.ts';
import { command, joinAs, newWorkshop } from '../test-server.ts';

/** How often everybody looks what there is to do, ms. */
const LOOK_MS = 500;
/** No step is rehearsed in less: people must have time to begin. */
const SHORTEST_MS = 6_000;
const SAVED_MS = 60_000;

const OPTIONS = {
  people: { type: 'string', default: '20' },
  agenda: { type: 'string', default: 'start-stop-continue' },
  speed: { type: 'string', default: '20' },
  seed: { type: 'string', default: '1' },
  'letters-per-minute': { type: 'string', default: '200' },
  phones: { type: 'string', default: '30' },
  latecomers: { type: 'string', default: '5' },
  dropouts: { type: 'string', default: '10' },
} as const;

const { values } = parseArgs({ options: OPTIONS });
// As many as one likes: no workshop shares this server.
const input: RehearsalInput = {
  people: Number(values.people),
  speed: Math.min(60, Number(values.speed)),
  lettersPerMinute: Number(values['letters-per-minute']),
  phones: Number(values.phones),
  latecomers: Number(values.latecomers),
  dropouts: Number(values.dropouts),
};

const server = await ServerProcess.start();
try {
  process.exitCode = await rehearse();
} finally {
  await server.dispose();
}

/** Runs a whole agenda with simulated people over real sockets; answers an exit code. */
async function rehearse(): Promise<number> {
  const owner = await server.owner();
  const workshop = await newWorkshop(server, { title: 'Harjoitus', templateId: values.agenda });
  const leader = new WireClient(owner, workshop.id, workshop.participant?.id ?? '', { v1: true });
  await leader.connect();
  const agenda = await owner.get<Agenda>(`/workshops/${workshop.id}/agenda`);
  const crowd = crowdOf(workshop, agenda);
  await crowd.gather();
  const begun = { at: Date.now(), cpu: await cpuSeconds() };
  say(`${input.people} people, ${agenda.steps.length} steps, ${input.speed} times as fast, seed ${values.seed}`);
  const ahead: number[] = [];
  for (const { id, type, minutes } of agenda.steps) {
    await command(owner, workshop.id, { type: 'goTo', stepId: id });
    const lasts = Math.max(SHORTEST_MS, (minutes * 60_000) / input.speed);
    const over = Date.now() + lasts;
    say(`${type}, ${Math.round(lasts / 1_000)} s`);
    const here = crowd.people.filter(({ board }) => board !== null);
    await until(`all are in ${type}`, () => here.every((one) => !one.board || one.session?.step?.id === id));
    for (const { board } of here) if (board) ahead.push(board.clockAhead);
    while (Date.now() < over) {
      crowd.tend();
      await pause(LOOK_MS);
    }
    await crowd.settle(SAVED_MS);
    if (typeOf({ type })?.reveals) await reveal(owner, workshop.id, leader);
  }
  await command(owner, workshop.id, { type: 'goTo', stepId: null });
  await reveal(owner, workshop.id, leader);
  await until('all rounds are closed', () => leader.session.rounds.every(({ closedAt }) => closedAt !== null));
  crowd.tend();
  const seconds = (Date.now() - begun.at) / 1_000;
  const deviation = Math.max(...ahead) - Math.min(...ahead);
  crowd.leave();
  return report({ crowd, leader, seconds, deviation, cpu: (await cpuSeconds()) - begun.cpu });
}

function crowdOf(workshop: { id: string; joinCode: string }, agenda: Agenda): Crowd {
  return new Crowd({
    workshopId: workshop.id,
    input,
    minutes: agenda.steps.reduce((sum, { minutes }) => sum + minutes, 0),
    chance: new Chance(values.seed),
    async admit(number) {
      const name = `Henkilö ${number}`;
      // Each from an address of its own, as from homes.
      const ip = `203.0.${number >> 8}.${number & 255}`;
      const { browser, joined } = await joinAs(server, workshop.joinCode, name, ip);
      const headers = { cookie: browser.cookieHeader, 'x-forwarded-for': ip };
      return { base: server.base, participantId: joined.participant.id, name, headers };
    },
  });
}

async function reveal(
  owner: Awaited<ReturnType<ServerProcess['owner']>>,
  workshopId: string,
  leader: WireClient,
): Promise<void> {
  await command(owner, workshopId, { type: 'reveal', frames: null, authors: null });
  await until('notes are about to be revealed', () => leader.session.reveal !== null);
  await until('nothing waits to be revealed', () => leader.session.reveal === null);
}

async function cpuSeconds(): Promise<number> {
  const stat = await readFile(`/proc/${server.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

interface Outcome {
  crowd: Crowd;
  leader: WireClient;
  seconds: number;
  cpu: number;
  deviation: number;
}

function report({ crowd, leader, seconds, cpu, deviation }: Outcome): number {
  const { deeds } = crowd;
  const faults = [
    ...deeds.faults.map((fault) => `error: ${fault}`),
    ...deeds.refused.map(({ code, count }) => `refused ${count} times: ${code}`),
    ...notesAmiss(leader, deeds),
    ...roundsAmiss(leader, deeds),
  ];
  const console = leader.told.get('console') as ConsoleMessage | undefined;
  const { rounds } = leader.session;
  const answers = [...deeds.ballots.values()].reduce((sum, one) => sum + one.size, 0);
  const unfinished = crowd.report(Date.now()).steps.reduce((sum, step) => sum + step.unfinished, 0);
  say(`private notes ${deeds.privateNotes.size}, open notes ${deeds.openNotes.size}`);
  say(`rounds ${rounds.length}, answers ${answers}, not done in time ${unfinished}`);
  say(`steps run ${Object.keys(console?.times ?? {}).length}; clocks apart ${deviation} ms`);
  const [p50, p95] = [part(deeds.delivery, 0.5), part(deeds.delivery, 0.95)];
  say(`a new note reached others: p50 ${p50} ms, p95 ${p95} ms (${deeds.delivery.length} arrivals)`);
  say(`server: ${Math.round((cpu / seconds) * 1_000) / 10} % of one processor over ${Math.round(seconds)} s`);
  for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`);
  say(faults.length === 0 ? 'no fault' : `${faults.length} faults`);
  leader.close();
  return faults.length === 0 ? 0 : 1;
}

/** Every note is on the board once. */
function notesAmiss(leader: WireClient, deeds: Deeds): string[] {
  const counts = new Map<string, number>();
  for (const id of elementsOf(leader.doc).keys()) {
    const words = textOf(leader.doc, id)?.toString() ?? '';
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...deeds.privateNotes, ...deeds.openNotes]
    .filter((words) => counts.get(words) !== 1)
    .map((words) => `a note is there ${counts.get(words) ?? 0} times: ${words}`);
}

/** Every answer was counted once. */
function roundsAmiss(leader: WireClient, deeds: Deeds): string[] {
  return leader.session.rounds.flatMap((round) => {
    const ballots = [...(deeds.ballots.get(round.id)?.values() ?? [])];
    if (round.answered !== ballots.length) return [`round ${round.id}: ${round.answered} of ${ballots.length} answers`];
    if (round.rules.method !== 'dots') return [];
    const marks = ballots.flatMap((ballot) => Object.values(ballot.marks));
    const given = marks.reduce<number>((sum, mark) => sum + Number(mark), 0);
    const counted = (round.results ?? []).reduce((sum, { score }) => sum + score, 0);
    return given === counted ? [] : [`round ${round.id}: ${counted} dots counted of ${given}`];
  });
}

function part(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`rehearsal: ${line}\n`);
}
