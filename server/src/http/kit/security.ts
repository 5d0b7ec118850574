import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../../config.ts';

/** Headers of every answer. Pages read the nonce from `response.locals.nonce`. */
export function securityHeaders({ secure }: Pick<Config, 'secure'>): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(18).toString('base64');
      response.set('Permissions-Policy', PERMISSIONS);
      next();
    },
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(secure) },
      referrerPolicy: { policy: 'no-referrer' },
      // Both need a secure context; over plain http browsers complain or would lock people out.
      crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
      originAgentCluster: secure,
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      xFrameOptions: { action: 'deny' },
    }),
  ];
}

const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .concat('camera=(self)', 'fullscreen=(self)', 'screen-wake-lock=(self)', 'clipboard-write=(self)')
  .join(', ');

type Directive = string | ((request: IncomingMessage, response: ServerResponse) => string);

function contentPolicy(secure: boolean): Record<string, Directive[]> {
  const nonce: Directive = (_request, response) =>
    `'nonce-${(response as ServerResponse & { locals: { nonce: string } }).locals.nonce}'`;
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", nonce],
    'style-src': ["'self'", nonce],
    'style-src-attr': ["'none'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", (request) => socketSource(request, secure)],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
}

/** Some browsers do not count ws: and wss: of the same host as 'self'. */
function socketSource({ headers }: IncomingMessage, secure: boolean): string {
  const host = headers.host ?? '';
  if (!/^[\w.:[\]-]+$/.test(host)) return "'self'";
  return secure ? `wss://${host}` : `ws://${host} wss://${host}`;
}
