import { elementsOf, textOf } from '@talkoot/board';
import type { RehearsalInput, RehearsalState, RehearsalView, WorkshopList, WorkshopView } from '@talkoot/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { until, WireClient } from '../../sync/testing/wire-client.ts';
import type { Browser } from '../../testing/browser.ts';
import { command, joinAs, newWorkshop, startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.owner();
});
afterAll(() => server.dispose());

const INPUT: RehearsalInput = {
  ...{ people: 3, lettersPerMinute: 400, phones: 34, latecomers: 0, dropouts: 0, speed: 20 },
};
const title = { fi: 'Vaihe', sv: 'Steg', en: 'Step' };
const step = (id: string, type: string, minutes: number, settings: object = {}): object => ({
  ...{ id, type, minutes, settings, title, phase: 'divergence', prompt: { fi: '', sv: '', en: '' }, cue: 'salaa' },
  ...{ optional: false, skipped: false, autoAdvance: false, frames: [] },
});

/** A workshop whose board has one note, with such an agenda. */
async function planned(steps: object[]): Promise<WorkshopView & { joinCode: string }> {
  const workshop = await newWorkshop(server, { title: 'Retro' });
  const client = new WireClient(owner, workshop.id, workshop.participant?.id ?? '');
  await client.connect();
  client.addSticky('valmiina', 'valmiina taululla');
  await until('saved', () => client.isSaved);
  client.close();
  await command(owner, workshop.id, { type: 'addSteps', steps, before: null });
  return workshop;
}

const path = (id: string): string => `/workshops/${id}/rehearsal`;
const stateOf = (id: string): Promise<RehearsalState> => owner.get<RehearsalState>(path(id));
const begin = (id: string, more: Partial<RehearsalInput> = {}): Promise<RehearsalView> =>
  owner.post<RehearsalView>(path(id), { ...INPUT, ...more }, 201);

test('S38 an agenda is rehearsed on a copy at twenty times the speed, and what it took is reported', async () => {
  const workshop = await planned([
    step('kirjoita', 'private-writing', 1, { landIn: 'tray', revealMode: 'at-step-end' }),
    step('puhukaa', 'round-robin', 1, { turnSeconds: 60 }),
  ]);
  const { copyId } = await begin(workshop.id);
  const copy = await owner.get<WorkshopView>(`/workshops/${copyId}`);
  expect(copy).toMatchObject({
    ...{ title: 'Rehearsal: Retro', state: 'open', joinCode: null, rehearsal: { of: workshop.id, speed: 20 } },
    participant: { role: 'facilitator' },
  });
  const leader = new WireClient(owner, copyId, copy.participant?.id ?? '');
  await leader.connect();
  expect(Object.values(leader.elements)).toMatchObject([{ text: 'valmiina taululla' }]);

  await until('a minute is over in three seconds', () => leader.session.step?.id === 'puhukaa');
  await until('all is done', async () => (await stateOf(workshop.id)).running?.over ?? false);
  const notes = [...elementsOf(leader.doc).keys()].map((id) => textOf(leader.doc, id)?.toString() ?? '');
  const { report } = await stateOf(workshop.id);
  expect(report).toMatchObject({ whole: true, faults: 0, refused: [], input: INPUT });
  expect(report?.steps).toMatchObject([
    { stepId: 'kirjoita', type: 'private-writing', minutes: 1, people: 3, answers: 0 },
    { stepId: 'puhukaa', turns: true, neededMs: 180_000, people: 3 },
  ]);
  expect(report?.steps[0]?.notes).toBe(notes.length - 1);
  expect(report?.steps[0]?.ranMs).toBeGreaterThanOrEqual(55_000);
  expect(report?.steps[1]?.unfinished).toBeGreaterThan(0);

  await owner.delete(path(workshop.id));
  await until('the copy is gone', () => leader.closes.includes(4404));
  await owner.get(`/workshops/${copyId}`, 404);
  expect(await stateOf(workshop.id)).toMatchObject({ running: null, report: { whole: true } });
});

