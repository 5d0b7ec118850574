import { parseRoomName, TicketInput, TicketView } from '@talkoot/protocol';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { entered } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

/** Tickets for programs whose sockets cannot send the cookie. */
export function ticketRoutes(services: Services): Route[] {
  const { hosts, tickets } = services;
  return [
    route({
      method: 'post',
      path: '/workshops/:id/ticket',
      summary: "Get a ticket for `?ticket=` of a room's socket",
      params: WorkshopPath,
      body: TicketInput,
      answer: TicketView,
      problems: ['sign-in-needed', 'not-found', 'not-allowed', 'removed-from-workshop'],
      async handle(input) {
        const { workshop, standing } = await entered(services, input, input.params.id);
        const room = parseRoomName(input.body.room ?? workshop.id);
        if (room?.workshopId !== workshop.id) throw new ProblemError('not-found', 'no such room');
        const { participant } = standing;
        if (!(await hosts.mayOpen(room, participant.id)))
          throw new ProblemError('not-allowed', 'not for this person now');
        const lease = await hosts.lease(room, participant.id);
        return { ...(await tickets.issue(room, standing, lease.clientId)), ...lease };
      },
    }),
  ];
}
