import { isFacilitating, RehearsalInput, RehearsalPatch, RehearsalState, RehearsalView } from '@talkoot/protocol';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Access, entered } from '../kit/access.ts';
import { giveGuestCookie } from '../kit/guest-cookie.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

const PROBLEMS = ['sign-in-needed', 'not-found', 'removed-from-workshop', 'not-allowed'] as const;
const PATH = '/workshops/:id/rehearsal';

/** The rehearsal of a workshop, for its facilitators: on a throw-away copy, with simulated people. */
export function rehearsalRoutes(services: Services): Route[] {
  const { guests, limits, rehearsals } = services;
  return [
    route({
      method: 'get',
      path: PATH,
      summary: 'The rehearsal that runs, and how the last one went, for facilitators',
      params: WorkshopPath,
      answer: RehearsalState,
      problems: PROBLEMS,
      async handle(input) {
        const { workshop } = await rehearsing(services, input, input.params.id);
        return rehearsals.state(workshop.id);
      },
    }),
    route({
      method: 'post',
      path: PATH,
      summary: 'Rehearse the agenda with simulated people on a throw-away copy, for facilitators',
      params: WorkshopPath,
      body: RehearsalInput,
      answer: RehearsalView,
      status: 201,
      problems: [...PROBLEMS, 'conflict', 'too-many-requests'],
      async handle(input) {
        const { workshop, standing } = await rehearsing(services, input, input.params.id);
        const { participant } = standing;
        await limits.newWorkshop(participant.accountId ?? participant.id);
        const { view, leader } = await rehearsals.begin(workshop, participant, input.body);
        // Who has no account is known in the copy by a cookie for it.
        if (leader.accountId === null)
          giveGuestCookie(services, input.response, view.copyId, await guests.begin(view.copyId, leader.id));
        return view;
      },
    }),
    route({
      method: 'patch',
      path: PATH,
      summary: 'Let the steps of the rehearsal follow one another by themselves, or not',
      params: WorkshopPath,
      body: RehearsalPatch,
      problems: PROBLEMS,
      async handle(input) {
        const { workshop } = await rehearsing(services, input, input.params.id);
        rehearsals.setAuto(workshop.id, input.body.auto);
      },
    }),
    route({
      method: 'delete',
      path: PATH,
      summary: 'End the rehearsal and remove its copy; how it went is kept',
      params: WorkshopPath,
      problems: PROBLEMS,
      async handle(input) {
        const { workshop } = await rehearsing(services, input, input.params.id);
        await rehearsals.end(workshop.id);
      },
    }),
  ];
}

/** The workshop for its facilitators; a copy is not rehearsed again. */
async function rehearsing(
  services: Services,
  input: Parameters<typeof entered>[1],
  id: string,
): Promise<Access & Pick<Awaited<ReturnType<typeof entered>>, 'standing'>> {
  const access = await entered(services, input, id);
  if (!isFacilitating(access.standing.participant.role)) throw new ProblemError('not-allowed', 'for facilitators');
  if (access.workshop.rehearsal) throw new ProblemError('not-allowed', 'a rehearsal itself');
  return access;
}
