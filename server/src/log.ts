import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Keys that never reach the log, whatever is logged under them. */
const SECRET_KEYS = [
  'authorization',
  'code',
  'cookie',
  'email',
  'joinCode',
  'name',
  'password',
  'secret',
  'text',
  'ticket',
  'title',
  'token',
];
const PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** The server's log: JSON lines without content, codes, tickets or names. */
export function createLog(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Log {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: PATHS, censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Name, message and stack of an error; its other properties may hold what people wrote. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { cause } = error;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(cause instanceof Error ? { cause: { type: cause.name, message: cause.message } } : {}),
  };
}