test('S38 nobody finds the copy or is let into it, and its people are participants who know no more than others', async () => {
  const workshop = await planned([step('kirjoita', 'private-writing', 10, { landIn: 'tray' })]);
  const { joinCode } = workshop;
  const { browser } = await joinAs(server, joinCode, 'Eero');
  await browser.post(path(workshop.id), INPUT, 403);
  await browser.get(path(workshop.id), 403);
  const { copyId } = await begin(workshop.id);
  await owner.post(path(workshop.id), INPUT, 409);
  await owner.post(path(copyId), INPUT, 403);
  await owner.post(`/workshops/${copyId}/duplicate`, undefined, 403);
  await owner.patch(`/workshops/${copyId}`, { title: 'Oikea' }, 403);
  await owner.send('DELETE', `/api/v1/workshops/${copyId}`).then(({ status }) => expect(status).toBe(403));
  for (const type of ['renewCode', 'close', 'open']) await command(owner, copyId, { type }, 403);
  const { workshops } = await owner.get<z.input<typeof WorkshopList>>('/workshops');
  expect(workshops.map(({ id }) => id)).not.toContain(copyId);
  await browser.get(`/workshops/${copyId}`, 401);

  await until('they write', async () => ((await stateOf(workshop.id)).report?.steps[0]?.people ?? 0) > 0);
  const people = await server.services.store.workshops.participants(copyId);
  expect(people.map(({ role }) => role).sort()).toEqual(['facilitator', 'participant', 'participant', 'participant']);
  await owner.patch(path(workshop.id), { auto: false }, 204);
  expect((await stateOf(workshop.id)).running).toMatchObject({ auto: false, present: 3, over: false });
  await owner.delete(path(workshop.id));
  const { report } = await stateOf(workshop.id);
  expect(report).toMatchObject({ whole: true, refused: [], faults: 0 });
});

test('S38 a facilitator without an account leads the copy too', async () => {
  const workshop = await planned([step('kirjoita', 'open-writing', 10)]);
  const { browser, joined } = await joinAs(server, workshop.joinCode, 'Eero');
  const participantId = joined.participant.id;
  await command(owner, workshop.id, { type: 'setRole', participantId, role: 'cofacilitator' });
  const { copyId } = await browser.post<RehearsalView>(path(workshop.id), INPUT, 201);
  const copy = await browser.get<WorkshopView>(`/workshops/${copyId}`);
  expect(copy.participant).toMatchObject({ name: 'Eero', role: 'cofacilitator' });
  await command(browser, copyId, { type: 'pause', paused: true });
  await browser.delete(path(workshop.id));
});

test('S38 latecomers come, lines fail and come back, and the server removes copies when it stops and when it starts', async () => {
  const workshop = await planned([step('kirjoita', 'open-writing', 2), step('lopuksi', 'discussion', 3)]);
  const { copyId } = await begin(workshop.id, { people: 4, latecomers: 50, dropouts: 25 });
  const { store } = server.services;
  const joined = async (): Promise<number> => (await store.workshops.participants(copyId)).length - 1;
  await until('half come late', async () => (await joined()) === 4);
  // The last step waits for as long as lines fail and come back.
  await owner.patch(path(workshop.id), { auto: false }, 204);
  await until('somebody lost the line', async () => ((await stateOf(workshop.id)).running?.present ?? 4) < 4);
  await until('and came back', async () => (await stateOf(workshop.id)).running?.present === 4);
  const next = await planned([step('kirjoita', 'open-writing', 20)]);
  await begin(next.id);
  const third = await planned([step('kirjoita', 'open-writing', 20)]);
  await owner.post(path(third.id), INPUT, 429);
  const { dataDir } = server;
  await server.stop();
  server = await startTestServer({ dataDir });
  owner = await server.owner();
  expect(await server.services.store.workshops.get(copyId)).toBeNull();
  expect(await stateOf(workshop.id)).toMatchObject({ running: null, report: { faults: 0, refused: [] } });
});
