/**
 * Codes of socket closes. 4400 to 4499 are final for a stock y-websocket provider; everything else it retries.
 */
export const CLOSE = {
  /** The server stops or restarts. */
  restart: 1012,
  /** Too slow or too much; come back. */
  overload: 1013,
  malformed: 4400,
  unauthorized: 4401,
  removed: 4403,
  gone: 4404,
  refused: 4409,
  tooLarge: 4413,
  rateLimited: 4529,
  /** Start again from the server's state. */
  resync: 4509,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Why the gate or `rights` refused a change. Each has words in the three languages under `refused.<code>`. */
export const REFUSALS = [
  'malformed',
  'gap',
  'foreignClient',
  'tooLarge',
  'schema',
  'serverOnly',
  'readOnly',
  'closed',
  'paused',
  'step',
  'notesFull',
  'role',
  'kindNotAllowed',
  'colourNotAllowed',
  'notYours',
  'locked',
  'moveNotAllowed',
  'editNotAllowed',
  'deleteNotAllowed',
  'incomplete',
  'formerAuthor',
  'frameCycle',
  'noGrant',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Stable `code` of RFC 9457 problem documents. Each has words under `problem.<code>`. */
export const PROBLEMS = [
  'invalid-input',
  'not-found',
  'sign-in-needed',
  'wrong-credentials',
  'not-allowed',
  'setup-done',
  'setup-token-wrong',
  'code-unknown',
  'removed-from-workshop',
  'workshop-closed',
  'origin-refused',
  'too-many-requests',
  'upload-type',
  'upload-too-large',
  'upload-broken',
  'invitation-unknown',
  'display-unknown',
  'email-taken',
  'conflict',
  'comments-full',
  'versions-full',
  'agenda-full',
  'settings-wrong',
  'round-closed',
  'not-entitled',
  'too-late',
  'server-error',
  'store-away',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];
