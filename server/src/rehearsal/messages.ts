import type { RehearsalInput, RehearsalReport } from '@talkoot/protocol';
import type { Pass } from './guest.ts';

/** What the thread of a rehearsal begins with. */
export interface Beginning {
  workshopId: string;
  input: RehearsalInput;
  minutes: number;
  seed: string;
  auto: boolean;
}

/** From the server to the thread. */
export type ToCrowd =
  | { type: 'pass'; number: number; pass: Pass | null }
  | { type: 'auto'; auto: boolean }
  /** Everybody leaves. */
  | { type: 'end' };

/** From the thread to the server. The people in it are guests: all that it may ask for is in this list. */
export type FromCrowd =
  | { type: 'admit'; number: number }
  /** The time of the step is over, null: nothing was begun yet. */
  | { type: 'next'; after: string | null }
  | { type: 'reveal' }
  /** Somebody who speaks in turn has had their time. */
  | { type: 'turn' }
  | { type: 'progress'; present: number; report: RehearsalReport }
  /** Everybody has left; what went wrong in words for the log. */
  | { type: 'over'; report: RehearsalReport; faults: readonly string[] };
