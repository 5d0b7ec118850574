import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { ProblemError } from '../problem.ts';

/**
 * Does the request come from our own pages? The origin must be the host the browser asked (a local network has many
 * names for one server) or the public address.
 */
export function originAllowed(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  if (!origin || origin === 'null' || !URL.canParse(origin)) return false;
  const parsed = new URL(origin);
  if (publicUrl !== null && parsed.origin === publicUrl) return true;
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return false;
  // Behind a public https address a plain page of the same host is another site.
  if (publicUrl?.startsWith('https:') && parsed.protocol === 'http:') return false;
  return host !== undefined && parsed.host === host;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses state-changing requests that a page of another site made a browser send. Browsers name the origin of every
 * such request; one without it comes from a program, which no other site can steer.
 */
export function originCheck(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    if (SAFE.has(request.method)) return next();
    const site = request.headers['sec-fetch-site'];
    const foreign =
      request.headers.origin === undefined
        ? site !== undefined && site !== 'same-origin' && site !== 'none'
        : !originAllowed(request, publicUrl);
    next(foreign ? new ProblemError('origin-refused') : undefined);
  };
}
