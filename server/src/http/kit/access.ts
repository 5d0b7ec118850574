import type { Request, Response } from 'express';
import { isFacilitating } from '@talkoot/protocol';
import type { Account } from '../../auth/accounts.ts';
import type { Caller, Standing } from '../../auth/people.ts';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { WorkshopRow } from '../../storage/port.ts';

type WithRequest = { request: Request; response: Response };

/** Who asks. Passes on a prolonged session cookie. */
export async function callerOf({ accounts }: Services, { request, response }: WithRequest): Promise<Caller> {
  const { cookie } = request.headers;
  const current = await accounts.current(cookie);
  if (current && current.cookies.length > 0) response.append('Set-Cookie', current.cookies);
  return { account: current?.value ?? null, cookie };
}

/** The signed-in person; throws `sign-in-needed`. */
export async function accountOf(services: Services, input: WithRequest): Promise<Account> {
  const { account } = await callerOf(services, input);
  if (!account) throw new ProblemError('sign-in-needed');
  return account;
}

/** The caller's relation to a workshop. */
export interface Access {
  caller: Caller;
  workshop: WorkshopRow;
  /** Null for a team member who has not entered. */
  standing: Standing | null;
  isMember: boolean;
}

/** The workshop for whoever has anything to do with it. What others must not know looks like what does not exist. */
export async function accessTo(services: Services, input: WithRequest, id: string): Promise<Access> {
  const { people, store } = services;
  const caller = await callerOf(services, input);
  const workshop = await store.workshops.get(id);
  const standing = workshop && (await people.find(caller, workshop));
  const isMember = workshop !== null && (await people.isMember(caller.account, workshop.teamId));
  if (workshop && (standing || isMember) && (workshop.deletedAt === null || isMember)) {
    return { caller, workshop, standing, isMember };
  }
  throw new ProblemError(caller.account || standing ? 'not-found' : 'sign-in-needed');
}

/**
 * A person who is in the workshop now; team members come in as facilitators. A room screen is no person: it is let in
 * only where `screens` says so.
 */
export async function entered(
  services: Services,
  input: WithRequest,
  id: string,
  { screens = false } = {},
): Promise<Access & { standing: Standing }> {
  const access = await accessTo(services, input, id);
  if (access.workshop.deletedAt !== null) throw new ProblemError('not-found');
  const standing = access.standing ?? (await services.people.enter(access.caller, access.workshop));
  if (!standing) throw new ProblemError('not-found');
  if (standing.participant.status === 'removed') throw new ProblemError('removed-from-workshop');
  if (standing.participant.status === 'lobby') throw new ProblemError('not-allowed', 'waiting in the lobby');
  if (standing.participant.role === 'display' && !screens) throw new ProblemError('not-allowed', 'a room screen');
  return { ...access, standing };
}

/** May the caller run the workshop: its facilitators and its team. */
export function mayManage({ standing, isMember }: Access): boolean {
  return isMember || (standing?.participant.status === 'in' && isFacilitating(standing.participant.role));
}

/** The workshop for whoever looks after a room: facilitators, its team and room hosts. */
export async function hosting(services: Services, input: WithRequest, id: string): Promise<Access> {
  const access = await accessTo(services, input, id);
  if (!mayManage(access) && !isRoomHost(access)) throw new ProblemError('not-allowed');
  if (access.workshop.deletedAt !== null) throw new ProblemError('not-found');
  return access;
}

/** Does the caller take part as the host of a room? */
export function isRoomHost({ standing }: Access): boolean {
  return standing?.participant.status === 'in' && standing.participant.role === 'roomHost';
}
