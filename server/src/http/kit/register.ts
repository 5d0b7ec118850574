import express, { type RequestHandler, Router } from 'express';
import { LIMITS } from '@talkoot/protocol';
import type { z } from 'zod/mini';
import { ProblemError } from '../../problem.ts';
import { languageOf } from './problems.ts';
import type { Route } from './route.ts';

/** JSON bodies are small: a command with 2,000 element ids is the largest. */
const JSON_LIMIT = '256kb';

/** Puts declared routes on a router. */
export function registerRoutes(routes: readonly Route[]): Router {
  const router = Router({ caseSensitive: true, strict: false });
  for (const route of routes) router[route.method](route.path, named(route), ...bodyParsers(route), handlerOf(route));
  return router;
}

/** Log and figures name the route, never the address. */
function named(route: Route): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = route.path;
    next();
  };
}

function bodyParsers(route: Route): RequestHandler[] {
  if (route.accepts) {
    return [mediaType(route.accepts, 'upload-type'), express.raw({ type: () => true, limit: LIMITS.uploadBytes })];
  }
  if (route.body) return [mediaType(['application/json'], 'invalid-input'), express.json({ limit: JSON_LIMIT })];
  return [];
}

/** Only the declared media types: a form of another site can send no JSON. */
function mediaType(types: readonly string[], code: 'upload-type' | 'invalid-input'): RequestHandler {
  return (request, _response, next) => {
    const given = request.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (types.includes(given)) next();
    else next(new ProblemError(code, { detail: `send ${types.join(', ')}` }));
  };
}

function handlerOf(route: Route): RequestHandler {
  return async (request, response) => {
    const result = await route.handle({
      params: parse(route.params, request.params, 'path'),
      query: parse(route.query, request.query, 'query'),
      body: route.accepts ? request.body : parse(route.body, request.body, 'body'),
      language: languageOf(request),
      request,
      response,
    });
    if (route.produces) return;
    response.status(route.status).set('Cache-Control', 'no-store');
    // Parsing the answer too means that nothing leaves that is not in the description.
    if (route.answer) response.json(route.answer.parse(result));
    else response.end();
  };
}

function parse(schema: z.ZodMiniType | null, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }));
  throw new ProblemError('invalid-input', { errors });
}
