import { z } from 'zod/mini';
import { Phase, StepTitle, StepWords } from './agenda.ts';
import { GroupView } from './groups.ts';
import { ParticipationRules, Reach, WorkshopState } from './roles.ts';
import { RoundView } from './rounds.ts';

/** What a step lets participants do on the board, in place of the participation rules for the same. */
export const StepRights = z.object({
  create: z.boolean(),
  edit: Reach,
  move: Reach,
  delete: Reach,
  /** Kinds that may be added; null leaves it to the participation rules. */
  kinds: z.nullable(z.array(z.string())),
  /** Frames in which all this holds; null is the whole board. Elsewhere nothing may be changed. */
  frames: z.nullable(z.array(z.string())),
  /** People for whom it holds; null is everybody. The others only read. */
  who: z.nullable(z.array(z.string())),
  /** So many notes of one person at most in these frames. */
  most: z.optional(z.int()),
});
export type StepRights = z.infer<typeof StepRights>;

/** Who may know who wrote a note that was private. */
export const ANONYMITIES = ['named', 'facilitator', 'nobody'] as const;
export const Anonymity = z.enum(ANONYMITIES);
export type Anonymity = z.infer<typeof Anonymity>;

/** Notes are written privately now. */
export const WritingView = z.object({
  anonymity: Anonymity,
  /** Frames in which they are written; empty where they wait in the step's tray. */
  frames: z.array(z.string()),
  /** So many notes of one person at most; null without a limit. */
  most: z.nullable(z.int()),
  /** Nobody but their author ever opens them. */
  own: z.boolean(),
});
export type WritingView = z.infer<typeof WritingView>;

/** What a participant has to do now, as far as a small screen must know it. */
export const TODOS = ['read', 'write', 'speak', 'vote', 'arrange', 'talk', 'rest', 'answer'] as const;
export const Todo = z.enum(TODOS);
export type Todo = z.infer<typeof Todo>;

/** The step that runs, as everybody may know it. */
export const StepView = z.object({
  id: z.string(),
  type: z.string(),
  phase: Phase,
  title: StepTitle,
  prompt: StepWords,
  frames: z.array(z.string()),
  minutes: z.int(),
  todo: Todo,
  writing: z.nullable(WritingView),
});
export type StepView = z.infer<typeof StepView>;

/** A part of the step that runs, with a clock of its own. */
export const StageView = z.object({
  /** Its name: `stage.<name>` says it in words. */
  name: z.string(),
  /** Which of how many, from 0. */
  at: z.int(),
  count: z.int(),
  /** The name of the one after it. */
  next: z.nullable(z.string()),
  /** So many groups have chosen the note that comes to the board at its end; null where none is chosen. */
  chosen: z.nullable(z.int()),
  /** How long the parts after it take, ms. */
  later: z.number(),
});
export type StageView = z.infer<typeof StageView>;

/** The clock of the step, or of the stage that it is in; all are server times (ms). */
export const ClockView = z.object({
  startedAt: z.number(),
  endsAt: z.number(),
  /** When it was stopped; what is left then is `endsAt - pausedAt`. */
  pausedAt: z.nullable(z.number()),
});
export type ClockView = z.infer<typeof ClockView>;

/** Speaking in turn. */
export const TurnsView = z.object({
  /** People, or groups, in order. */
  order: z.array(z.string()),
  /** Whose turn it is, in `order`; its length once everybody had theirs. */
  at: z.int(),
  /** Server time (ms) at which the turn began, and how long one is. */
  since: z.number(),
  seconds: z.int(),
  pass: z.boolean(),
  /** Who passed and is asked again at the end. */
  passed: z.array(z.string()),
  /** They are groups, not people. */
  groups: z.boolean(),
});
export type TurnsView = z.infer<typeof TurnsView>;

/** Where facilitators want everybody to look. Another number is another call. */
export const BringView = z.object({
  number: z.int(),
  frames: z.nullable(z.array(z.string())),
  groupId: z.nullable(z.string()),
});
export type BringView = z.infer<typeof BringView>;

/** How many private notes wait to be shown, by frame: numbers, never words or people. */
export const CountsView = z.object({
  frames: z.array(z.object({ id: z.string(), notes: z.int() })),
  /** In no frame that is shown. */
  elsewhere: z.int(),
});
export type CountsView = z.infer<typeof CountsView>;

/** A step in the course of the workshop, before, now or later. */
export const CourseStep = z.object({ id: z.string(), type: z.string(), title: StepTitle, minutes: z.int() });
export type CourseStep = z.infer<typeof CourseStep>;

/** What every participant may know of the running session: the values of the board's `session` map. */
export const SessionView = z.object({
  state: WorkshopState,
  rules: ParticipationRules,
  /** Server time (ms) of the last change of rights: honest clients mirror the grace. */
  rightsChangedAt: z.number(),
  /** Server time (ms) at which it closes, once that was commanded. */
  closesAt: z._default(z.nullable(z.number()), null),
  /** Participants' work rests. */
  paused: z._default(z.boolean(), false),
  /** The steps that are not left out, once the session began. */
  course: z._default(z.array(CourseStep), []),
  step: z._default(z.nullable(StepView), null),
  stage: z._default(z.nullable(StageView), null),
  /** What the step lets participants do; null when the participation rules alone hold. */
  rights: z._default(z.nullable(StepRights), null),
  clock: z._default(z.nullable(ClockView), null),
  turns: z._default(z.nullable(TurnsView), null),
  bring: z._default(z.nullable(BringView), null),
  spotlight: z._default(z.nullable(z.string()), null),
  /** The facilitator with whose view everybody's goes along; who moves their own lets go of it. */
  leads: z._default(z.nullable(z.string()), null),
  hidden: z._default(z.object({ names: z.boolean(), cursors: z.boolean() }), { names: false, cursors: false }),
  /** Hands that are up, the first first. */
  hands: z._default(z.array(z.string()), []),
  /** Private notes of these frames come to the board at this server time (ms). */
  reveal: z._default(z.nullable(z.object({ at: z.number(), frames: z.nullable(z.array(z.string())) })), null),
  counts: z._default(z.nullable(CountsView), null),
  /** Open rounds and closed ones whose results are kept. */
  rounds: z._default(z.array(RoundView), []),
  groups: z._default(z.array(GroupView), []),
});
export type SessionView = z.infer<typeof SessionView>;

/** How a workshop stands in which nothing was planned or begun. */
export function quietSession(state: WorkshopState, rules: ParticipationRules): SessionView {
  return SessionView.parse({ state, rules, rightsChangedAt: 0 });
}
