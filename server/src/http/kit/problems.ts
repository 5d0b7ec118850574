import { createI18n, LANGUAGE_CODES, type LanguageCode, pickLanguage } from '@talkoot/i18n';
import type { Problem } from '@talkoot/protocol';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Log } from '../../log.ts';
import { ProblemError } from '../../problem.ts';
import { StoreConflict, StoreUnavailable } from '../../storage/port.ts';

const WORDS = new Map(LANGUAGE_CODES.map((code) => [code, createI18n(code)]));

/** The language the browser asks for, else Finnish. */
export function languageOf(request: Request): LanguageCode {
  return pickLanguage(request.acceptsLanguages());
}

/** A problem as the document that goes out. */
function problemDocument(problem: ProblemError, language: LanguageCode): Problem {
  const key = `problem.${problem.code}`;
  const words = WORDS.get(language);
  const { detail, errors, retryAfter } = problem.more;
  return {
    type: `urn:talkoot:problem:${problem.code}`,
    title: words?.exists(key) ? words.t(key) : problem.code,
    status: problem.status,
    code: problem.code,
    ...(detail === undefined || problem.status >= 500 ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** What any thrown thing means to the outside. */
function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StoreUnavailable) return new ProblemError('store-away', { retryAfter: 2 });
  if (error instanceof StoreConflict) return new ProblemError('conflict');
  // What express' body parsers throw.
  const type = (error as { type?: unknown } | null)?.type;
  if (type === 'entity.too.large') return new ProblemError('upload-too-large', { detail: 'body too large' });
  if (typeof type === 'string' && /^(entity|encoding|request|charset|parameters)\./.test(type)) {
    return new ProblemError('invalid-input', { detail: type });
  }
  if (error instanceof URIError) return new ProblemError('invalid-input', { detail: 'address' });
  return new ProblemError('server-error');
}

/** Last handler of the app: answers with a problem document and logs what is our own fault. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = toProblem(error);
    if (problem.status >= 500)
      log.error({ err: error, method: request.method, route: response.locals.route }, 'request failed');
    if (response.headersSent) next(error);
    else sendProblem(response, problem, languageOf(request));
  };
}

/** Answers with a problem document. */
function sendProblem(response: Response, problem: ProblemError, language: LanguageCode): void {
  response.status(problem.status).set('Cache-Control', 'no-store').set('Content-Language', language);
  if (problem.more.retryAfter !== undefined) response.set('Retry-After', String(Math.ceil(problem.more.retryAfter)));
  response.type('application/problem+json').send(JSON.stringify(problemDocument(problem, language)));
}
