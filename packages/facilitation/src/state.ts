import type {
  Agenda,
  Anonymity,
  Ballot,
  BringView,
  ClockView,
  CountsView,
  Command,
  CommentCommand,
  GroupView,
  ItemResult,
  ParticipationRules,
  PersonMode,
  ProblemCode,
  Role,
  RoundRules,
  SessionView,
  TurnsView,
  VersionReason,
  Visits,
  WorkshopState,
} from '@talkoot/protocol';

/** A person as the machine knows them. */
export interface Person {
  role: Role;
  status: 'in' | 'lobby' | 'removed';
  name: string;
  /** From where they take part; null while nobody said. */
  mode: PersonMode | null;
  /** What groups are mixed by, as an agency; may be empty. */
  tag: string;
}

/** Everybody is asked the same; who answered what is here and nowhere else. */
export interface Round {
  id: string;
  stepId: string | null;
  rules: RoundRules;
  items: readonly string[];
  openedAt: number;
  closedAt: number | null;
  /** Who may answer: those who were there when it opened, and whom facilitators let in. */
  entitled: readonly string[];
  ballots: Readonly<Record<string, Ballot>>;
  /** Dots on paper: sums, and of how many people. */
  paper: { people: number; marks: Readonly<Record<string, number>> } | null;
  /** Kept at the close, when a secret round loses its ballots. */
  outcome: { answered: number; results: readonly ItemResult[]; words: readonly string[] } | null;
}

/** The groups that work now. */
export interface Groups {
  /** Names the set: its documents are of no other. */
  id: string;
  groups: readonly GroupView[];
  visits: Visits;
  frames: readonly string[];
  /** Groups that called a facilitator. */
  calls: readonly string[];
  /** The note that a group brings before all, by group. */
  chosen: Readonly<Record<string, string>>;
  /** At which tables people were: groups by person. */
  seen: Readonly<Record<string, readonly string[]>>;
  /** They ended: only who was in them still counts. */
  gathered: boolean;
  /** Who looks into which group now. */
  visiting: Readonly<Record<string, string>>;
}

/** When a step ran. */
export interface StepTimes {
  startedAt: number;
  endedAt: number | null;
}

export interface Told {
  id: string;
  by: string;
  text: string;
  at: number;
}

/** A control that may be taken back: what was there before, and what it made of it. */
export interface Undoable {
  commandId: string;
  type: Command['type'];
  at: number;
  by: string;
  before: Partial<Controls>;
}

/** What facilitators steer a running session by. */
export interface Controls {
  stepId: string | null;
  /** The stage of the step that runs, from 0; null where it has none. */
  stage: number | null;
  clock: ClockView | null;
  turns: TurnsView | null;
  bring: BringView | null;
  spotlight: string | null;
  /** Whose view everybody's goes along with. */
  leads: string | null;
  hidden: { names: boolean; cursors: boolean };
  paused: boolean;
  /** Participation rules that stand in for the step's rights until the next step. */
  override: boolean;
  /** Frames of which everybody who comes gets a copy of their own. */
  copying: readonly string[];
  /** What waits to be revealed, as everybody sees it in numbers first. */
  counts: CountsView | null;
}

/** Own copies on the board: by the frame they are of, and by person. */
export type Copies = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The agenda as it runs. */
export interface Run extends Controls {
  times: Readonly<Record<string, StepTimes>>;
  /** Whose topic it is that is talked about; whoever spoke first as such. */
  owner: string | null;
  hands: readonly string[];
  asks: readonly string[];
  told: Readonly<Record<string, readonly Told[]>>;
  /** Private notes are about to come to the board. */
  reveal: { at: number; frames: readonly string[] | null; authors: readonly string[] | null } | null;
  rounds: readonly Round[];
  groups: Groups | null;
  copies: Copies;
  /** What was locked one by one while the whole board is locked; null while it is not. */
  keptLocked: readonly string[] | null;
  /** Who was in a group with whom: pairs of ids, the smaller first, by how often. */
  met: Readonly<Record<string, number>>;
  undoable: readonly Undoable[];
}

/** The running state of a workshop. */
export interface SessionState {
  state: WorkshopState;
  rules: ParticipationRules;
  /** Server time (ms) of the last change of rights. */
  rightsChangedAt: number;
  /** Server time (ms) at which it closes; null while nobody wants that. */
  closesAt: number | null;
  people: Readonly<Record<string, Person>>;
  agenda: Agenda;
  run: Run;
}

/** Nothing was begun. */
export const QUIET_RUN: Run = {
  stepId: null,
  stage: null,
  clock: null,
  turns: null,
  bring: null,
  spotlight: null,
  leads: null,
  hidden: { names: false, cursors: false },
  paused: false,
  override: false,
  copying: [],
  counts: null,
  times: {},
  owner: null,
  hands: [],
  asks: [],
  told: {},
  reveal: null,
  rounds: [],
  groups: null,
  copies: {},
  keptLocked: null,
  met: {},
  undoable: [],
};

