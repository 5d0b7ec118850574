import { z } from 'zod/mini';

/** An id inside a command: of a command, an element, a person or a comment. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
