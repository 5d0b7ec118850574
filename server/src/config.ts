import { resolve } from 'node:path';
import { z } from 'zod';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const notYet = (what: string) =>
  z.never({ error: `${what} is not supported yet; remove it (Talkoot keeps its data in TALKOOT_DATA_DIR)` }).optional();

const Environment = z.object({
  PORT: z.coerce.number({ error: 'must be a port number from 0 to 65535' }).int().min(0).max(65_535).default(3000),
  HOST: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[\w.:-]+$/, 'must be a host name or an address')
    .default('0.0.0.0'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://talkoot.example.org' })
    .refine(
      (url) => !URL.canParse(url) || new URL(url).pathname === '/',
      'must have no path: Talkoot lives at the root of its address',
    )
    .optional(),
  TALKOOT_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: notYet('A database server'),
  REDIS_URL: notYet('Redis'),
  TALKOOT_SETUP_TOKEN: z
    .string()
    .regex(/^[\w.~-]{8,200}$/, 'must be 8 to 200 letters, digits, dots, dashes or underscores')
    .optional(),
  TALKOOT_TRUSTED_PROXIES: z.string().min(1).max(1000).optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
});

/** Everything that can be set from outside, parsed. */
export interface Config {
  port: number;
  host: string;
  /** Origin of the public address, without a slash at the end; null on a plain local network. */
  publicUrl: string | null;
  /** Cookies get `Secure` and the `__Host-` prefix, and HSTS is sent: the public address is https. */
  secure: boolean;
  dataDir: string;
  setupToken: string | null;
  /** Proxies whose `X-Forwarded-For` is believed, as express takes it; false for none. */
  trustedProxies: string | false;
  logLevel: (typeof LEVELS)[number];
}

/** A wrong setting. The message is one line that says which and why. */
export class ConfigError extends Error {}

/** Parses the environment; throws {@link ConfigError} at the first wrong value. Empty values count as not set. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const values = parsed.data;
  const publicUrl = values.PUBLIC_URL ? new URL(values.PUBLIC_URL).origin : null;
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    secure: publicUrl?.startsWith('https:') ?? false,
    dataDir: resolve(values.TALKOOT_DATA_DIR),
    setupToken: values.TALKOOT_SETUP_TOKEN ?? null,
    // A public address means a proxy in front, which usually runs on the same machine.
    trustedProxies: values.TALKOOT_TRUSTED_PROXIES ?? (publicUrl ? 'loopback' : false),
    logLevel: values.LOG_LEVEL,
  };
}
