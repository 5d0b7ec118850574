import { setField } from '@talkoot/board';
import { frame, GateBench, sticky } from './bench.ts';
import type { Case } from './cases/case.ts';
import { EFFECTS } from './cases/effects.ts';
import { HONEST, TIDYING, UNTIDY } from './cases/honest.ts';
import { RIGHTS } from './cases/rights.ts';
import { SHAPE } from './cases/shape.ts';
import { WORDS } from './cases/words.ts';

/** A room with a sticky of each person and a locked frame with a sticky of Ann in it. */
export function room(judge?: typeof import('../gate.ts').judge): GateBench {
  const bench = new GateBench(judge);
  bench.add('ann', 'a1');
  bench.add('bob', 'b1');
  bench.add('fac', 'f1', frame('f1', 'fac'));
  bench.add('ann', 'in', { ...sticky('in', 'ann'), place: { frame: 'f1', x: 5, y: 5 } });
  bench.try('fac', (doc) => setField(doc, 'f1', 'locked', true));
  return bench;
}

/** Every named case: honest ones, bent bytes, hidden effects, missing rights. */
export const CASES: readonly Case[] = [...HONEST, ...TIDYING, ...SHAPE, ...EFFECTS, ...WORDS, ...RIGHTS, ...UNTIDY];
