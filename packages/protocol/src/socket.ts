import { z } from 'zod/mini';
import { REFUSALS } from './codes.ts';
import { ConsoleMessage, HealthMessage, OwnMessage } from './console.ts';
import { LIMITS } from './limits.ts';
import { PersonMode, Role } from './roles.ts';

/**
 * First byte of a socket message. 0 to 3 are y-websocket's own; ours carry one JSON string and go only to
 * clients that connected with `?v=1`.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** server to client: {@link Hello} */
  hello: 100,
  /** server to client: {@link Ack} */
  ack: 101,
  /** server to client: {@link Refused} */
  refused: 102,
  /** server to client: {@link Direct}: what only some may know */
  direct: 103,
  /** client to server: a number of its own; server to client: {@link TimeAnswer} */
  time: 104,
} as const;

/** Version of the extra messages; a client asks for them with `?v=1`. */
export const PROTOCOL_VERSION = 1;

/** First message on a `v=1` connection, before any document bytes. */
export const Hello = z.object({
  room: z.string(),
  /** Changes when the room's history was replaced; local copies of another epoch are rebased. */
  epoch: z.string(),
  participantId: z.string(),
  name: z.string(),
  role: Role,
  /** The person's colour in the room, `#rrggbb`. */
  colour: z.string(),
  serverTime: z.number(),
  /** Build of the client bundle the server ships; another one means "reload when saved". */
  build: z.string(),
});
export type Hello = z.infer<typeof Hello>;

/** What the server's clock said when the question of this number came. */
export const TimeAnswer = z.object({ number: z.int().check(z.nonnegative()), serverTime: z.number() });
export type TimeAnswer = z.infer<typeof TimeAnswer>;

/** Sent after the store committed. */
export const Ack = z.object({
  /** Update frames of this connection accepted so far (SyncStep2 and Update each count as one). */
  accepted: z.int().check(z.nonnegative()),
  /** Elements whose edits landed in something already deleted: the client keeps the words. */
  lost: z.optional(z.array(z.string())),
});
export type Ack = z.infer<typeof Ack>;

/** Sent once; the server drops further updates of this connection until it reconnects afresh. */
export const Refused = z.object({
  code: z.enum(REFUSALS),
  elementIds: z.array(z.string()),
  /** Frames accepted before the refused one. */
  accepted: z.int().check(z.nonnegative()),
});
export type Refused = z.infer<typeof Refused>;

/** Person as everybody in the workshop may know them. */
export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  colour: z.string(),
  online: z.boolean(),
  /** Null while nobody said. */
  mode: z.nullable(PersonMode),
  /** Agency, unit or trade: what groups are mixed by; may be empty. */
  tag: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;

/** The people of a workshop and who waits in the lobby: facilitators only. */
export const PeopleMessage = z.object({
  type: z.literal('people'),
  people: z.array(PersonView),
  lobby: z.array(z.object({ id: z.string(), name: z.string() })),
});
/** This person's own standing changed, without reconnecting. */
export const YouMessage = z.object({
  type: z.literal('you'),
  role: Role,
  name: z.string(),
});
/** Facilitators hear the renewed code without asking for it. */
export const CodeMessage = z.object({ type: z.literal('code'), joinCode: z.nullable(z.string()) });

export const Direct = z.discriminatedUnion('type', [
  PeopleMessage,
  YouMessage,
  CodeMessage,
  ConsoleMessage,
  HealthMessage,
  OwnMessage,
]);
export type Direct = z.infer<typeof Direct>;

const finite = z.number().check(z.minimum(-1e9), z.maximum(1e9));
const Point = z.object({ x: finite, y: finite });

const whole = z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));

/** A place between two letters that stays there while others write: the id that Yjs gave to the letter after it. */
export const CaretPlace = z.object({ client: whole, clock: whole });
export type CaretPlace = z.infer<typeof CaretPlace>;

/** What a person can send to everybody's screen for a moment. */
export const REACTIONS = ['thumb', 'heart', 'clap', 'laugh', 'party', 'think'] as const;
export const Reaction = z.enum(REACTIONS);
export type Reaction = z.infer<typeof Reaction>;

/**
 * What a client may say of itself in presence; name, role and colour are the server's to fill. Nothing else travels,
 * and never words.
 */
export const PresenceState = z.object({
  cursor: z.nullish(Point),
  /** Part of the board the person sees, board units. */
  view: z.nullish(z.object({ x: finite, y: finite, width: finite, height: finite })),
  selection: z.nullish(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50))),
  /** Element whose words the person edits. */
  editing: z.nullish(z.string().check(z.maxLength(64))),
  /** Where in those words; null is their end. */
  caret: z.nullish(z.object({ anchor: z.nullable(CaretPlace), head: z.nullable(CaretPlace) })),
  /** What is being dragged: ids and offset from where the document has them. */
  moving: z.nullish(
    z.object({ ids: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200)), dx: finite, dy: finite }),
  ),
  /** Participant whose view this person's goes along with. */
  follows: z.nullish(z.string().check(z.maxLength(64))),
  /** Where the laser was last; `t` in ms of the sender's own clock. Messages overlap, so that none is missed. */
  laser: z.nullish(z.array(z.extend(Point, { t: whole })).check(z.maxLength(LIMITS.laserPoints))),
  /** The last reaction; another number is another one. */
  reaction: z.nullish(z.object({ is: Reaction, number: whole })),
});
export type PresenceState = z.infer<typeof PresenceState>;

/** Presence as others receive it. */
export const PresenceView = z.extend(PresenceState, {
  user: z.object({ id: z.string(), name: z.string(), role: Role, color: z.string() }),
});
export type PresenceView = z.infer<typeof PresenceView>;

export const PRESENCE_BYTES = LIMITS.presenceBytes;
