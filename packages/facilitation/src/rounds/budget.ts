import type { Method } from './method.ts';
import { dots } from './dots.ts';

/** Points to spread over the items: dots that may all lie on one. */
export const budget: Method = { ...dots, method: 'budget' };
