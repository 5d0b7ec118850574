import type { InvitationView, Me } from '@talkoot/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

describe('invitations', () => {
  let server: TestServer;
  let teamId: string;
  beforeAll(async () => {
    server = await startTestServer();
    teamId = (await (await server.owner()).get<Me>('/me')).teams[0]?.id ?? '';
  });
  afterAll(() => server.dispose());
  afterEach(() => {
    server.ahead = 0;
  });

  let count = 0;
  const someone = () => ({ name: 'Eino', email: `eino${++count}@example.org`, password: 'pitkä salasana' });
  const invite = async (): Promise<InvitationView> =>
    (await server.owner()).post<InvitationView>(`/teams/${teamId}/invitations`, {}, 201);

  test('bring one new facilitator into the team', async () => {
    const { token, url, teamName, expiresAt } = await invite();
    expect(url).toBe(`${server.base}/invitation/${token}`);
    expect(expiresAt).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    const browser = server.browser();
    expect(await browser.get(`/invitations/${token}`)).toEqual({ teamName });
    await browser.post(`/invitations/${token}`, someone(), 204);
    expect(await browser.get<Me>('/me')).toMatchObject({
      account: { name: 'Eino', owner: false },
      teams: [{ id: teamId }],
    });
    expect(await server.browser().get(`/invitations/${token}`, 404)).toMatchObject({ code: 'invitation-unknown' });
    await server.browser().post(`/invitations/${token}`, someone(), 404);
  });

  test('take one of two who open the link at once, and leave no account of the other', async () => {
    const { token } = await invite();
    const people = [someone(), someone()];
    const answers = await Promise.all(
      people.map((body) => server.browser().send('POST', `/api/v1/invitations/${token}`, { body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const loser = people[answers.findIndex(({ status }) => status === 404)];
    await server.browser().post('/session', { email: loser?.email, password: loser?.password }, 401);
  });

  test('bring in somebody who has an account', async () => {
    const { token } = await invite();
    await server.browser().post(`/invitations/${token}/membership`, undefined, 401);
    const owner = await server.owner();
    await owner.post(`/invitations/${token}/membership`, undefined, 204);
    expect((await owner.get<Me>('/me')).teams).toHaveLength(1);
  });

  test('keep an address that is taken', async () => {
    const { token } = await invite();
    const browser = server.browser();
    expect(await browser.post(`/invitations/${token}`, { ...someone(), email: 'aino@example.org' }, 409)).toMatchObject(
      { code: 'email-taken' },
    );
    await browser.post(`/invitations/${token}`, someone(), 204);
  });

  test('end after a week', async () => {
    const { token } = await invite();
    server.ahead = 7 * 86_400_000 + 1_000;
    await server.browser().get(`/invitations/${token}`, 404);
  });

  test("are the members' to make", async () => {
    await server.browser().post(`/teams/${teamId}/invitations`, {}, 401);
    await (await server.owner()).post('/teams/another/invitations', {}, 404);
  });

  test('are kept as hashes', async () => {
    const { token } = await invite();
    const rows = await server.services.store.db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
