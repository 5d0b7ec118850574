import type { WorkshopView } from '@talkoot/protocol';
import { useEffect, useState } from 'react';
import { problemCode } from '../../api/problem.ts';
import { openSession, type Participant } from '../../sync/open-session.ts';
import type { WorkshopSession } from '../../sync/workshop-session.ts';
import { type Obstacle, obstacleOf } from './workshop-problem.tsx';

type Opening =
  | { kind: 'opening' }
  | { kind: 'failed'; obstacle: Obstacle }
  /** `shown`: its documents are there. */
  | { kind: 'open'; session: WorkshopSession; shown: boolean };

/** Opens the session of a workshop for as long as the page shows it; the second opens it anew. */
export function useOpenSession(workshop: WorkshopView, participant: Participant): [Opening, () => void] {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens anew; a new title or role does not
  useEffect(() => {
    let left = false;
    const { session, shown } = openSession(workshop, participant);
    setOpening({ kind: 'open', session, shown: false });
    shown.then(
      () => {
        if (left) session.close();
        else setOpening({ kind: 'open', session, shown: true });
      },
      (error: unknown) => {
        if (!left) setOpening({ kind: 'failed', obstacle: obstacleOf(problemCode(error)) });
      },
    );
    return () => {
      left = true;
      session.close();
    };
  }, [workshop.id, attempt]);
  return [opening, () => setAttempt((count) => count + 1)];
}
