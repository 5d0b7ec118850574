import type { KindRegistry, Place } from '@talkoot/board';
import type {
  ParticipationRules,
  Refusal,
  Role,
  Scope,
  StepRights,
  WorkshopState,
  WritingView,
} from '@talkoot/protocol';

/** Who wants to change something. */
export interface Actor {
  participantId: string;
  role: Role;
}

/** Everything in force that a decision depends on, besides the board itself. */
export interface RightsContext {
  state: WorkshopState;
  rules: ParticipationRules;
  /** What the step that runs lets participants do on the board, in place of the rules for the same. */
  step?: StepRights | null;
  /** Private notes are written now, and how many. */
  writing?: WritingView | null;
  /** Participants' work rests, in every document. */
  paused?: boolean;
  scope: Scope;
  kinds: KindRegistry;
  /** Blobs this workshop has a grant for; without it no blob is judged (the client cannot know). */
  hasGrant?: (hash: string) => boolean;
}

/** What `rights` needs to know of an element as it stands before the change. */
export interface ElementView {
  kind: string;
  author: string | null;
  locked: boolean;
  place: Place;
}

/** The board before the change. */
export interface BoardView {
  /** Elements that stand right in these frames, of this author or of anybody; with no frame named, on the bare board. */
  countIn?(frames: readonly string[], author?: string): number;
  element(id: string): ElementView | undefined;
  /** Where an element is to stand that the same update makes, which is judged itself. */
  coming?(id: string): Place | undefined;
  /** For a deleted id: who made it, what it was and who deleted it; undefined for an id never used. */
  deleted(id: string): { author: string | null; kind: string; deletedBy: string | null } | undefined;
}

/** One effect of an update on one element. */
export type Change =
  | { type: 'create'; id: string; fields: Readonly<Record<string, unknown>>; hasText: boolean }
  | { type: 'set'; id: string; field: string; value: unknown }
  | { type: 'unset'; id: string; field: string }
  | { type: 'text'; id: string }
  /** The kind changes, together with `sets`; `before` holds the other values that the new kind knows too. */
  | {
      type: 'convert';
      id: string;
      sets: Readonly<Record<string, unknown>>;
      before: Readonly<Record<string, unknown>>;
      hasText: boolean;
    }
  | { type: 'delete'; id: string };

export type Verdict = { allowed: true } | { allowed: false; reason: Refusal };
