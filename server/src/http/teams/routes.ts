import { AcceptInvitationInput, InvitationView } from '@talkoot/protocol';
import { z } from 'zod';
import { hashToken, newToken } from '../../ids.ts';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { accountOf, callerOf } from '../kit/access.ts';
import { baseUrl } from '../kit/address.ts';
import { type Route, route } from '../kit/route.ts';

/** An invitation waits for a week. */
const INVITATION_MS = 7 * 86_400_000;

const TeamPath = z.object({ teamId: z.string().max(64) });
const TokenPath = z.object({ token: z.string().min(1).max(200) });
const InvitationPreview = z.object({ teamName: z.string() });

/** Teams and the links that bring facilitators into them. */
export function teamRoutes(services: Services): Route[] {
  const { accounts, clock, limits, people, store } = services;

  /** The open invitation behind a token; wrong tries count like wrong passwords. */
  async function invitationOf(
    token: string,
    ip: string,
  ): Promise<{ tokenHash: string; teamId: string; teamName: string }> {
    await limits.passwords.check(ip);
    const found = await store.db
      .selectFrom('invitation')
      .innerJoin('team', 'team.id', 'invitation.teamId')
      .select(['invitation.tokenHash', 'invitation.teamId', 'team.name as teamName'])
      .where('tokenHash', '=', hashToken(token))
      .where('acceptedBy', 'is', null)
      .where('expiresAt', '>', clock())
      .executeTakeFirst();
    if (found) return found;
    await limits.passwords.fail(ip);
    throw new ProblemError('invitation-unknown');
  }

  /** Uses an invitation up for an account; true for whoever came first. */
  async function accept(tokenHash: string, teamId: string, accountId: string): Promise<boolean> {
    return store.db.transaction().execute(async (transaction) => {
      const used = await transaction
        .updateTable('invitation')
        .set({ acceptedBy: accountId })
        .where('tokenHash', '=', tokenHash)
        .where('acceptedBy', 'is', null)
        .executeTakeFirst();
      if (used.numUpdatedRows === 0n) return false;
      await transaction
        .insertInto('member')
        .values({ teamId, accountId, owner: 0, createdAt: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return true;
    });
  }

  return [
    route({
      method: 'post',
      path: '/teams/:teamId/invitations',
      summary: 'Make a link that brings one facilitator into the team',
      params: TeamPath,
      answer: InvitationView,
      status: 201,
      problems: ['sign-in-needed', 'not-found'],
      async handle(input) {
        const account = await accountOf(services, input);
        const { teamId } = input.params;
        const team = await store.db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirst();
        if (!team || !(await people.isMember(account, teamId))) throw new ProblemError('not-found');
        const token = newToken();
        const createdAt = clock();
        const expiresAt = createdAt + INVITATION_MS;
        await store.db
          .insertInto('invitation')
          .values({
            tokenHash: hashToken(token),
            teamId,
            invitedBy: account.id,
            createdAt,
            expiresAt,
            acceptedBy: null,
          })
          .execute();
        const url = `${baseUrl(input.request, services.config)}/invitation/${token}`;
        return { token, url, teamName: team.name, expiresAt };
      },
    }),
    route({
      method: 'get',
      path: '/invitations/:token',
      summary: 'What an invitation is for',
      params: TokenPath,
      answer: InvitationPreview,
      problems: ['invitation-unknown'],
      handle: ({ params, request }) => invitationOf(params.token, request.ip ?? ''),
    }),
    route({
      method: 'post',
      path: '/invitations/:token',
      summary: 'Accept an invitation with a new account, and sign in',
      params: TokenPath,
      body: AcceptInvitationInput,
      problems: ['invitation-unknown', 'email-taken'],
      async handle({ params, body, request, response }) {
        const { tokenHash, teamId } = await invitationOf(params.token, request.ip ?? '');
        const { value, cookies } = await accounts.signUp(body);
        if (!(await accept(tokenHash, teamId, value.id))) {
          await store.db.deleteFrom('authUser').where('id', '=', value.id).execute();
          throw new ProblemError('invitation-unknown');
        }
        response.append('Set-Cookie', cookies);
      },
    }),
    route({
      method: 'post',
      path: '/invitations/:token/membership',
      summary: 'Accept an invitation with the account one is signed in with',
      params: TokenPath,
      problems: ['invitation-unknown', 'sign-in-needed'],
      async handle(input) {
        const { account } = await callerOf(services, input);
        if (!account) throw new ProblemError('sign-in-needed');
        const { tokenHash, teamId } = await invitationOf(input.params.token, input.request.ip ?? '');
        if (!(await accept(tokenHash, teamId, account.id))) throw new ProblemError('invitation-unknown');
      },
    }),
  ];
}
