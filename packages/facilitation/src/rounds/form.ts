import type { Method } from './method.ts';
import { rating } from './rating.ts';

/** A mark for the question itself, and free words. */
export const form: Method = { ...rating, method: 'form', words: true };
