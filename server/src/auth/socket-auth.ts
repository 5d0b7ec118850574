import type { IncomingMessage } from 'node:http';
import type { RoomName } from '@talkoot/protocol';
import type { ParticipantRow, Store } from '../storage/port.ts';
import type { SocketAuth, SocketIdentity } from '../sync/port.ts';
import { originAllowed } from './origin.ts';
import type { People } from './people.ts';
import type { Tickets } from './tickets.ts';

interface SocketAuthParts {
  store: Store;
  people: People;
  tickets: Tickets;
  publicUrl: string | null;
  /** Counts a request of this address; false when it makes too many. */
  mayAsk(address: string): Promise<boolean>;
}

/**
 * Tells who opens a socket. A page of another site can make a browser open one with our cookie, so a cookie counts
 * only with an allowed `Origin`; a ticket is proof by itself, but never from a foreign page.
 */
export function createSocketAuth({ store, people, tickets, publicUrl, mayAsk }: SocketAuthParts): SocketAuth {
  return {
    async identify(request, room, address) {
      if (!(await mayAsk(address))) return 'tooMany';
      const hasOrigin = request.headers.origin !== undefined;
      if (hasOrigin && !originAllowed(request, publicUrl)) return 'unauthorized';
      const workshop = await store.workshops.get(room.workshopId);
      if (!workshop || workshop.deletedAt !== null) return 'gone';
      const ticket = ticketOf(request);
      if (ticket !== null) return byTicket(ticket, room);
      if (!hasOrigin) return 'unauthorized';
      const caller = await people.caller(request.headers.cookie);
      const standing = await people.enter(caller, workshop);
      return standing ? judge(standing.participant, standing.sessionRef) : 'unauthorized';
    },
  };

  async function byTicket(ticket: string, room: RoomName): Promise<SocketIdentity | 'unauthorized' | 'removed'> {
    const holder = await tickets.redeem(ticket, room);
    const participant = holder && (await people.get(holder.participantId));
    if (!participant) return 'unauthorized';
    const judged = judge(participant, holder.sessionRef);
    return typeof judged === 'string' ? judged : { ...judged, clientId: holder.clientId };
  }
}

function judge(participant: ParticipantRow, sessionRef: string): SocketIdentity | 'unauthorized' | 'removed' {
  if (participant.status === 'removed') return 'removed';
  return participant.status === 'in' ? { participantId: participant.id, sessionRef } : 'unauthorized';
}

function ticketOf(request: IncomingMessage): string | null {
  const query = request.url?.split('?')[1];
  return query ? new URLSearchParams(query).get('ticket') : null;
}
