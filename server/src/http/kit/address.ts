import type { IncomingMessage } from 'node:http';
import type { Express, Request } from 'express';
import type { Config } from '../../config.ts';

/** The address that people reach the server by: the public one, or the one this request came to. */
export function baseUrl(request: Request, config: Pick<Config, 'publicUrl'>): string {
  return config.publicUrl ?? `http://${request.get('host') ?? 'localhost'}`;
}

/**
 * The address a request comes from, as express tells it by `request.ip`, for requests that do not pass through it:
 * the nearest hop that is no trusted proxy.
 */
export function addressOf(request: IncomingMessage, app: Express): string {
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const hops = [
    request.socket.remoteAddress ?? '',
    ...forwarded
      .map((hop) => hop.trim())
      .filter(Boolean)
      .reverse(),
  ];
  return hops.find((hop, index) => !trusts(hop, index)) ?? hops.at(-1) ?? '';
}
