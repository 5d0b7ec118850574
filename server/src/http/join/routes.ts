import { JoinInput, JoinPreview, JoinResult } from '@talkoot/protocol';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Caller, Standing } from '../../auth/people.ts';
import type { Services } from '../../services.ts';
import type { ParticipantRow, WorkshopRow } from '../../storage/port.ts';
import { callerOf } from '../kit/access.ts';
import { giveGuestCookie } from '../kit/guest-cookie.ts';
import { type Route, route } from '../kit/route.ts';
import { createCodeDoor } from './code-door.ts';

type WithRequest = { request: Request; response: Response };

const CodePath = z.object({ code: z.string().max(40) });

/** Joining by code: with an account, as a guest, or as who one was before. */
export function joinRoutes(services: Services): Route[] {
  const door = createCodeDoor(services);
  return [
    route({
      method: 'get',
      path: '/join/:code',
      summary: 'What a code opens, and who this browser already is there',
      params: CodePath,
      answer: JoinPreview,
      problems: ['code-unknown'],
      async handle(input) {
        const caller = await callerOf(services, input);
        const workshop = await door.open(input.params.code, caller, input.request.ip ?? '');
        const standing = personOf(await services.people.find(caller, workshop));
        const known = standing && { name: standing.participant.name, role: standing.participant.role };
        return { title: workshop.title, language: workshop.language, known };
      },
    }),
    route({
      method: 'post',
      path: '/join',
      summary: 'Join a workshop by its code',
      body: JoinInput,
      answer: JoinResult,
      problems: ['code-unknown'],
      async handle(input) {
        const caller = await callerOf(services, input);
        const workshop = await door.open(input.body.code, caller, input.request.ip ?? '');
        const participant = await join(services, input, { caller, workshop, ...input.body });
        const { id, name, role, status } = participant;
        if (status === 'removed') throw new Error('somebody removed got in');
        return { workshopId: workshop.id, title: workshop.title, participant: { id, name, role, status } };
      },
    }),
  ];
}

interface Joining {
  caller: Caller;
  workshop: WorkshopRow;
  name: string;
  someoneElse?: boolean | undefined;
}

async function join(services: Services, input: WithRequest, joining: Joining): Promise<ParticipantRow> {
  const { people } = services;
  const { caller, workshop, name, someoneElse } = joining;
  const known = personOf(await people.enter(caller, workshop));
  if (known && !(someoneElse && isGuest(known))) return comeBack(services, known, workshop);
  // Whoever waits or was removed does not get past the lobby under another name.
  const status = known && known.participant.status !== 'in' ? 'lobby' : await placeFor(services, workshop);
  // An account is one person; only guests can be someone else.
  const accountId = known ? null : (caller.account?.id ?? null);
  const participant = await people.add(workshop.id, { name, role: 'participant', status, accountId });
  if (accountId === null) await setGuestCookie(services, input.response, participant);
  return participant;
}

/** Who stands there. A browser that was a room screen is nobody yet. */
function personOf(standing: Standing | null): Standing | null {
  return standing?.participant.role === 'display' ? null : standing;
}

function isGuest(standing: Standing): boolean {
  return standing.sessionRef.startsWith('guest:');
}

/** The same person again. Whoever was removed comes back only through the lobby. */
async function comeBack(services: Services, standing: Standing, workshop: WorkshopRow): Promise<ParticipantRow> {
  const { participant } = standing;
  if (participant.status !== 'removed') return participant;
  await services.store.db
    .updateTable('participant')
    .set({ status: 'lobby', role: 'participant' })
    .where('id', '=', participant.id)
    .execute();
  await services.hosts.refresh(workshop.id);
  return { ...participant, status: 'lobby', role: 'participant' };
}

/** Before it opens, and while somebody guesses codes with many addresses, a facilitator lets people in. */
async function placeFor({ limits }: Services, workshop: WorkshopRow): Promise<'in' | 'lobby'> {
  return workshop.state === 'open' && !(await limits.codes.underAttack()) ? 'in' : 'lobby';
}

async function setGuestCookie(services: Services, response: Response, participant: ParticipantRow): Promise<void> {
  const token = await services.guests.begin(participant.workshopId, participant.id);
  giveGuestCookie(services, response, participant.workshopId, token);
}
