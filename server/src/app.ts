import express, { type Express } from 'express';
import type { Registry } from 'prom-client';
import { originCheck } from './auth/origin.ts';
import { blobRoutes } from './http/blobs/routes.ts';
import { commandRoutes } from './http/commands/routes.ts';
import { displayRoutes } from './http/displays/routes.ts';
import { joinRoutes } from './http/join/routes.ts';
import type { ClientFiles } from './http/kit/client-files.ts';
import { describeRoutes } from './http/kit/openapi.ts';
import { problemHandler } from './http/kit/problems.ts';
import { registerRoutes } from './http/kit/register.ts';
import type { Route } from './http/kit/route.ts';
import { securityHeaders } from './http/kit/security.ts';
import { observeRequests, opsRouter } from './http/ops/handlers.ts';
import { rehearsalRoutes } from './http/rehearsals/routes.ts';
import { sessionRoutes } from './http/session/routes.ts';
import { setupRoutes } from './http/setup/routes.ts';
import { teamRoutes } from './http/teams/routes.ts';
import { templateRoutes } from './http/templates/routes.ts';
import { thumbnailRoutes } from './http/thumbnails/routes.ts';
import { ticketRoutes } from './http/tickets/routes.ts';
import { versionRoutes } from './http/versions/routes.ts';
import { workshopRoutes } from './http/workshops/routes.ts';
import { ProblemError } from './problem.ts';
import type { Services } from './services.ts';

const API_VERSION = '1.0.0';

/** Every route of the API: one line a resource. */
export function apiRoutes(services: Services): Route[] {
  return [
    ...setupRoutes(services),
    ...sessionRoutes(services),
    ...teamRoutes(services),
    ...workshopRoutes(services),
    ...commandRoutes(services),
    ...versionRoutes(services),
    ...rehearsalRoutes(services),
    ...joinRoutes(services),
    ...ticketRoutes(services),
    ...displayRoutes(services),
    ...blobRoutes(services),
    ...thumbnailRoutes(services),
    ...templateRoutes(),
  ];
}

/** The HTTP side: API, browser app and what operators ask. */
export function createApp(services: Services, client: ClientFiles, registry: Registry): Express {
  const { config, limits, log } = services;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('trust proxy', config.trustedProxies).set('query parser', 'simple');
  app.use(observeRequests(services, registry), ...securityHeaders(config), opsRouter(services, registry));

  const routes = apiRoutes(services);
  const description = describeRoutes(routes, API_VERSION);
  const api = express.Router();
  api.use(async (request, _response, next) => {
    await limits.request(request.ip ?? '');
    next();
  });
  api.use(originCheck(config.publicUrl));
  api.get('/openapi.json', (_request, response) => void response.json(description));
  api.use(registerRoutes(routes));
  api.use(() => {
    throw new ProblemError('not-found');
  });

  app.use('/api/v1', api);
  app.use(client.handler);
  app.use(() => {
    throw new ProblemError('not-found');
  });
  app.use(problemHandler(log));
  return app;
}
