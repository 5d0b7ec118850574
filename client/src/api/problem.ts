import type { Problem, ProblemCode } from '@talkoot/protocol';

/** A code of the server, or `unreachable` when no answer came at all. */
export type ClientProblemCode = ProblemCode | 'unreachable';

/** What went wrong with a request. Words for people are under `problem.<code>`. */
export class ProblemError extends Error {
  readonly code: ClientProblemCode;
  /** HTTP status; 0 without an answer. */
  readonly status: number;
  readonly problem: Problem | null;

  constructor(code: ClientProblemCode, status: number, problem: Problem | null = null) {
    super(`${status} ${code}`);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.problem = problem;
  }
}

/** The code of anything that was thrown; what is no ProblemError is a mistake of ours or of the server. */
export function problemCode(error: unknown): ClientProblemCode {
  return error instanceof ProblemError ? error.code : 'server-error';
}
