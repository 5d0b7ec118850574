import type { RoundMethod } from '@talkoot/protocol';
import { budget } from './budget.ts';
import { consent } from './consent.ts';
import { dots } from './dots.ts';
import { form } from './form.ts';
import type { Method } from './method.ts';
import { placement } from './placement.ts';
import { ranking } from './ranking.ts';
import { rating } from './rating.ts';

/** Every way of asking: one line each. */
export const METHODS: Readonly<Record<RoundMethod, Method>> = {
  dots,
  rating,
  consent,
  ranking,
  budget,
  placement,
  form,
};
