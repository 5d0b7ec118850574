import {
  Agenda,
  LIMITS,
  PaperPersonInput,
  PeopleView,
  PersonView,
  WorkshopInput,
  WorkshopList,
  WorkshopPatch,
  WorkshopView,
} from '@talkoot/protocol';
import { agendaOf, builtinTemplate, layOut } from '@talkoot/templates';
import { z } from 'zod';
import { newId } from '../../ids.ts';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { toWorkshopRow } from '../../storage/rows.ts';
import { type Access, accessTo, accountOf, entered, hosting, isRoomHost, mayManage } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { createWorkshop } from './create.ts';
import { presentWorkshop } from './present.ts';

/** Path of everything about one workshop. */
export const WorkshopPath = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/) });

const DAY_MS = 86_400_000;

/** Workshops: list, make, look at, rename, bring back, delete, copy; their people. */
export function workshopRoutes(services: Services): Route[] {
  return [...collectionRoutes(services), ...changeRoutes(services), ...readRoutes(services)];
}

function present({ workshop, standing, isMember }: Access): z.input<typeof WorkshopView> {
  return presentWorkshop(workshop, standing?.participant ?? null, { isMember });
}

function collectionRoutes(services: Services): Route[] {
  const { clock, hosts, store } = services;
  return [
    route({
      method: 'get',
      path: '/workshops',
      summary: 'Workshops of the teams one belongs to, the latest first; deleted ones while they can be brought back',
      answer: WorkshopList,
      problems: ['sign-in-needed'],
      async handle(input) {
        const account = await accountOf(services, input);
        const rows = await store.db
          .selectFrom('workshop')
          .innerJoin('member', 'member.teamId', 'workshop.teamId')
          .selectAll('workshop')
          .where('member.accountId', '=', account.id)
          .where('rehearsal', 'is', null)
          .where((eb) =>
            eb.or([eb('deletedAt', 'is', null), eb('deletedAt', '>', clock() - LIMITS.undoDeleteDays * DAY_MS)]),
          )
          .orderBy('workshop.updatedAt', 'desc')
          .execute();
        const own = await store.db.selectFrom('participant').selectAll().where('accountId', '=', account.id).execute();
        const byWorkshop = new Map(own.map((participant) => [participant.workshopId, participant]));
        return {
          workshops: rows.map((row) =>
            presentWorkshop(toWorkshopRow(row), byWorkshop.get(row.id) ?? null, { isMember: true }),
          ),
        };
      },
    }),
    route({
      method: 'post',
      path: '/workshops',
      summary: 'Make a workshop, blank or from a template',
      body: WorkshopInput,
      answer: WorkshopView,
      status: 201,
      problems: ['sign-in-needed', 'not-found'],
      async handle(input) {
        const account = await accountOf(services, input);
        const { title, templateId = 'blank', language = input.language } = input.body;
        const template = builtinTemplate(templateId);
        if (!template) throw new ProblemError('not-found', 'no such template');
        const { elements, frameIds } = layOut(template, language, newId);
        const update = hosts.newBoard({ title, language, elements });
        const steps = agendaOf(template, frameIds, newId);
        const teamId = await firstTeam(services, account.id);
        const { workshop, participant } = await createWorkshop(services, account, {
          teamId,
          title,
          language,
          update,
          grants: [],
          agenda: {
            startsAt: null,
            bookedMinutes: template.durationMinutes || null,
            expectedPeople: template.groupSize.ideal || null,
            steps,
          },
        });
        return presentWorkshop(workshop, participant, { isMember: true });
      },
    }),
    route({
      method: 'post',
      path: '/workshops/:id/duplicate',
      summary: 'Copy a workshop with its board, without its people',
      params: WorkshopPath,
      answer: WorkshopView,
      status: 201,
      problems: ['sign-in-needed', 'not-found'],
      async handle(input) {
        const account = await accountOf(services, input);
        const { workshop, isMember } = await accessTo(services, input, input.params.id);
        if (!isMember || workshop.deletedAt !== null) throw new ProblemError('not-found');
        if (workshop.rehearsal) throw new ProblemError('not-allowed', 'a rehearsal');
        const { teamId, title, language } = workshop;
        const { update, agenda } = await hosts.copyBoard(workshop.id, { title, language });
        const grants = await store.workshops.grants(workshop.id);
        const copy = await createWorkshop(services, account, {
          ...{ teamId, title, language, update, grants, agenda },
        });
        return presentWorkshop(copy.workshop, copy.participant, { isMember: true });
      },
    }),
  ];
}

async function firstTeam({ store }: Services, accountId: string): Promise<string> {
  const row = await store.db
    .selectFrom('member')
    .select('teamId')
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .executeTakeFirst();
  if (!row) throw new ProblemError('not-allowed', 'in no team');
  return row.teamId;
}

