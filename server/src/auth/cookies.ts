/** Names and attributes of our cookies: as strict as the transport allows. */
export interface CookieJar {
  readonly secure: boolean;
  readonly session: string;
  guest(workshopId: string): string;
  readonly attributes: { httpOnly: boolean; secure: boolean; sameSite: 'lax'; path: string };
}

/**
 * Over https browsers hold `__Host-` cookies to this host, to https and to no sub-domain's tampering. Over plain http
 * on a local network they would refuse such cookies, so they go without.
 */
export function cookieJar(secure: boolean): CookieJar {
  const prefix = secure ? '__Host-' : '';
  return {
    secure,
    session: `${prefix}talkoot_session`,
    guest: (workshopId) => `${prefix}talkoot_guest_${workshopId}`,
    attributes: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
  };
}

/** Reads one cookie out of a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
