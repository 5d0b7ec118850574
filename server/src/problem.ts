import type { ProblemCode } from '@talkoot/protocol';

/** Something refused, with a stable code that has words in the person's language; HTTP makes a problem document of it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  /** For logs and developers, never the only words a person sees. */
  readonly detail: string;
  constructor(code: ProblemCode, detail = '') {
    super(detail || code);
    this.name = 'ProblemError';
    this.code = code;
    this.detail = detail;
  }
}
