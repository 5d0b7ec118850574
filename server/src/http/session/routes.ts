import { Me, SessionInput } from '@talkoot/protocol';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { callerOf } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { setupNeeded } from '../setup/routes.ts';

/** Signing in and out, and who one is. */
export function sessionRoutes(services: Services): Route[] {
  const { accounts, hosts, limits, store, tickets } = services;
  return [
    route({
      method: 'post',
      path: '/session',
      summary: 'Sign in',
      body: SessionInput,
      problems: ['wrong-credentials'],
      async handle({ body, request, response }) {
        const ip = request.ip ?? '';
        await limits.passwords.check(ip);
        try {
          const { cookies } = await accounts.signIn(body);
          response.append('Set-Cookie', cookies);
        } catch (error) {
          if (error instanceof ProblemError) await limits.passwords.fail(ip);
          throw error;
        }
      },
    }),
    route({
      method: 'delete',
      path: '/session',
      summary: 'Sign out; tickets and sockets of this session end',
      async handle(input) {
        const { account, cookie } = await callerOf(services, input);
        input.response.append('Set-Cookie', await accounts.signOut(cookie));
        if (!account) return;
        await tickets.revoke(`account:${account.sessionId}`);
        // After the session and its tickets, so that who is closed cannot come back with them.
        await hosts.endSession(`account:${account.sessionId}`);
      },
    }),
    route({
      method: 'get',
      path: '/me',
      summary: 'Who is signed in, and whether Talkoot is set up',
      answer: Me,
      async handle(input) {
        const { account } = await callerOf(services, input);
        if (!account) return { account: null, teams: [], setupNeeded: await setupNeeded(services) };
        const teams = await store.db
          .selectFrom('member')
          .innerJoin('team', 'team.id', 'member.teamId')
          .select(['team.id', 'team.name', 'member.owner'])
          .where('member.accountId', '=', account.id)
          .orderBy('team.name')
          .execute();
        const { id, name, email } = account;
        return {
          account: { id, name, email, owner: teams.some(({ owner }) => owner === 1) },
          teams: teams.map((team) => ({ id: team.id, name: team.name })),
          setupNeeded: false,
        };
      },
    }),
  ];
}
