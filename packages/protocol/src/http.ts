import { z } from 'zod/mini';
import { PROBLEMS } from './codes.ts';
import { LIMITS } from './limits.ts';
import { Language, ParticipationRules, Role, WorkshopState } from './roles.ts';
import { PersonView } from './socket.ts';

/** RFC 9457 problem document. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEMS),
  detail: z.optional(z.string()),
  /** Fields that did not parse: path and what was wrong. */
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  /** Seconds until trying again makes sense. */
  retryAfter: z.optional(z.number()),
});
export type Problem = z.infer<typeof Problem>;

const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.nameLength));
const Title = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.titleLength));
const Email = z.email().check(z.maxLength(200));
const Password = z.string().check(z.minLength(10), z.maxLength(200));

export const SetupInput = z.object({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  name: Name,
  email: Email,
  password: Password,
  teamName: z.optional(Name),
});
export type SetupInput = z.infer<typeof SetupInput>;

export const SessionInput = z.object({ email: Email, password: z.string().check(z.minLength(1), z.maxLength(200)) });
export type SessionInput = z.infer<typeof SessionInput>;

/** The signed-in person, or a guest of one or more workshops, or neither. */
export const Me = z.object({
  account: z.nullable(z.object({ id: z.string(), name: z.string(), email: z.string(), owner: z.boolean() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  setupNeeded: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const InvitationView = z.object({
  token: z.string(),
  url: z.string(),
  teamName: z.string(),
  expiresAt: z.number(),
});
export type InvitationView = z.infer<typeof InvitationView>;
export const AcceptInvitationInput = z.object({ name: Name, email: Email, password: Password });
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const WorkshopInput = z.object({
  title: Title,
  templateId: z.optional(z.string().check(z.maxLength(80))),
  language: z.optional(Language),
});
export type WorkshopInput = z.infer<typeof WorkshopInput>;

export const WorkshopPatch = z.object({
  title: z.optional(Title),
  /** `false` brings a deleted workshop back within the undo time. */
  deleted: z.optional(z.literal(false)),
});
export type WorkshopPatch = z.infer<typeof WorkshopPatch>;

export const WorkshopView = z.object({
  id: z.string(),
  title: z.string(),
  language: Language,
  state: WorkshopState,
  /** `XXXX-XXXX`; null when closed or when the reader may not know it. */
  joinCode: z.nullable(z.string()),
  rules: ParticipationRules,
  createdAt: z.number(),
  updatedAt: z.number(),
  deletedAt: z.nullable(z.number()),
  /** It is a throw-away copy of another workshop, whose clock runs so many times as fast. */
  rehearsal: z.optional(z.object({ of: z.string(), speed: z.number() })),
  /** The reader's own place in it; null for a team member who has not entered. */
  participant: z.nullable(
    z.object({ id: z.string(), name: z.string(), role: Role, status: z.enum(['in', 'lobby', 'removed']) }),
  ),
});
export type WorkshopView = z.infer<typeof WorkshopView>;
export const WorkshopList = z.object({ workshops: z.array(WorkshopView) });

export const JoinInput = z.object({
  /** As typed: case, spaces and the dash do not matter. */
  code: z.string().check(z.maxLength(40)),
  name: Name,
  /** "I am someone else": a new participant although this browser has one already. */
  someoneElse: z.optional(z.boolean()),
});
export type JoinInput = z.infer<typeof JoinInput>;

export const JoinResult = z.object({
  workshopId: z.string(),
  title: z.string(),
  participant: z.object({ id: z.string(), name: z.string(), role: Role, status: z.enum(['in', 'lobby']) }),
});
export type JoinResult = z.infer<typeof JoinResult>;

/** Who this browser already is behind a code, for "Continue as Aino". */
export const JoinPreview = z.object({
  title: z.string(),
  language: Language,
  known: z.nullable(z.object({ name: z.string(), role: Role })),
});
export type JoinPreview = z.infer<typeof JoinPreview>;

export const TicketInput = z.object({ room: z.optional(z.string().check(z.maxLength(120))) });
export const TicketView = z.object({
  ticket: z.string(),
  /** Leased to this person in this room: the id to write under. */
  clientId: z.int().check(z.positive()),
  /** Local copies of another epoch of the room are rebased, not merged. */
  epoch: z.string(),
  expiresAt: z.number(),
});
export type TicketView = z.infer<typeof TicketView>;

export const PeopleView = z.object({
  people: z.array(PersonView),
  lobby: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PeopleView = z.infer<typeof PeopleView>;

/** Somebody without a device, under a name that the room knows. */
export const PaperPersonInput = z.object({ name: Name });

export const BlobView = z.object({
  hash: z.string(),
  url: z.string(),
  mediaType: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
export type BlobView = z.infer<typeof BlobView>;

/** Images of another workshop that this one may show too, as when its elements are pasted here. */
export const BlobAdoption = z.object({
  from: z.string().check(z.minLength(1), z.maxLength(64)),
  hashes: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.minLength(1), z.maxLength(500)),
});
export type BlobAdoption = z.infer<typeof BlobAdoption>;

export const LocalText = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
export type LocalText = z.infer<typeof LocalText>;

export const TemplateSummary = z.object({
  id: z.string(),
  name: LocalText,
  description: LocalText,
  category: z.string(),
  durationMinutes: z.number(),
  /** For how many people it is, and for how many best. */
  groupSize: z.object({ min: z.number(), max: z.number(), ideal: z.number() }),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;
/** What templates are for. */
export const TemplateCategory = z.object({ id: z.string(), name: LocalText });
export type TemplateCategory = z.infer<typeof TemplateCategory>;
export const TemplateList = z.object({
  /** In the order of the shelf, as the templates are. */
  categories: z.array(TemplateCategory),
  templates: z.array(TemplateSummary),
});
export type TemplateList = z.infer<typeof TemplateList>;
