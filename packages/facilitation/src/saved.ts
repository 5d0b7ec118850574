import { type Agenda, type Ballot, EMPTY_AGENDA } from '@talkoot/protocol';
import { QUIET_RUN, type Run, type SessionState } from './state.ts';

/** The part of the state that is kept as text; people, rules and ballots have rows of their own. */
type Kept = Pick<SessionState, 'agenda' | 'run' | 'rightsChangedAt'>;

/** One answer as it is kept. */
export interface KeptBallot {
  roundId: string;
  participantId: string;
  ballot: Ballot;
}

/** The state as text. Answers are not in it: they are rows, so that one more costs one row, and can be erased. */
export function keptText({ agenda, run, rightsChangedAt }: Kept): string {
  const rounds = run.rounds.map((round) => ({ ...round, ballots: {} }));
  return JSON.stringify({ rightsChangedAt, agenda, run: { ...run, rounds } });
}

/** The opposite of {@link keptText}; what an older version did not write has its beginning. */
export function keptState(text: string | null, ballots: readonly KeptBallot[], createdAt: number): Kept {
  const kept = (text === null ? {} : JSON.parse(text)) as Partial<{
    rightsChangedAt: number;
    agenda: Agenda;
    run: Partial<Run>;
  }>;
  const run: Run = { ...QUIET_RUN, ...kept.run };
  if (run.groups) run.groups = { ...{ chosen: {}, seen: {} }, ...run.groups };
  const rounds = run.rounds.map((round) => ({
    ...round,
    ballots: Object.fromEntries(
      ballots.filter(({ roundId }) => roundId === round.id).map(({ participantId, ballot }) => [participantId, ballot]),
    ),
  }));
  return {
    agenda: kept.agenda ?? EMPTY_AGENDA,
    run: { ...run, rounds },
    rightsChangedAt: kept.rightsChangedAt ?? createdAt,
  };
}
