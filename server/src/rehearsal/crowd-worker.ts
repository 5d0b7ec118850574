import { parentPort, workerData } from 'node:worker_threads';
import { typeOf } from '@talkoot/facilitation';
import { Chance } from './chance.ts';
import { Crowd } from './crowd.ts';
import type { Pass } from './guest.ts';
import type { Beginning, FromCrowd, ToCrowd } from './messages.ts';
import { pause } from './person.ts';

/** How often everybody looks what there is to do, and the server hears how it goes, real ms. */
const LOOK_MS = 200;
const PROGRESS_MS = 1_000;
const SETTLE_MS = 5_000;
const MOST_FAULTS = 10;
/** A turn that is so much over, ms of the workshop, is ended. */
const TURN_OVER_MS = 15_000;
/** Notes are revealed so far into a step that is there for it, ms of the workshop. */
const REVEAL_AFTER_MS = 20_000;

const port = parentPort;
if (!port) throw new Error('this is a thread of the server');
const tell = (message: FromCrowd): void => port.postMessage(message);

const beginning = workerData as Beginning;
let { auto } = beginning;
let ended = false;
/** Moments at which something was asked, by kind. */
const said = new Map<FromCrowd['type'], string>();
const asked = new Map<number, (pass: Pass | null) => void>();

port.on('message', (message: ToCrowd) => {
  if (message.type === 'pass') {
    asked.get(message.number)?.(message.pass);
    asked.delete(message.number);
  } else if (message.type === 'auto') auto = message.auto;
  else ended = true;
});

const crowd = new Crowd({
  ...beginning,
  chance: new Chance(beginning.seed),
  async admit(number) {
    const pass = await new Promise<Pass | null>((resolve) => {
      asked.set(number, resolve);
      tell({ type: 'admit', number });
    });
    if (!pass) throw new Error(`person ${number} was not let in`);
    return pass;
  },
});

await crowd.gather();
await run();
await crowd.settle(ended ? 0 : SETTLE_MS);
crowd.leave();
tell({ type: 'over', report: crowd.report(Date.now()), faults: crowd.deeds.faults.slice(0, MOST_FAULTS) });
port.close();

/** Until all is done or somebody ends it. */
async function run(): Promise<void> {
  let toldAt = 0;
  let begun = false;
  while (!ended) {
    crowd.tend();
    const step = crowd.session?.step ?? null;
    begun ||= step !== null;
    if (begun && crowd.session && !step && !crowd.session.reveal) return;
    if (auto) lead();
    if (Date.now() - toldAt >= PROGRESS_MS) {
      toldAt = Date.now();
      tell({ type: 'progress', present: crowd.present, report: crowd.report(toldAt) });
    }
    await pause(LOOK_MS);
  }
}

/** What a facilitator does who keeps to the plan. */
function lead(): void {
  const { session } = crowd;
  if (!session || session.paused || session.reveal) return;
  const { step, clock, turns } = session;
  if (!step) return once('next null', { type: 'next', after: null });
  if (!clock) return;
  const now = crowd.sessionNow();
  if (typeOf(step)?.reveals && now >= clock.startedAt + REVEAL_AFTER_MS)
    once(`reveal ${step.id} ${clock.startedAt}`, { type: 'reveal' });
  const speaks = turns && turns.at < turns.order.length;
  if (speaks && now >= turns.since + turns.seconds * 1_000 + TURN_OVER_MS)
    once(`turn ${step.id} ${turns.since}`, { type: 'turn' });
  if (now >= clock.endsAt) once(`next ${step.id} ${clock.endsAt}`, { type: 'next', after: step.id });
}

/** What was asked last of each kind: nothing is asked twice of the same moment. */
function once(moment: string, message: FromCrowd): void {
  if (said.get(message.type) === moment) return;
  said.set(message.type, moment);
  tell(message);
}
