import type { Request } from 'express';
import type { Config } from '../../config.ts';

/** The address that people reach the server by: the public one, or the one this request came to. */
export function baseUrl(request: Request, config: Pick<Config, 'publicUrl'>): string {
  return config.publicUrl ?? `http://${request.get('host') ?? 'localhost'}`;
}
