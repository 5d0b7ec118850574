import { ActivityList, Id, isFacilitating, LIMITS, VersionList, VersionPatch, VersionView } from '@talkoot/protocol';
import { z } from 'zod';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { VersionRow } from '../../storage/port.ts';
import { mayName, unpacked } from '../../versions/versions.ts';
import { type Access, entered } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

const VersionPath = WorkshopPath.extend({ versionId: Id });
const VersionQuery = z.object({
  /** The version before which the page begins. */
  before: z.optional(Id),
});

const ActivityQuery = z.object({
  /** Only what was done with this element. */
  element: z.optional(Id),
  /** The entry before which the page begins. */
  before: z.coerce.number().int().optional(),
});

const PROBLEMS = ['sign-in-needed', 'not-found', 'removed-from-workshop', 'not-allowed'] as const;
const BINARY = 'application/octet-stream';

/**
 * Versions of a board, for its facilitators. They are made by time and by the command `saveVersion`; one is brought
 * back by ordinary changes of the board.
 */
export function versionRoutes(services: Services): Route[] {
  return [...readRoutes(services), ...changeRoutes(services), activityRoute(services)];
}

function activityRoute(services: Services): Route {
  const { activity, workshops } = services.store;
  return route({
    method: 'get',
    path: '/workshops/:id/activity',
    summary:
      'Who changed which element when, the latest first, for facilitators; what the last minute brought may lack',
    params: WorkshopPath,
    query: ActivityQuery,
    answer: ActivityList,
    problems: PROBLEMS,
    async handle(input) {
      const { workshop } = await facilitating(services, input, input.params.id);
      const rows = await activity.list(workshop.id, { ...input.query, limit: LIMITS.activityPage + 1 });
      const names = new Map((await workshops.participants(workshop.id)).map(({ id, name }) => [id, name]));
      const shown = rows.slice(0, LIMITS.activityPage);
      return {
        entries: shown.map(({ participantId, ...row }) => ({
          ...row,
          by: { id: participantId, name: names.get(participantId) ?? '' },
        })),
        next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      };
    },
  });
}

function readRoutes(services: Services): Route[] {
  const { versions, workshops } = services.store;
  return [
    route({
      method: 'get',
      path: '/workshops/:id/versions',
      summary: 'Versions of the board, the latest first, for facilitators',
      params: WorkshopPath,
      query: VersionQuery,
      answer: VersionList,
      problems: PROBLEMS,
      async handle(input) {
        const { workshop } = await facilitating(services, input, input.params.id);
        const page = { before: input.query.before, limit: LIMITS.versionsPage + 1 };
        const rows = await versions.list(workshop.id, page);
        const names = new Map((await workshops.participants(workshop.id)).map(({ id, name }) => [id, name]));
        const shown = rows.slice(0, LIMITS.versionsPage);
        return {
          versions: shown.map((row) => present(row, names)),
          next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
        };
      },
    }),
    route({
      method: 'get',
      path: '/workshops/:id/versions/:versionId',
      summary: 'The board of a version as one Yjs update, for facilitators',
      params: VersionPath,
      produces: [BINARY],
      problems: PROBLEMS,
      async handle(input) {
        const { workshop } = await facilitating(services, input, input.params.id);
        const state = await versions.state(workshop.id, input.params.versionId);
        if (!state) throw new ProblemError('not-found');
        input.response
          .set('Cache-Control', 'no-store')
          .type(BINARY)
          .send(await unpacked(state));
      },
    }),
  ];
}

function changeRoutes(services: Services): Route[] {
  const { versions, workshops } = services.store;
  return [
    route({
      method: 'patch',
      path: '/workshops/:id/versions/:versionId',
      summary: 'Name a version; with a name it stays until somebody deletes it',
      params: VersionPath,
      body: VersionPatch,
      answer: VersionView,
      problems: [...PROBLEMS, 'versions-full'],
      async handle(input) {
        const { workshop } = await facilitating(services, input, input.params.id);
        const version = await versions.get(workshop.id, input.params.versionId);
        if (version?.name === null) await mayName(versions, workshop.id);
        const { name } = input.body;
        if (!version || !(await versions.rename(workshop.id, version.id, name))) throw new ProblemError('not-found');
        const names = new Map((await workshops.participants(workshop.id)).map((person) => [person.id, person.name]));
        return present({ ...version, name }, names);
      },
    }),
    route({
      method: 'delete',
      path: '/workshops/:id/versions/:versionId',
      summary: 'Delete a version that has a name; the others give way to newer ones in time',
      params: VersionPath,
      problems: [...PROBLEMS, 'conflict'],
      async handle(input) {
        const { workshop } = await facilitating(services, input, input.params.id);
        const version = await versions.get(workshop.id, input.params.versionId);
        if (!version) throw new ProblemError('not-found');
        if (version.name === null) throw new ProblemError('conflict', 'the version has no name');
        await versions.remove(workshop.id, [version.id]);
      },
    }),
  ];
}

/** Older words of people are their facilitators' to look at, nobody else's. */
async function facilitating(services: Services, input: Parameters<typeof entered>[1], id: string): Promise<Access> {
  const access = await entered(services, input, id);
  if (!isFacilitating(access.standing.participant.role)) throw new ProblemError('not-allowed', 'for facilitators');
  return access;
}

function present(row: VersionRow, names: ReadonlyMap<string, string>): z.input<typeof VersionView> {
  const { id, createdAt, name, reason, participantId, elements } = row;
  const by = participantId === null ? null : { id: participantId, name: names.get(participantId) ?? '' };
  return { id, createdAt, name, reason, by, elements };
}
