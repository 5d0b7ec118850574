import { SetupInput } from '@talkoot/protocol';
import { newId } from '../../ids.ts';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Route, route } from '../kit/route.ts';

/** Is there no owner yet? */
export async function setupNeeded({ store }: Pick<Services, 'store'>): Promise<boolean> {
  const owner = await store.db.selectFrom('member').select('accountId').where('owner', '=', 1).executeTakeFirst();
  return owner === undefined;
}

/** Makes the first owner, once. */
export function setupRoutes(services: Services): Route[] {
  // Two set-ups at once would both find no owner: one after the other.
  let busy: Promise<unknown> = Promise.resolve();
  return [
    route({
      method: 'post',
      path: '/setup',
      summary: 'Make the first owner and a team, and sign in',
      body: SetupInput,
      problems: ['setup-done', 'setup-token-wrong'],
      handle({ body, request, response }) {
        const turn = busy.then(async () => {
          response.append('Set-Cookie', await setUp(services, body, request.ip ?? ''));
        });
        busy = turn.catch(() => undefined);
        return turn;
      },
    }),
  ];
}

async function setUp(services: Services, input: SetupInput, ip: string): Promise<string[]> {
  const { accounts, clock, limits, setupToken, store } = services;
  if (!(await setupNeeded(services))) throw new ProblemError('setup-done');
  await limits.passwords.check(ip);
  if (!setupToken.matches(input.token)) {
    await limits.passwords.fail(ip);
    throw new ProblemError('setup-token-wrong');
  }
  // A set-up that broke off half-way left an account that belongs to nothing.
  await store.db.deleteFrom('authUser').execute();
  const { name, email, password } = input;
  const { value, cookies } = await accounts.signUp({ name, email, password });
  const team = { id: newId(), name: input.teamName ?? name, createdAt: clock() };
  await store.db.transaction().execute(async (transaction) => {
    await transaction.insertInto('team').values(team).execute();
    await transaction
      .insertInto('member')
      .values({ teamId: team.id, accountId: value.id, owner: 1, createdAt: team.createdAt })
      .execute();
  });
  await setupToken.discard();
  return cookies;
}