/** What the server carries out after a command: data, never functions. */
export type Effect =
  | { type: 'tellSession'; view: SessionView }
  | {
      type: 'saveWorkshop';
      state?: WorkshopState;
      rules?: ParticipationRules;
      newCode?: 'make' | 'drop';
      closesAt?: number | null;
    }
  | { type: 'savePerson'; participantId: string; person: Person }
  | { type: 'closeSockets'; participantId: string }
  | { type: 'lock'; elementIds: readonly string[]; locked: boolean }
  | { type: 'publish'; from: 'mine' | 'backstage'; elementIds: readonly string[]; by: string }
  | { type: 'handIn'; texts: readonly string[] }
  /** A note in somebody else's name, in their own document or on the board. */
  | { type: 'noteFor'; participantId: string; to: 'mine' | 'board'; frame: string | null; words: string }
  | { type: 'dropNoteFor'; participantId: string; from: 'mine' | 'board'; elementId: string }
  /** The board as it is after the effects before this one is kept. */
  | { type: 'saveVersion'; reason: VersionReason; name: string | null }
  /** Who gives it may comment; whether this comment is theirs, the document tells. */
  | { type: 'comment'; command: CommentCommand; role: Role }
  /** One person's answer is kept; null when the whole round's answers are erased. */
  | { type: 'saveBallot'; roundId: string; participantId: string; ballot: Ballot }
  | { type: 'eraseBallots'; roundId: string }
  /** Private notes come to the board, in one message. */
  | {
      type: 'reveal';
      frames: readonly string[] | null;
      authors: readonly string[];
      anonymity: Anonymity;
      /** The frame of those that stand in none. */
      tray: string | null;
      kept: KeptNotes;
      /** Named notes come into their author's own copy of a frame. */
      copies: Copies;
    }
  /** People get frames of their own on the board, under these ids; what `members` wrote there is not copied. */
  | { type: 'copyFrames'; sets: readonly OwnFrames[]; members: readonly string[] }
  /** Each group gets a document of its own, with what it begins with. */
  | { type: 'openGroups'; setId: string; groups: readonly OpenedGroup[]; written: WrittenAlone | null }
  /** What the groups made comes to the board under the groups' names. */
  | {
      type: 'gatherGroups';
      setId: string;
      groups: readonly GroupView[];
      /** Of these groups only the note they chose comes, into this frame. */
      chosen: Readonly<Record<string, string>>;
      into: string | null;
    };

/** The reveal of private notes. */
export type RevealEffect = Extract<Effect, { type: 'reveal' }>;

/** What was promised to stay its author's: the notes of these frames, and those in none that were written meanwhile. */
export interface KeptNotes {
  frames: readonly string[];
  spans: readonly StepTimes[];
}

/** One person's copies, by frame; the name stands in their titles. */
export interface OwnFrames {
  name: string | null;
  copies: Readonly<Record<string, string>>;
}

/** What a group finds in its document. */
export interface OpenedGroup {
  id: string;
  /** Copies of these frames, with what stands in them. */
  frames: readonly string[];
  /** People whose private notes come with them. */
  notesOf: readonly string[];
  /** Former groups whose work comes with them. */
  workOf: readonly string[];
}

/** Which private notes were written to be carried into groups. */
export interface WrittenAlone {
  /** In these frames, or in none. */
  frames: readonly string[];
  /** When people began to write, server time (ms): what stands in no frame counts from then on. */
  since: number;
  /** Other private notes may stand in the frames: there, too, only younger ones count. */
  mixed: boolean;
}

export type Outcome =
  | { ok: true; state: SessionState; effects: Effect[] }
  | { ok: false; problem: ProblemCode; detail: string };

/** Who gives a command: a person of the workshop. */
export interface Sender {
  participantId: string;
}

/** What the machine must know of the board to decide. */
export interface BoardFacts {
  /** Elements that can be judged in these frames: what has words and is no frame or line; or each cluster as one. */
  itemsIn(frames: readonly string[], gathered: boolean): string[];
  /** Those of these frames of which everybody is to have a copy that others see too. */
  repeated(frames: readonly string[]): string[];
  /** What stands on the board itself: what is locked there holds what it owns. */
  topLevel(): { id: string; locked: boolean }[];
  /** Private notes that a reveal of these frames would bring: for each the frames that it stands in, nearest first. */
  waiting(asked: Pick<RevealEffect, 'frames' | 'authors' | 'kept'>): string[][];
}

/** A command that was let through, with what it is decided by. */
export interface Given {
  by: string;
  role: Role;
  now: number;
  board: BoardFacts;
  /** People who are connected. */
  online: ReadonlySet<string>;
}

export function refuse(problem: ProblemCode, detail: string): Outcome {
  return { ok: false, problem, detail };
}

export function done(state: SessionState, effects: Effect[] = []): Outcome {
  return { ok: true, state, effects };
}

/** The same session with a part of its run changed. */
export function withRun(state: SessionState, change: Partial<Run>): SessionState {
  return { ...state, run: { ...state.run, ...change } };
}
