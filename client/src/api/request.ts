import { Problem } from '@talkoot/protocol';
import type { z } from 'zod/mini';
import { ProblemError } from './problem.ts';

/** Where the server's interface begins. */
export const BASE = '/api/v1';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Asks the server and parses the answer by its schema; throws a {@link ProblemError} for anything else. */
export async function request<T extends z.ZodMiniType>(
  method: Method,
  path: string,
  schema: T,
  body?: unknown,
): Promise<z.infer<T>> {
  const response = await send(method, path, body);
  const parsed = schema.safeParse(await readJson(response));
  if (!parsed.success) throw new ProblemError('server-error', response.status);
  return parsed.data;
}

/** Asks for an answer that is no JSON. */
export async function requestBytes(path: string): Promise<Uint8Array> {
  const response = await send('GET', path, undefined);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new ProblemError('unreachable', 0);
  }
}

/** Like {@link request} where only success matters. */
export async function requestNothing(method: Method, path: string, body?: unknown): Promise<void> {
  await send(method, path, body);
}

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : bodyOf(body)),
    });
  } catch {
    throw new ProblemError('unreachable', 0);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

function bodyOf(body: unknown): Pick<RequestInit, 'body' | 'headers'> {
  if (body instanceof Blob) return { body, headers: { 'content-type': body.type } };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function problemOf(response: Response): Promise<ProblemError> {
  const problem = Problem.safeParse(await readJson(response));
  if (problem.success) return new ProblemError(problem.data.code, response.status, problem.data);
  // A gateway in between answers without our words when the server is away.
  // 408 comes from a server too busy to have read the question in time.
  const away = response.status >= 502 || response.status === 408;
  return new ProblemError(away ? 'unreachable' : 'server-error', response.status);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
