import { z } from 'zod';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { accessTo } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

/** Which look of the theme. */
const ThumbnailQuery = z.object({ scheme: z.enum(['light', 'dark']).default('light') });

/** Part of the version: pictures drawn by another version of the painter are other pictures. */
const PAINTER = 1;

/** Small pictures of boards. */
export function thumbnailRoutes(services: Services): Route[] {
  return [
    route({
      method: 'get',
      path: '/workshops/:id/thumbnail',
      summary: 'A small picture of the board, for who may read it',
      params: WorkshopPath,
      query: ThumbnailQuery,
      produces: ['image/svg+xml'],
      problems: ['sign-in-needed', 'not-found', 'removed-from-workshop', 'not-allowed'],
      async handle(input) {
        const { id } = input.params;
        const { scheme } = input.query;
        const { isMember, standing } = await accessTo(services, input, id);
        const status = standing?.participant.status;
        if (status === 'removed') throw new ProblemError('removed-from-workshop');
        if (!isMember && status !== 'in') throw new ProblemError('not-allowed', 'waiting in the lobby');
        const { version, pictures } = await services.thumbnails.of(id);
        const etag = `"${PAINTER}.${version}.${scheme}"`;
        const { request, response } = input;
        response.set({
          ETag: etag,
          'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
          // Only this browser keeps it, and asks each time whether the board changed.
          'Cache-Control': 'private, no-cache',
          Vary: 'Cookie',
        });
        if (request.headers['if-none-match'] === etag) response.status(304).end();
        else response.type('image/svg+xml').send(pictures[scheme]);
      },
    }),
  ];
}
