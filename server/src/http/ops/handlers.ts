import { type RequestHandler, Router } from 'express';
import { Histogram, type Registry } from 'prom-client';
import type { Services } from '../../services.ts';

/** For operators: alive, able to serve, figures. */
export function opsRouter({ store, log }: Pick<Services, 'store' | 'log'>, registry: Registry): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      await store.ready();
      response.json({ status: 'ready' });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      response.status(503).json({ status: 'store-away' });
    }
  });
  router.get('/metrics', async (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return router;
}

/** Counts and logs requests by their route, never by their address: addresses hold codes and tickets. */
export function observeRequests({ log }: Pick<Services, 'log'>, registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'talkoot_http_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return (request, response, next) => {
    const start = performance.now();
    response.once('finish', () => {
      const route = typeof response.locals.route === 'string' ? response.locals.route : 'other';
      const ms = Math.round(performance.now() - start);
      seconds.observe({ method: request.method, route, status: response.statusCode }, ms / 1000);
      const level = response.statusCode >= 500 ? 'warn' : request.method === 'GET' ? 'debug' : 'info';
      log[level]({ method: request.method, route, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}
