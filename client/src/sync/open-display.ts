import type { DisplayEntry, TicketView } from '@talkoot/protocol';
import { browserEnv, isAway } from './open-session.ts';
import { WorkshopSession } from './workshop-session.ts';

const AGAIN_MS = 3_000;

/** Asks until there is an answer: nobody stands at a screen on a wall to ask again. */
export async function untilAnswered<T>(ask: () => Promise<T>, tried: () => void = () => {}): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error)) throw error;
      tried();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Opens a workshop to be looked at by a room. Nothing of it is kept on the device of the screen. */
export function openDisplay(
  entry: DisplayEntry,
  enter: () => Promise<DisplayEntry>,
): { session: WorkshopSession; shown: Promise<void> } {
  const { workshop } = entry;
  if (!workshop.participant) throw new Error('a screen without a place in its workshop');
  const { id, name, role } = workshop.participant;
  let first: TicketView | null = entry.ticket;
  const ticket = async (): Promise<TicketView> => {
    const held = first ?? (await untilAnswered(enter)).ticket;
    first = null;
    return held;
  };
  const env = { ...browserEnv(workshop.id), openCopy: null, ticket };
  const me = { participantId: id, name, role, colour: '#3d7a8f' };
  const session = new WorkshopSession(workshop.id, me, workshop, env);
  return { session, shown: session.open('board') };
}
