import { Command, CommandResult } from '@talkoot/protocol';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { entered } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

/** Commands that would let real people into a throw-away copy, or end it in another way than its rehearsal does. */
const NOT_IN_A_COPY: ReadonlySet<Command['type']> = new Set(['open', 'close', 'renewCode', 'admit']);

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
        if (workshop.rehearsal && NOT_IN_A_COPY.has(input.body.type))
          throw new ProblemError('not-allowed', 'not in a rehearsal');
        return services.hosts.command(workshop.id, standing.participant.id, input.body);
      },
    }),
  ];
}
