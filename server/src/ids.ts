import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '@talkoot/protocol';

/** An id that nobody can guess and that fits into addresses and room names: 120 bits. */
export function newId(): string {
  return randomBytes(15).toString('base64url');
}

/** A secret to hand out once: 128 bits at least. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** How a secret is kept: whoever reads the database cannot use it. Secrets are random, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A new join code, without the dash. */
export function newJoinCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/** Are two secrets the same? Takes as long for a near miss as for a far one. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(a)), Buffer.from(hashToken(b)));
}
