import type { TicketView } from '@talkoot/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinAs, newWorkshop, startTestServer, type TestServer } from '../testing/test-server.ts';
import { purge } from './purge.ts';

const DAY = 86_400_000;

describe('purge', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.dispose());

  const purgeAfter = (ms: number): Promise<void> =>
    purge({ ...server.services, db: server.services.store.db, clock: () => Date.now() + ms });
  const count = async (
    table: 'workshop' | 'guestSession' | 'ticket' | 'invitation' | 'authSession' | 'participant' | 'logEntry',
  ): Promise<number> => {
    const { n } = await server.services.store.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  };

  test('removes what its time is over, and nothing sooner', async () => {
    const owner = await server.owner();
    const [kept, deleted] = [await newWorkshop(server), await newWorkshop(server)];
    const { browser } = await joinAs(server, kept.joinCode, 'Eino');
    await joinAs(server, deleted.joinCode, 'Helmi');
    await browser.post<TicketView>(`/workshops/${kept.id}/ticket`, {});
    const team = (await owner.get<{ teams: { id: string }[] }>('/me')).teams[0]?.id;
    await owner.post(`/teams/${team}/invitations`, {}, 201);
    await owner.delete(`/workshops/${deleted.id}`);

    await purgeAfter(0);
    expect(
      await Promise.all([
        count('workshop'),
        count('guestSession'),
        count('ticket'),
        count('invitation'),
        count('authSession'),
      ]),
    ).toEqual([2, 2, 1, 1, 1]);

    await purgeAfter(2 * 60_000);
    expect(await count('ticket')).toBe(0);

    await purgeAfter(9 * 3_600_000);
    expect(await count('authSession')).toBe(0);

    await purgeAfter(8 * DAY);
    expect(await Promise.all([count('workshop'), count('guestSession'), count('invitation')])).toEqual([2, 2, 0]);

    await purgeAfter(31 * DAY);
    expect(await Promise.all([count('workshop'), count('guestSession'), count('participant')])).toEqual([1, 0, 2]);
    expect(await server.services.store.documents.names(deleted.id)).toEqual([]);
    expect(await server.services.store.documents.names(kept.id)).toEqual([kept.id]);
  });
});
