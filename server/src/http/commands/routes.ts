import { Command, CommandResult } from '@talkoot/protocol';
import type { Services } from '../../services.ts';
import { entered } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

/** Facilitation commands, carried out once however often they arrive. */
export function commandRoutes(services: Services): Route[] {
  return [
    route({
      method: 'post',
      path: '/workshops/:id/commands',
      summary: 'Give a facilitation command',
      params: WorkshopPath,
      body: Command,
      answer: CommandResult,
      problems: [
        'sign-in-needed',
        'not-found',
        'not-allowed',
        'removed-from-workshop',
        'workshop-closed',
        'store-away',
      ],
      async handle(input) {
        const { workshop, standing } = await entered(services, input, input.params.id);
        return services.hosts.command(workshop.id, standing.participant.id, input.body);
      },
    }),
  ];
}
