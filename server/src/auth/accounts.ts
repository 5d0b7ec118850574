import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { ProblemError } from '../problem.ts';
import type { Database } from '../storage/tables.ts';
import type { CookieJar } from './cookies.ts';

/** Idle and absolute life of a signed-in session. */
const IDLE_SECONDS = 8 * 3600;
const ABSOLUTE_MS = 24 * 3600 * 1000;
const REFRESH_SECONDS = 15 * 60;

/** A signed-in person. */
export interface Account {
  id: string;
  name: string;
  email: string;
  sessionId: string;
}

/** An answer with the cookies that go with it. */
interface WithCookies<T> {
  value: T;
  cookies: string[];
}

export interface Accounts {
  /** Makes an account and signs it in. Throws `email-taken`. */
  signUp(input: { name: string; email: string; password: string }): Promise<WithCookies<{ id: string }>>;
  /** Throws `wrong-credentials`, after the same time for a wrong address as for a wrong password. */
  signIn(input: { email: string; password: string }): Promise<WithCookies<{ id: string }>>;
  signOut(cookie: string | undefined): Promise<string[]>;
  /** Who is signed in; null when nobody is. */
  current(cookie: string | undefined): Promise<WithCookies<Account> | null>;
}

interface AccountsParts {
  db: Database;
  cookies: CookieJar;
  secret: string;
  publicUrl: string | null;
  log: Log;
  clock: Clock;
}

/** better-auth's options; a test asks it with them which tables it wants. */
export function authOptions({ db, cookies, secret, publicUrl, log }: AccountsParts) {
  return {
    baseURL: publicUrl ?? 'http://localhost',
    secret,
    database: { db, type: 'sqlite' as const },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    session: { modelName: 'authSession', expiresIn: IDLE_SECONDS, updateAge: REFRESH_SECONDS },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: cookies.session, attributes: cookies.attributes } },
    },
    telemetry: { enabled: false },
    // Its words only: its arguments may hold what people typed.
    logger: {
      level: 'error' as const,
      log: (_level: string, message: string) => log.error({ part: 'better-auth' }, message),
    },
  };
}

/** Accounts by better-auth on our own database. Its HTTP routes are not mounted; ours call it. */
export function createAccounts(parts: AccountsParts): Accounts {
  const auth = betterAuth(authOptions(parts));
  const headersFor = (cookie: string | undefined): Headers => new Headers(cookie ? { cookie } : {});
  return {
    async signUp(body) {
      try {
        const { headers, response } = await auth.api.signUpEmail({ body, returnHeaders: true });
        return { value: { id: response.user.id }, cookies: headers.getSetCookie() };
      } catch (error) {
        throw translate(error, 'email-taken');
      }
    },

    async signIn(body) {
      try {
        const { headers, response } = await auth.api.signInEmail({ body, returnHeaders: true });
        return { value: { id: response.user.id }, cookies: headers.getSetCookie() };
      } catch (error) {
        throw translate(error, 'wrong-credentials');
      }
    },

    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: headersFor(cookie), returnHeaders: true });
      return headers.getSetCookie();
    },

    async current(cookie) {
      if (!cookie?.includes(parts.cookies.session)) return null;
      const { headers, response } = await auth.api
        .getSession({ headers: headersFor(cookie), returnHeaders: true })
        .catch((error: unknown) => {
          throw translate(error, 'sign-in-needed');
        });
      if (!response) return null;
      const { session, user } = response;
      if (parts.clock() - session.createdAt.getTime() > ABSOLUTE_MS) {
        await auth.api.signOut({ headers: headersFor(cookie) });
        return null;
      }
      const account = { id: user.id, name: user.name, email: user.email, sessionId: session.id };
      return { value: account, cookies: headers.getSetCookie() };
    },
  };
}

/** better-auth's refusals mean one thing to the caller; what fails inside it is the store, whose error it hides. */
function translate(error: unknown, refusal: 'email-taken' | 'wrong-credentials' | 'sign-in-needed'): unknown {
  if (!(error instanceof APIError)) return error;
  return error.statusCode < 500 ? new ProblemError(refusal) : new ProblemError('store-away', { retryAfter: 2 });
}
