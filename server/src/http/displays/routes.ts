import { DisplayEnterInput, DisplayEntry, DisplayInput, DisplayLink, DisplayList, Id, LIMITS } from '@talkoot/protocol';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { ParticipantRow, WorkshopRow } from '../../storage/port.ts';
import { callerOf, hosting } from '../kit/access.ts';
import { baseUrl } from '../kit/address.ts';
import { giveGuestCookie } from '../kit/guest-cookie.ts';
import { type Route, route } from '../kit/route.ts';
import { presentWorkshop } from '../workshops/present.ts';
import { WorkshopPath } from '../workshops/routes.ts';

const DisplayPath = WorkshopPath.extend({ displayId: Id });

const PROBLEMS = ['sign-in-needed', 'not-found', 'not-allowed'] as const;

/**
 * Room screens: guests of the role `display`, who are no people. The secret of a screen's link is the token of its
 * session, so a link is kept as a hash, ends with the session, and opens the same screen wherever it is opened.
 */
export function displayRoutes(services: Services): Route[] {
  return [...leadingRoutes(services), enterRoute(services)];
}

function leadingRoutes(services: Services): Route[] {
  const { config, guests, hosts, people } = services;
  return [
    route({
      method: 'post',
      path: '/workshops/:id/displays',
      summary: 'Make the link of a room screen, for facilitators and room hosts; its secret is told only here',
      params: WorkshopPath,
      body: DisplayInput,
      answer: DisplayLink,
      status: 201,
      problems: [...PROBLEMS, 'conflict'],
      async handle(input) {
        const { workshop } = await hosting(services, input, input.params.id);
        if ((await displaysOf(services, workshop.id)).length >= LIMITS.displays)
          throw new ProblemError('conflict', 'as many screens as there may be');
        const name = input.body.name ?? '';
        const screen = await people.add(workshop.id, { name, role: 'display', status: 'in', accountId: null });
        const secret = await guests.begin(workshop.id, screen.id);
        const query = new URLSearchParams({ key: secret });
        return { id: screen.id, url: `${baseUrl(input.request, config)}/display/${workshop.id}#${query}` };
      },
    }),
    route({
      method: 'get',
      path: '/workshops/:id/displays',
      summary: 'The room screens of a workshop, for facilitators and room hosts',
      params: WorkshopPath,
      answer: DisplayList,
      problems: PROBLEMS,
      async handle(input) {
        const { workshop } = await hosting(services, input, input.params.id);
        const rows = await displaysOf(services, workshop.id);
        const online = await hosts.online(workshop.id);
        return {
          displays: rows.map(({ id, name, createdAt }) => ({ id, name, createdAt, online: online.has(id) })),
        };
      },
    }),
    route({
      method: 'delete',
      path: '/workshops/:id/displays/:displayId',
      summary: 'End a room screen: its link opens nothing any more',
      params: DisplayPath,
      problems: PROBLEMS,
      async handle(input) {
        const { id, displayId } = input.params;
        await hosting(services, input, id);
        const screen = (await displaysOf(services, id)).find((one) => one.id === displayId);
        if (!screen) throw new ProblemError('not-found');
        await services.store.db
          .updateTable('participant')
          .set({ status: 'removed' })
          .where('id', '=', screen.id)
          .execute();
        await guests.end(screen.id);
        await hosts.refresh(id);
      },
    }),
  ];
}

function enterRoute(services: Services): Route {
  const { guests, hosts, people, store, tickets } = services;
  return route({
    method: 'post',
    path: '/displays/enter',
    summary: "Come in as a room screen by the secret of its link: a ticket for the board's room",
    body: DisplayEnterInput,
    answer: DisplayEntry,
    problems: ['display-unknown'],
    async handle(input) {
      const { secret } = input.body;
      const session = await guests.holder(secret);
      const workshop = session && (await store.workshops.get(session.workshopId));
      const screen = session && (await people.get(session.participantId));
      if (!workshop || workshop.deletedAt !== null || screen?.role !== 'display' || screen.status !== 'in')
        throw new ProblemError('display-unknown');
      // The images of the board come by cookie. Who this browser is already, it stays: the socket has its ticket.
      const before = await people.find(await callerOf(services, input), workshop);
      if (before === null || before.participant.role === 'display')
        giveGuestCookie(services, input.response, workshop.id, secret);
      const room = { workshopId: workshop.id, scope: 'board' } as const;
      const lease = await hosts.lease(room, screen.id);
      const standing = { participant: screen, sessionRef: `guest:${session.tokenHash}` };
      const { expectedPeople = null } = await hosts.agenda(workshop.id);
      return {
        workshop: presentWorkshop(workshop, screen, { isMember: false }),
        expectedPeople,
        ticket: { ...(await tickets.issue(room, standing, lease.clientId)), ...lease },
      };
    },
  });
}

async function displaysOf({ store }: Services, workshopId: WorkshopRow['id']): Promise<ParticipantRow[]> {
  return store.db
    .selectFrom('participant')
    .selectAll()
    .where('workshopId', '=', workshopId)
    .where('role', '=', 'display')
    .where('status', '=', 'in')
    .orderBy('createdAt')
    .execute();
}
