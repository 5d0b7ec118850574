import type { Problem, ProblemCode } from '@talkoot/protocol';

/** HTTP status of every problem. */
const STATUS: Record<ProblemCode, number> = {
  'invalid-input': 400,
  'not-found': 404,
  'sign-in-needed': 401,
  'wrong-credentials': 401,
  'not-allowed': 403,
  'setup-done': 409,
  'setup-token-wrong': 403,
  'code-unknown': 404,
  'removed-from-workshop': 403,
  'workshop-closed': 409,
  'origin-refused': 403,
  'too-many-requests': 429,
  'upload-type': 415,
  'upload-too-large': 413,
  'upload-broken': 422,
  'invitation-unknown': 404,
  'display-unknown': 404,
  'email-taken': 409,
  conflict: 409,
  'comments-full': 409,
  'versions-full': 409,
  'agenda-full': 409,
  'settings-wrong': 400,
  'round-closed': 409,
  'not-entitled': 403,
  'too-late': 409,
  'server-error': 500,
  'store-away': 503,
};

/** What else a problem document may say. */
export type ProblemMore = Pick<Problem, 'detail' | 'errors' | 'retryAfter'>;

/** Something refused, with a stable code that has words in the person's language; HTTP makes a problem document of it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly more: ProblemMore;
  /** `more` as text is its `detail`: for logs and developers, in English, never a secret. */
  constructor(code: ProblemCode, more: string | ProblemMore = {}) {
    const parts = typeof more === 'string' ? { detail: more } : more;
    super(parts.detail ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = STATUS[code];
    this.more = parts;
  }
}
