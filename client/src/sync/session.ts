import type { UndoList } from '@talkoot/board';
import type {
  ConsoleMessage,
  HealthView,
  OwnMessage,
  PresenceState,
  PresenceView,
  Role,
  Scope,
  SessionView,
} from '@talkoot/protocol';
import type { Change, Verdict } from '@talkoot/rights';
import type { BoardModel } from '@talkoot/board';
import type * as Y from 'yjs';

/** A change of one document. */
export type Write = (doc: Y.Doc) => void;

/** Runs writes as one undoable step, each in a transaction of its own. */
export function writeStep(
  doc: Y.Doc,
  undo: UndoList,
  write: Write | Iterable<Write>,
  origin: unknown,
  gesture: string | undefined,
): void {
  undo.begin(gesture);
  if (typeof write === 'function') doc.transact(() => write(doc), origin);
  else undo.inParts(Array.from(write, (one) => () => doc.transact(() => one(doc), origin)));
}

/** What is a person's own of a session in which nothing was said to them. */
export const NOTHING_OWN: OwnMessage = {
  ...{
    type: 'own',
    ballots: {},
    entitled: [],
    told: [],
    askedTime: false,
    groupId: null,
    chosen: null,
    calling: false,
    visits: null,
    visitors: [],
    copies: {},
  },
};

/** What the line in the corner says about the person's work. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** The server has not stored it for a while. */
  | { kind: 'notSavedYet' }
  | { kind: 'offline'; waiting: number }
  /** The server ended it: removed, gone, closed for good. */
  | { kind: 'ended'; reason: 'removed' | 'gone' | 'signedOut' };

/** Words that could not be put on the board, kept for the person. */
export interface UnsavedText {
  id: string;
  text: string;
  reason: string;
  at: number;
}

/** A late note that waits for a facilitator to put it on the board. */
export interface TrayNote {
  id: string;
  text: string;
  /** Participant who handed it in. */
  author: string | null;
}

/** Other people on the board, and what they see of me. */
export interface PresencePort {
  others(): readonly PresenceView[];
  /** Merges into my state; null clears a part. Sent at most every 40 ms. */
  set(part: PresenceState): void;
  subscribe(listener: () => void): () => void;
}

export interface SessionMe {
  participantId: string;
  name: string;
  role: Role;
  colour: string;
}

/**
 * A workshop open in this browser: its documents as one model, the person's rights and undo, presence and the
 * state of saving. Canvas and panels know the server only through this.
 */
export interface BoardSession {
  readonly workshopId: string;
  readonly model: BoardModel;
  readonly undo: UndoList;
  readonly presence: PresencePort;
  me(): SessionMe;
  /** What all know of the running session; rights in force. */
  view(): SessionView;
  /** What only facilitators know of the running session; null for everybody else. */
  console(): ConsoleMessage | null;
  /** How people do, in numbers; null for everybody but facilitators. */
  health(): HealthView | null;
  /** What of the session is this person's alone. */
  own(): OwnMessage;
  saveState(): SaveState;
  /** What the server's clock says, in ms: times in {@link view} are its times. */
  serverNow(): number;
  /** Late words handed in, for facilitators; empty for everybody else. */
  tray(): readonly TrayNote[];
  /** The open document of a scope; another object after a rebase, so never keep it. */
  document(scope: Scope): Y.Doc | undefined;
  /** Would this be allowed now? The same answer as the server's. */
  may(change: Change, scope?: Scope): Verdict;
  /**
   * Runs writes as one undoable step of this person, each as an update of its own. Ask `may` first. With the same
   * `gesture` as just before, they belong to that step.
   */
  edit(scope: Scope, write: Write | Iterable<Write>, gesture?: string): void;
  unsaved(): readonly UnsavedText[];
  dismissUnsaved(id: string): void;
  /** Called when anything above but the model and presence changes. */
  subscribe(listener: () => void): () => void;
  close(): void;
}
