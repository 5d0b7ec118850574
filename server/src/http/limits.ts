import { LIMITS } from '@talkoot/protocol';
import { BurstyRateLimiter, type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../problem.ts';

/** Caps on wrong tries and on requests. In memory: one node owns its visitors. */
export interface HttpLimits {
  /** One request to the API; an office shares one address, so the burst is generous. */
  request(ip: string): Promise<void>;
  /** The same for who cannot be answered with a problem, such as a socket. */
  mayAsk(ip: string): Promise<boolean>;
  /** Wrong join codes. */
  codes: FailureCaps;
  /** Wrong passwords and set-up tokens. */
  passwords: FailureCaps;
  uploads(participantId: string): Promise<void>;
  /** A workshop made, or copied. */
  newWorkshop(accountId: string): Promise<void>;
}

/** Counts failures only: two hundred honest guests behind one address never meet it. */
interface FailureCaps {
  /** Throws `too-many-requests` when this address has failed too often. */
  check(ip: string): Promise<void>;
  /** The same as a question. */
  blocked(ip: string): Promise<number | null>;
  fail(ip: string): Promise<void>;
  /** More failures from everywhere than honest people make: somebody is guessing with many addresses. */
  underAttack(): Promise<boolean>;
}

const CODE_CAPS = { perAddress: 10, perNetwork: 30, seconds: 900, overall: 100, overallSeconds: 60 };
const PASSWORD_CAPS = { perAddress: 20, perNetwork: 60, seconds: 900, overall: 1_000, overallSeconds: 60 };
const REQUESTS = { perSecond: 30, burst: 6_000, burstSeconds: 60 };
const UPLOADS = { points: 20, seconds: 60 };

export function createLimits(): HttpLimits {
  const requests = new BurstyRateLimiter(
    new RateLimiterMemory({ points: REQUESTS.perSecond, duration: 1 }),
    new RateLimiterMemory({ keyPrefix: 'burst', points: REQUESTS.burst, duration: REQUESTS.burstSeconds }),
  );
  const uploads = new RateLimiterMemory({ points: UPLOADS.points, duration: UPLOADS.seconds });
  const workshops = new RateLimiterMemory({ points: LIMITS.newWorkshopsPerHour, duration: 3600 });
  return {
    request: (ip) => consume(requests, ip),
    mayAsk: (ip) =>
      consume(requests, ip).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ProblemError) return false;
          throw error;
        },
      ),
    codes: failureCaps(CODE_CAPS),
    passwords: failureCaps(PASSWORD_CAPS),
    uploads: (participantId) => consume(uploads, participantId),
    newWorkshop: (accountId) => consume(workshops, accountId),
  };
}

async function consume(limiter: Pick<RateLimiterAbstract, 'consume'>, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    throw new ProblemError('too-many-requests', { retryAfter: Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)) });
  }
}

function failureCaps(caps: typeof CODE_CAPS): FailureCaps {
  const addresses = new RateLimiterMemory({ points: caps.perAddress, duration: caps.seconds });
  const networks = new RateLimiterMemory({ points: caps.perNetwork, duration: caps.seconds });
  const overall = new RateLimiterMemory({ points: caps.overall, duration: caps.overallSeconds });
  const spent = async (limiter: RateLimiterMemory, key: string, points: number): Promise<number | null> => {
    const state = await limiter.get(key);
    return state && state.consumedPoints >= points ? state.msBeforeNext : null;
  };
  const self: FailureCaps = {
    async blocked(ip) {
      const waits = [
        await spent(addresses, ip, caps.perAddress),
        await spent(networks, networkOf(ip), caps.perNetwork),
      ].filter((wait) => wait !== null);
      return waits.length > 0 ? Math.max(...waits) : null;
    },
    async check(ip) {
      const wait = await self.blocked(ip);
      if (wait !== null) throw new ProblemError('too-many-requests', { retryAfter: Math.ceil(wait / 1000) });
    },
    async fail(ip) {
      await Promise.all([addresses.penalty(ip), networks.penalty(networkOf(ip)), overall.penalty('all')]);
    },
    underAttack: async () => (await spent(overall, 'all', caps.overall)) !== null,
  };
  return self;
}

/** The network an address belongs to: /24 of IPv4, /64 of IPv6. */
export function networkOf(ip: string): string {
  const plain = ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip;
  if (plain.includes('.')) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return `${expandIpv6(plain).slice(0, 4).join(':')}::/64`;
}

function expandIpv6(ip: string): string[] {
  const [head = '', tail] = (ip.split('%')[0] ?? '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
