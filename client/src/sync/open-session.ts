import { ELEMENT_MODELS } from '@talkoot/elements';
import { TicketView, type WorkshopView } from '@talkoot/protocol';
import { problemCode } from '../api/problem.ts';
import { request } from '../api/request.ts';
import type { LinkEnv } from './document-link.ts';
import { openIndexedDbCopy } from './local-copy.ts';
import { browserMemory } from './memory.ts';
import { WorkshopSession } from './workshop-session.ts';

/** A person's place in a workshop. */
export type Participant = NonNullable<WorkshopView['participant']>;

/** Until the server says which one is theirs. */
const COLOUR = '#3d7a8f';

/** The world as this page has it. */
export function browserEnv(workshopId: string): LinkEnv {
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
export function isAway(error: unknown): boolean {
  return ['unreachable', 'store-away', 'server-error', 'too-many-requests'].includes(problemCode(error));
}

/**
 * Opens a workshop in this browser for its participant. `shown` resolves when the board can be shown, from the local
 * copy or the server; until then there is a session without documents, for which the page can be prepared.
 * `shown` fails with a {@link ProblemError}: `sign-in-needed`, `not-found`, `not-allowed` or `removed-from-workshop`.
 */
export function openSession(
  workshop: WorkshopView,
  participant: Participant,
): { session: WorkshopSession; shown: Promise<void> } {
  const { id, name, role } = participant;
  const me = { participantId: id, name, role, colour: COLOUR };
  const session = new WorkshopSession(workshop.id, me, workshop, browserEnv(workshop.id));
  return { session, shown: session.open('board') };
}