function changeRoutes(services: Services): Route[] {
  const { clock, hosts, store } = services;
  return [
    route({
      method: 'patch',
      path: '/workshops/:id',
      summary: 'Rename a workshop, or bring a deleted one back',
      params: WorkshopPath,
      body: WorkshopPatch,
      answer: WorkshopView,
      problems: ['sign-in-needed', 'not-found', 'not-allowed'],
      async handle(input) {
        const { id } = input.params;
        const access = await accessTo(services, input, id);
        if (!mayManage(access) || access.workshop.rehearsal) throw new ProblemError('not-allowed');
        const { title, deleted } = input.body;
        const { deletedAt } = access.workshop;
        if (deletedAt !== null && (deleted === undefined || !canReturn(deletedAt, clock())))
          throw new ProblemError('not-found');
        await store.db
          .updateTable('workshop')
          .set({
            updatedAt: clock(),
            ...(title === undefined ? {} : { title }),
            ...(deleted === undefined ? {} : { deletedAt: null }),
          })
          .where('id', '=', id)
          .execute();
        await hosts.refresh(id);
        return present(await accessTo(services, input, id));
      },
    }),
    route({
      method: 'delete',
      path: '/workshops/:id',
      summary: `Delete a workshop; it can be brought back for ${LIMITS.undoDeleteDays} days`,
      params: WorkshopPath,
      problems: ['sign-in-needed', 'not-found', 'not-allowed'],
      async handle(input) {
        const { id } = input.params;
        const { isMember, workshop } = await accessTo(services, input, id);
        // A copy ends with its rehearsal.
        if (!isMember || workshop.rehearsal) throw new ProblemError('not-allowed');
        if (workshop.deletedAt !== null) return;
        await store.db.updateTable('workshop').set({ deletedAt: clock() }).where('id', '=', id).execute();
        await hosts.refresh(id);
      },
    }),
  ];
}

function canReturn(deletedAt: number, now: number): boolean {
  return now - deletedAt <= LIMITS.undoDeleteDays * DAY_MS;
}

function readRoutes(services: Services): Route[] {
  return [
    route({
      method: 'get',
      path: '/workshops/:id',
      summary: "A workshop as the caller may know it, and the caller's place in it",
      params: WorkshopPath,
      answer: WorkshopView,
      problems: ['sign-in-needed', 'not-found', 'removed-from-workshop'],
      async handle(input) {
        const access = await accessTo(services, input, input.params.id);
        if (access.standing?.participant.status === 'removed') throw new ProblemError('removed-from-workshop');
        return present(access);
      },
    }),
    route({
      method: 'get',
      path: '/workshops/:id/agenda',
      summary: 'The plan of a workshop, for its facilitators and its team',
      params: WorkshopPath,
      answer: Agenda,
      problems: ['sign-in-needed', 'not-found', 'not-allowed'],
      async handle(input) {
        const access = await accessTo(services, input, input.params.id);
        if (!mayManage(access)) throw new ProblemError('not-allowed');
        if (access.workshop.deletedAt !== null) throw new ProblemError('not-found');
        return services.hosts.agenda(access.workshop.id);
      },
    }),
    route({
      method: 'post',
      path: '/workshops/:id/people',
      summary: 'Add somebody who is in the room without a device, for facilitators and room hosts, who write for them',
      params: WorkshopPath,
      body: PaperPersonInput,
      answer: PersonView,
      status: 201,
      problems: ['sign-in-needed', 'not-found', 'not-allowed', 'workshop-closed', 'too-many-requests'],
      async handle({ params, body, ...input }) {
        const { workshop } = await hosting(services, input, params.id);
        if (workshop.state === 'closed') throw new ProblemError('workshop-closed');
        const person = { name: body.name, role: 'participant', status: 'in', accountId: null, mode: 'paper' } as const;
        const { id, name, role, colour, mode, tag } = await services.people.add(workshop.id, person);
        return { id, name, role, colour, mode, tag, online: false };
      },
    }),
    route({
      method: 'get',
      path: '/workshops/:id/people',
      summary: 'The people of a workshop; who waits in the lobby is for facilitators and room hosts',
      params: WorkshopPath,
      answer: PeopleView,
      problems: ['sign-in-needed', 'not-found', 'removed-from-workshop', 'not-allowed'],
      async handle(input) {
        const access = await entered(services, input, input.params.id);
        const { people, lobby } = await services.hosts.people(access.workshop.id);
        const mayAdmit = mayManage(access) || isRoomHost(access);
        return { people, lobby: mayAdmit ? lobby : [] };
      },
    }),
  ];
}
