import { DEFAULT_RULES } from '@talkoot/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActivityRow,
  CommandDone,
  type Commit,
  type NewVersion,
  type ParticipantRow,
  StoreConflict,
  type WorkshopRow,
} from './port.ts';
import type { OpenStore } from './engines.ts';

/** An engine under test: one database that outlives the stores opened on it. */
export interface StorageHarness {
  open(): Promise<OpenStore>;
  /** Ends the engine at once, as a crash does. */
  crash(store: OpenStore): Promise<void>;
  dispose(): Promise<void>;
}

/** A row as tests need it. */
export function testWorkshop(id: string, more: Partial<WorkshopRow> = {}): WorkshopRow {
  return {
    id,
    teamId: 'team',
    title: 'Kevätpäivä',
    language: 'fi',
    state: 'open',
    joinCode: null,
    rules: DEFAULT_RULES,
    closesAt: null,
    createdAt: 1,
    updatedAt: 1,
    rehearsal: null,
    deletedAt: null,
    ...more,
  };
}

/** A person as tests need one. */
export function testParticipant(id: string, workshopId: string, more: Partial<ParticipantRow> = {}): ParticipantRow {
  return {
    id,
    workshopId,
    accountId: null,
    name: 'Aino',
    role: 'participant',
    status: 'in',
    colour: '#336699',
    createdAt: 1,
    mode: null,
    tag: '',
    ...more,
  };
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const W = 'workshop-1';
const update = (seq: number, document = W): Commit => ({
  workshopId: W,
  updates: [{ document, seq, update: bytes(seq % 256, seq >> 8) }],
});
const command = (id: string): NonNullable<Commit['command']> => ({
  id,
  type: 'open',
  participantId: 'p1',
  at: 5,
  result: `result of ${id}`,
});

/** What every storage engine must do. Calls `describe`; use it at the top of a test file. */
export function storageConformance(name: string, make: () => Promise<StorageHarness>): void {
  describe(`storage conformance: ${name}`, () => {
    let harness: StorageHarness;
    let store: OpenStore;

    beforeEach(async () => {
      harness = await make();
      store = await harness.open();
      await store.workshops.create({
        workshop: testWorkshop(W),
        participants: [testParticipant('p1', W)],
        documents: [],
        grants: [],
      });
    });
    afterEach(async () => {
      await store.close();
      await harness.dispose();
    });

    async function reopen(): Promise<void> {
      await harness.crash(store);
      store = await harness.open();
    }

    it('gives a document never written an epoch, and the same one every time', async () => {
      const [first, second] = await Promise.all([store.documents.load(W, W), store.documents.load(W, W)]);
      expect(first).toMatchObject({ snapshot: null, snapshotSeq: 0, tail: [], leases: [], deleted: [] });
      expect(first.epoch).toMatch(/^\S{8,}$/);
      expect(second.epoch).toBe(first.epoch);
      await reopen();
      expect((await store.documents.load(W, W)).epoch).toBe(first.epoch);
      expect(await store.documents.names(W)).toEqual([]);
    });

    it('gives back updates in the order they were committed', async () => {
      await Promise.all(Array.from({ length: 300 }, (_, index) => store.documents.commit(update(index + 1))));
      const { tail } = await store.documents.load(W, W);
      expect(tail.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
      expect(tail[258]).toEqual({ seq: 259, update: bytes(3, 1) });
    });

    it('does not touch the bytes it is given, nor more than the view of them', async () => {
      const whole = new Uint8Array(1000).fill(7);
      const view = whole.subarray(10, 13);
      await store.documents.commit({ workshopId: W, updates: [{ document: W, seq: 1, update: view }] });
      expect(view).toEqual(bytes(7, 7, 7));
      expect((await store.documents.load(W, W)).tail[0]?.update).toEqual(bytes(7, 7, 7));
    });

    it('gives another version after every commit, and the same one after a snapshot', async () => {
      const versions = [await store.documents.version(W, W)];
      await store.documents.commit(update(1));
      versions.push(await store.documents.version(W, W));
      await store.documents.commit(update(2));
      versions.push(await store.documents.version(W, W));
      expect(new Set(versions).size).toBe(3);
      await store.documents.commit(update(1, `${W}~backstage`));
      await store.documents.saveSnapshot(W, W, { seq: 2, bytes: bytes(1), stateVector: bytes(2) });
      expect(await store.documents.version(W, W)).toBe(versions[2]);
    });

    it('keeps documents of a workshop apart and names the written ones', async () => {
      await store.documents.commit(update(1));
      await store.documents.commit(update(1, `${W}~backstage`));
      await store.documents.load(W, `${W}~mine~p1`);
      expect(await store.documents.names(W)).toEqual([W, `${W}~backstage`]);
      expect((await store.documents.load(W, `${W}~backstage`)).tail).toHaveLength(1);
    });

    it('writes everything of a commit, and it survives a crash', async () => {
      await store.documents.commit({
        ...update(1),
        leases: [{ document: W, clientId: 4_294_967_295, participantId: 'p1' }],
        deleted: [{ document: W, id: 'e1', author: 'p1', kind: 'sticky', deletedBy: null }],
        session: '{"step":1}',
        workshop: {
          state: 'closed',
          joinCode: null,
          title: 'Uusi',
          rules: { ...DEFAULT_RULES, edit: 'all' },
          updatedAt: 9,
        },
        participants: [{ id: 'p1', name: 'Eino', role: 'observer', status: 'removed' }],
        command: command('c1'),
      });
      await reopen();
      const room = await store.documents.load(W, W);
      expect(room.leases).toEqual([{ clientId: 4_294_967_295, participantId: 'p1' }]);
      expect(room.deleted).toEqual([{ id: 'e1', author: 'p1', kind: 'sticky', deletedBy: null }]);
      expect(room.tail).toHaveLength(1);
      expect(await store.documents.session(W)).toBe('{"step":1}');
      expect(await store.documents.commandResult(W, 'c1')).toBe('result of c1');
      expect(await store.workshops.get(W)).toMatchObject({ state: 'closed', title: 'Uusi', rules: { edit: 'all' } });
      expect(await store.workshops.participants(W)).toMatchObject([
        { name: 'Eino', role: 'observer', status: 'removed' },
      ]);
    });

    it("changes participants of the commit's own workshop only", async () => {
      const other = testWorkshop('workshop-2');
      await store.workshops.create({
        workshop: other,
        participants: [testParticipant('p2', other.id)],
        documents: [],
        grants: [],
      });
      await store.documents.commit({ workshopId: W, participants: [{ id: 'p2', role: 'facilitator' }] });
      expect(await store.workshops.participants(other.id)).toMatchObject([{ role: 'participant' }]);
    });

    it('carries out a command once and gives the first answer again', async () => {
      await store.documents.commit({ ...update(1), command: command('c1') });
      const again = { ...update(2), command: { ...command('c1'), result: 'another' } };
      await expect(store.documents.commit(again)).rejects.toMatchObject({ result: 'result of c1' });
      await expect(store.documents.commit(again)).rejects.toBeInstanceOf(CommandDone);
      expect((await store.documents.load(W, W)).tail).toHaveLength(1);
      expect(await store.documents.commandResult(W, 'c2')).toBeNull();
    });

    it('lets one of several equal commands given at once through', async () => {
      const results = await Promise.allSettled(
        [1, 2, 3, 4].map((seq) => store.documents.commit({ ...update(seq), command: command('same') })),
      );
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
      expect((await store.documents.load(W, W)).tail.map(({ seq }) => seq)).toEqual([1]);
    });

    it('writes nothing of a commit that contradicts the log, nor what was given after it', async () => {
      await store.documents.commit(update(1));
      const results = await Promise.allSettled([
        store.documents.commit(update(2)),
        store.documents.commit({ ...update(1), session: 'half' }),
        store.documents.commit(update(3)),
        store.documents.commit({ workshopId: 'workshop-2' }),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
      expect((results[1] as PromiseRejectedResult).reason).toBeInstanceOf(StoreConflict);
      expect((results[2] as PromiseRejectedResult).reason).toMatchObject({ reason: 'lost', retry: false });
      expect(await store.documents.session(W)).toBeNull();
      await store.documents.commit(update(3));
      expect((await store.documents.load(W, W)).tail.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    });

    it('replaces the log by a snapshot, never by an older one', async () => {
      for (let seq = 1; seq <= 5; seq++) await store.documents.commit(update(seq));
      await store.documents.saveSnapshot(W, W, { seq: 4, bytes: bytes(40), stateVector: bytes(41) });
      await store.documents.saveSnapshot(W, W, { seq: 2, bytes: bytes(20), stateVector: bytes(21) });
      await reopen();
      const room = await store.documents.load(W, W);
      expect(room).toMatchObject({ snapshot: bytes(40), stateVector: bytes(41), snapshotSeq: 4 });
      expect(room.tail.map(({ seq }) => seq)).toEqual([5]);
      expect(await store.documents.names(W)).toEqual([W]);
    });

    it('gives every load one moment, while others write and compact', async () => {
      const writing = (async () => {
        for (let seq = 1; seq <= 120; seq++) {
          await store.documents.commit(update(seq));
          if (seq % 10 === 0) {
            await store.documents.saveSnapshot(W, W, { seq, bytes: bytes(seq), stateVector: bytes(1) });
          }
        }
        return true;
      })();
      let loads = 0;
      for (let done = false; !done; loads++) {
        const room = await store.documents.load(W, W);
        const seqs = room.tail.map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => room.snapshotSeq + 1 + index));
        done = await Promise.race([writing, Promise.resolve(false)]);
      }
      expect(loads).toBeGreaterThan(1);
    });

    it('ends a history: log, snapshot, leases and deleted elements go, the other documents stay', async () => {
      await store.documents.commit({
        ...update(1),
        leases: [{ document: W, clientId: 1, participantId: 'p1' }],
        deleted: [{ document: W, id: 'e1', author: 'p1', kind: 'sticky', deletedBy: null }],
      });
      await store.documents.saveSnapshot(W, W, { seq: 1, bytes: bytes(1), stateVector: bytes(1) });
      await store.documents.commit(update(1, `${W}~backstage`));
      await store.documents.commit({ ...update(1), newEpochs: [{ document: W, epoch: 'second' }] });
      const room = await store.documents.load(W, W);
      expect(room).toMatchObject({ epoch: 'second', snapshot: null, leases: [], deleted: [] });
      expect(room.tail).toHaveLength(1);
      expect((await store.documents.load(W, `${W}~backstage`)).tail).toHaveLength(1);
    });

    it('keeps the first owner of a client id', async () => {
      const lease = (participantId: string): Commit => ({
        workshopId: W,
        leases: [{ document: W, clientId: 9, participantId }],
      });
      await store.documents.commit(lease('p1'));
      await store.documents.commit(lease('p2'));
      expect((await store.documents.load(W, W)).leases).toEqual([{ clientId: 9, participantId: 'p1' }]);
    });

    it('loses nothing acknowledged and keeps nothing by halves when it crashes with commits in hand', async () => {
      const documents = [1, 2, 3, 4, 5].map((count) => `${W}~mine~p${count}`);
      const acknowledged = new Map(documents.map((document) => [document, 0]));
      let lost = 0;
      for (let round = 1; round <= 6; round++) {
        // Each writer gives its next commit when the one before is acknowledged; the crash comes amid them.
        let left = round * 4;
        const reached = Promise.withResolvers<void>();
        const writers = documents.map(async (document) => {
          for (let seq = (acknowledged.get(document) ?? 0) + 1; ; seq++) {
            await store.documents.commit({ ...update(seq, document), session: `${document} ${seq}` });
            acknowledged.set(document, seq);
            if (--left === 0) reached.resolve();
          }
        });
        const settled = Promise.allSettled(writers);
        await reached.promise;
        await reopen();
        lost += (await settled).filter(({ status }) => status === 'rejected').length;
        for (const document of documents) {
          const seqs = (await store.documents.load(W, document)).tail.map(({ seq }) => seq);
          expect(seqs).toEqual(seqs.map((_, index) => index + 1));
          // The one in hand may have been written before its acknowledgement was lost.
          const known = acknowledged.get(document) ?? 0;
          expect([known, known + 1]).toContain(seqs.length);
          acknowledged.set(document, seqs.length);
        }
        const [document, seq] = String(await store.documents.session(W)).split(' ');
        expect(Number(seq)).toBe(acknowledged.get(String(document)));
      }
      expect(lost).toBe(30);
    });

    it('makes a workshop with its people, first updates and grants, or nothing of it', async () => {
      const workshop = testWorkshop('workshop-2', { joinCode: 'ABCDEFGH' });
      await store.workshops.create({
        workshop,
        participants: [testParticipant('p2', workshop.id, { role: 'facilitator', accountId: 'a1' })],
        documents: [{ document: workshop.id, update: bytes(1, 2) }],
        grants: [],
      });
      expect(await store.workshops.get('workshop-2')).toEqual(workshop);
      expect((await store.documents.load('workshop-2', 'workshop-2')).tail).toEqual([{ seq: 1, update: bytes(1, 2) }]);
      const clash = {
        workshop: testWorkshop('workshop-3', { joinCode: 'ABCDEFGH' }),
        participants: [],
        documents: [],
        grants: [],
      };
      await expect(store.workshops.create(clash)).rejects.toBeInstanceOf(StoreConflict);
      expect(await store.workshops.get('workshop-3')).toBeNull();
      expect(await store.workshops.grants('workshop-2')).toEqual([]);
    });

    it('knows the workshops that are to close, not those that were deleted', async () => {
      const make = (id: string, more: Partial<WorkshopRow>): Promise<void> =>
        store.workshops.create({ workshop: testWorkshop(id, more), participants: [], documents: [], grants: [] });
      await make('workshop-2', { closesAt: 7 });
      await make('workshop-3', { closesAt: 8, deletedAt: 1 });
      await store.documents.commit({ workshopId: W, workshop: { closesAt: 9 } });
      expect((await store.workshops.closing()).sort()).toEqual([W, 'workshop-2']);
      await store.documents.commit({ workshopId: W, workshop: { closesAt: null } });
      expect(await store.workshops.closing()).toEqual(['workshop-2']);
    });

    it('keeps versions with their commit, the latest first, page by page, and loses them with the workshop', async () => {
      const version = (id: string, createdAt: number, more: Partial<NewVersion> = {}): NewVersion => ({
        ...{ id, createdAt, epoch: 'e', seq: 1, name: null, reason: 'hour', participantId: null, elements: 3 },
        state: bytes(7, createdAt),
        ...more,
      });
      await store.documents.commit({ ...update(1), versions: [version('a', 1), version('b', 2), version('c', 2)] });
      const named = version('d', 3, { name: 'Ennen ryhmittelyä', reason: 'named', participantId: 'p1' });
      await store.documents.commit({ workshopId: W, command: command('c1'), versions: [named] });
      // Done before: nothing of it is written again.
      const again = { workshopId: W, command: command('c1'), versions: [version('e', 4)] };
      await expect(store.documents.commit(again)).rejects.toBeInstanceOf(CommandDone);
      const ids = async (page: { before?: string; limit: number }): Promise<string[]> =>
        (await store.versions.list(W, page)).map(({ id }) => id);
      expect(await ids({ limit: 2 })).toEqual(['d', 'c']);
      expect(await ids({ before: 'c', limit: 9 })).toEqual(['b', 'a']);
      expect(await ids({ before: 'gone', limit: 9 })).toEqual([]);
      const { state, ...row } = named;
      expect(await store.versions.get(W, 'd')).toEqual(row);
      expect(await store.versions.get(W, 'nobody')).toBeNull();
      expect(await store.versions.state(W, 'd')).toEqual(state);
      expect(await store.versions.state(W, 'nobody')).toBeNull();
      expect(await store.versions.unnamed(W)).toEqual([
        { id: 'c', createdAt: 2 },
        { id: 'b', createdAt: 2 },
        { id: 'a', createdAt: 1 },
      ]);

      expect(await store.versions.rename(W, 'a', 'Alku')).toBe(true);
      expect(await store.versions.rename('workshop-2', 'a', 'Toisen')).toBe(false);
      expect(await store.versions.countNamed(W)).toBe(2);
      await store.versions.remove(W, ['b', 'c', 'nobody']);
      expect(await ids({ limit: 9 })).toEqual(['d', 'a']);
      await store.close();
      store = await harness.open();
      expect(await ids({ limit: 9 })).toEqual(['d', 'a']);
      await store.db.deleteFrom('workshop').where('id', '=', W).execute();
      expect(await ids({ limit: 9 })).toEqual([]);
    });

    it('keeps who changed what, an entry that goes on as one, and only the latest', async () => {
      const entry = (element: string, at: number, since = at): ActivityRow => ({
        ...{ element, kind: 'sticky', participantId: 'p1', what: 'words' },
        ...{ since, at },
      });
      await store.documents.commit({ workshopId: W, activity: [entry('a', 1), entry('b', 2), entry('c', 2)] });
      await store.documents.commit({ workshopId: W, activity: [entry('a', 3, 1)] });
      const list = (page: { element?: string; before?: number; limit: number }) => store.activity.list(W, page);
      const all = await list({ limit: 9 });
      expect(all.map(({ element, since, at }) => [element, since, at])).toEqual([
        ['a', 1, 3],
        ['c', 2, 2],
        ['b', 2, 2],
      ]);
      expect((await list({ before: all[1]?.id ?? 0, limit: 9 })).map(({ element }) => element)).toEqual(['b']);
      expect(await list({ element: 'a', limit: 9 })).toEqual([{ id: all[0]?.id, ...entry('a', 3, 1) }]);
      await store.activity.trim(W, 2);
      expect((await list({ limit: 9 })).map(({ element }) => element)).toEqual(['a', 'c']);
      await store.db.deleteFrom('workshop').where('id', '=', W).execute();
      expect(await list({ limit: 9 })).toEqual([]);
    });

    it('rolls an interactive transaction back whole, and lets commits wait for one', async () => {
      const failing = store.db.transaction().execute(async (transaction) => {
        await transaction.insertInto('team').values({ id: 't', name: 'Tiimi', createdAt: 1 }).execute();
        throw new Error('changed my mind');
      });
      const commit = store.documents.commit(update(1));
      await expect(failing).rejects.toThrow('changed my mind');
      await commit;
      expect(await store.db.selectFrom('team').selectAll().execute()).toEqual([]);
      expect((await store.documents.load(W, W)).tail).toHaveLength(1);
    });

    it('finishes what is queued when it is closed, and refuses what comes later', async () => {
      const queued = Array.from({ length: 50 }, (_, index) => store.documents.commit(update(index + 1)));
      await store.close();
      await Promise.all(queued);
      await expect(store.documents.commit(update(51))).rejects.toMatchObject({ reason: 'closed', retry: false });
      store = await harness.open();
      expect((await store.documents.load(W, W)).tail).toHaveLength(50);
    });

    it('says that it is ready', async () => {
      await store.ready();
    });
  });
}
