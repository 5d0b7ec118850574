import { normaliseCode } from '@talkoot/protocol';
import type { Caller } from '../../auth/people.ts';
import { hashToken } from '../../ids.ts';
import { ProblemError } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { WorkshopRow } from '../../storage/port.ts';
import { toWorkshopRow } from '../../storage/rows.ts';

/** Guards the join codes against guessing. */
export interface CodeDoor {
  /** The workshop behind a code as typed. Throws `code-unknown`, alike for a wrong, an old and a closed one. */
  open(typed: string, caller: Caller, ip: string): Promise<WorkshopRow>;
}

/** Wrong codes remembered so that one mistake repeated counts once; the oldest are forgotten. */
const REMEMBERED = 10_000;

export function createCodeDoor({ clock, limits, people, store }: Services): CodeDoor {
  const counted = new Map<string, number>();
  // One look-up after another: however many tries come at once, each is judged by the failures before it.
  let queue: Promise<unknown> = Promise.resolve();

  async function find(code: string | null): Promise<WorkshopRow | null> {
    // A code that cannot be one is looked up all the same: no answer is faster than another.
    const row = await store.db
      .selectFrom('workshop')
      .selectAll()
      .where('joinCode', '=', code ?? '--------')
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    return row && row.state !== 'closed' ? toWorkshopRow(row) : null;
  }

  /** The same wrong code again, off the same slide, tells a guesser nothing new. */
  function firstTime(code: string, ip: string): boolean {
    const key = hashToken(`${ip} ${code}`);
    const before = counted.get(key);
    const fresh = before === undefined || clock() - before > 900_000;
    if (fresh) counted.set(key, clock());
    if (counted.size > REMEMBERED) counted.delete(counted.keys().next().value as string);
    return fresh;
  }

  async function tryCode(typed: string, caller: Caller, ip: string): Promise<WorkshopRow> {
    const wait = await limits.codes.blocked(ip);
    const code = normaliseCode(typed);
    const workshop = await find(code);
    if (wait !== null) {
      // Somebody at this address guesses; who is in the workshop already is no guesser.
      if (workshop && (await people.find(caller, workshop))) return workshop;
      throw new ProblemError('too-many-requests', { retryAfter: Math.ceil(wait / 1000) });
    }
    if (workshop) return workshop;
    if (code !== null && firstTime(code, ip)) await limits.codes.fail(ip);
    throw new ProblemError('code-unknown');
  }

  return {
    open(typed, caller, ip) {
      const turn = queue.then(() => tryCode(typed, caller, ip));
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}
