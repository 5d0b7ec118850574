import { BlobAdoption, BlobView } from '@talkoot/protocol';
import { z } from 'zod';
import { IMAGE_TYPES } from '../../blobs/image-process.ts';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Access, entered } from '../kit/access.ts';
import { type Route, route } from '../kit/route.ts';
import { WorkshopPath } from '../workshops/routes.ts';

const BlobPath = WorkshopPath.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Images on boards. */
export function blobRoutes(services: Services): Route[] {
  const { blobs, hosts } = services;
  return [
    route({
      method: 'post',
      path: '/workshops/:id/blobs',
      summary: 'Upload an image (PNG, JPEG, WebP or GIF) as the body; it is encoded anew without its metadata',
      params: WorkshopPath,
      accepts: [...IMAGE_TYPES, 'application/octet-stream'],
      answer: BlobView,
      status: 201,
      problems: [
        'upload-type',
        'upload-too-large',
        'upload-broken',
        'sign-in-needed',
        'not-found',
        'not-allowed',
        'workshop-closed',
      ],
      async handle(input) {
        const { workshop } = await storing(services, input, input.params.id);
        const file: unknown = input.request.body;
        if (!Buffer.isBuffer(file)) throw new ProblemError('upload-broken');
        const blob = await blobs.add(workshop.id, file);
        await hosts.refresh(workshop.id);
        return { ...blob, url: `/api/v1/workshops/${workshop.id}/blobs/${blob.hash}` };
      },
    }),
    route({
      method: 'post',
      path: '/workshops/:id/blobs/adopt',
      summary: 'Show images of another workshop that the caller is in, as when its elements are pasted',
      params: WorkshopPath,
      body: BlobAdoption,
      answer: z.object({ granted: z.number().int() }),
      problems: ['upload-too-large', 'sign-in-needed', 'not-found', 'not-allowed', 'workshop-closed'],
      async handle(input) {
        const { workshop } = await storing(services, input, input.params.id);
        const source = await entered(services, input, input.body.from);
        const granted = await blobs.adopt(source.workshop.id, workshop.id, input.body.hashes);
        await hosts.refresh(workshop.id);
        return { granted };
      },
    }),
    route({
      method: 'get',
      path: '/workshops/:id/blobs/:hash',
      summary: 'An image of a workshop, for its people',
      params: BlobPath,
      produces: IMAGE_TYPES,
      problems: ['sign-in-needed', 'not-found', 'removed-from-workshop'],
      async handle(input) {
        const { id, hash } = input.params;
        const { workshop } = await entered(services, input, id, { screens: true });
        const found = await blobs.read(workshop.id, hash);
        if (!found) throw new ProblemError('not-found');
        input.response
          .set({
            'Content-Type': found.blob.mediaType,
            'Content-Disposition': 'inline',
            'Content-Security-Policy': "sandbox; default-src 'none'",
            // Only this browser keeps it: another person at the same machine asks again.
            'Cache-Control': 'private, max-age=31536000, immutable',
            Vary: 'Cookie',
          })
          .send(Buffer.from(found.content));
      },
    }),
  ];
}

/** A workshop in which the caller may store images now. */
async function storing(services: Services, input: Parameters<typeof entered>[1], id: string): Promise<Access> {
  const access = await entered(services, input, id);
  const { participant } = access.standing;
  if (access.workshop.state === 'closed') throw new ProblemError('workshop-closed');
  if (participant.role === 'observer') throw new ProblemError('not-allowed');
  await services.limits.uploads(participant.id);
  return access;
}
