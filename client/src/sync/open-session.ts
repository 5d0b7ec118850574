import { ELEMENT_MODELS } from '@talkoot/elements';
import { Role, TicketView, WorkshopView } from '@talkoot/protocol';
import { z } from 'zod';
import { problemCode, ProblemError } from '../api/problem.ts';
import { request } from '../api/request.ts';
import type { LinkEnv } from './document-link.ts';
import { openIndexedDbCopy } from './local-copy.ts';
import { browserMemory, remembered } from './memory.ts';
import type { SessionMe } from './session.ts';
import { WorkshopSession } from './workshop-session.ts';

const Me = z.object({ participantId: z.string(), name: z.string(), role: Role, colour: z.string() });

/** The world as this page has it. */
function browserEnv(workshopId: string): LinkEnv {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return {
    serverUrl: `${scheme}://${location.host}/sync`,
    kinds: ELEMENT_MODELS,
    memory: browserMemory,
    openCopy: openIndexedDbCopy,
    now: () => Date.now(),
    async ticket(room) {
      try {
        return await request('POST', `/workshops/${encodeURIComponent(workshopId)}/ticket`, TicketView, { room });
      } catch (error) {
        if (isAway(error)) return null;
        throw error;
      }
    },
  };
}

/** No answer, or one that says "later": work goes on without a connection. */
function isAway(error: unknown): boolean {
  return ['unreachable', 'store-away', 'server-error', 'too-many-requests'].includes(problemCode(error));
}

/**
 * Opens a workshop in this browser. Resolves when the board can be shown: from the local copy or the server.
 * Throws a {@link ProblemError}: `sign-in-needed`, `not-found`, `removed-from-workshop`, or `unreachable` when this
 * browser has never been in the workshop. `lobby` people get `not-allowed`.
 */
export async function openSession(workshopId: string): Promise<WorkshopSession> {
  const env = browserEnv(workshopId);
  const me = await whoAmI(workshopId, env);
  const session = new WorkshopSession(workshopId, me, env);
  await session.open('board');
  return session;
}

async function whoAmI(workshopId: string, env: LinkEnv): Promise<SessionMe> {
  const key = `talkoot.me.${workshopId}`;
  try {
    const workshop = await request('GET', `/workshops/${encodeURIComponent(workshopId)}`, WorkshopView);
    const { participant } = workshop;
    if (!participant) throw new ProblemError('not-allowed', 403);
    if (participant.status === 'removed') throw new ProblemError('removed-from-workshop', 403);
    if (participant.status === 'lobby') throw new ProblemError('not-allowed', 403);
    const me = { participantId: participant.id, name: participant.name, role: participant.role, colour: '#3d7a8f' };
    env.memory.set(key, JSON.stringify(me));
    return me;
  } catch (error) {
    const before = remembered(env.memory, key, Me.nullable(), null);
    if (isAway(error) && before) return before;
    throw error;
  }
}
