import type { Request, Response } from 'express';
import type { LanguageCode } from '@talkoot/i18n';
import type { ProblemCode } from '@talkoot/protocol';
import type { z } from 'zod/mini';

/** What a handler gets: everything parsed. */
interface RouteInput<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  language: LanguageCode;
  request: Request;
  response: Response;
}

interface RouteCommon {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, with express' `:name` parameters. */
  path: string;
  summary: string;
  /** Codes that a caller should be ready for, besides those of every route. */
  problems?: readonly ProblemCode[];
  /** Media types of a body that is no JSON; it arrives as a Buffer. */
  accepts?: readonly string[];
  /** The handler writes the answer itself, in these media types. */
  produces?: readonly string[];
}

/** One route, declared once: parsed, carried out and described from this. */
export interface RouteSpec<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType,
  A extends z.ZodMiniType,
> extends RouteCommon {
  params?: P;
  query?: Q;
  body?: B;
  answer?: A;
  /** Status of success; 200 with an answer, 204 without by default. */
  status?: 200 | 201 | 204;
  handle(input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<A>> | z.input<A>;
}

/** A route with its types forgotten, as the server and the description walk over them. */
export interface Route extends RouteCommon {
  params: z.ZodMiniType | null;
  query: z.ZodMiniType | null;
  body: z.ZodMiniType | null;
  answer: z.ZodMiniType | null;
  status: number;
  handle(input: RouteInput<unknown, unknown, unknown>): unknown;
}

/** Declares a route. */
export function route<
  P extends z.ZodMiniType = z.ZodMiniUndefined,
  Q extends z.ZodMiniType = z.ZodMiniUndefined,
  B extends z.ZodMiniType = z.ZodMiniUndefined,
  A extends z.ZodMiniType = z.ZodMiniVoid,
>(spec: RouteSpec<P, Q, B, A>): Route {
  const { params, query, body, answer, status, handle, ...common } = spec;
  return {
    ...common,
    params: params ?? null,
    query: query ?? null,
    body: body ?? null,
    answer: answer ?? null,
    status: status ?? (answer || common.produces ? 200 : 204),
    // The schemas above are what makes the input of this type.
    handle: (input) => handle(input as RouteInput<z.output<P>, z.output<Q>, z.output<B>>),
  };
}
