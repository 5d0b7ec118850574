import type { Ballot, RoundView } from '@talkoot/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandWithoutId } from '../../api/endpoints.ts';

/** Gives a command; answers whether it was carried out. */
export type Give = (command: CommandWithoutId) => Promise<boolean>;

const EMPTY: Ballot = { marks: {} };
/** Several marks set one after another go as one answer, ms. */
const GATHER_MS = 250;
/** While the server is away it is asked again, ms. */
const AGAIN_MS = 3_000;

export interface OwnBallot {
  ballot: Ballot;
  /** The whole answer, in the place of the one before. */
  answer(ballot: Ballot): void;
  /** The server has it as it is here. */
  saved: boolean;
}

/**
 * One's own answer in a round as this page shows it: changed at once, sent whole a moment later, and sent again until
 * the server has it. What another window of this person answers comes in `told`.
 */
export function useBallot(
  round: RoundView,
  told: Ballot | undefined,
  give: Give,
  /** Somebody without a device, who is answered for. */
  participantId?: string,
): OwnBallot {
  const [own, setOwn] = useState<Ballot | null>(null);
  const waiting = useRef<Ballot | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(async (): Promise<void> => {
    timer.current = undefined;
    const ballot = waiting.current;
    if (!ballot) return;
    const done = await give({ type: 'ballot', roundId: round.id, ballot, ...(participantId && { participantId }) });
    // Another answer may have been given meanwhile.
    if (waiting.current !== ballot) timer.current ??= setTimeout(() => void send(), GATHER_MS);
    else if (done) {
      waiting.current = null;
      setOwn(null);
    } else timer.current = setTimeout(() => void send(), AGAIN_MS);
  }, [give, round.id, participantId]);

  const answer = useCallback(
    (ballot: Ballot): void => {
      waiting.current = ballot;
      setOwn(ballot);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), GATHER_MS);
    },
    [send],
  );
  // A round that closed takes nothing more.
  const closed = round.closedAt !== null;
  useEffect(() => {
    if (closed) waiting.current = null;
    return () => clearTimeout(timer.current);
  }, [closed]);
  return { ballot: own ?? told ?? EMPTY, answer, saved: own === null };
}
