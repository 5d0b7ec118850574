import { type Method, numbersIn, spreadOf, wholeMarks } from './method.ts';

/** 1: I agree. 2: I can live with it, and have a concern. 3: I object. */
export const CONSENT = { agree: 1, concern: 2, object: 3 } as const;

/** Consent is there when nobody objects: fewer objections come first, then fewer concerns. */
export const consent: Method = {
  method: 'consent',
  words: true,
  allows: (ballot, round) => wholeMarks(ballot, round, CONSENT.agree, CONSENT.object) !== null,
  result: (item, marks) => {
    const given = numbersIn(marks);
    const spread = spreadOf(given);
    const [objections, concerns] = [spread[CONSENT.object] ?? 0, spread[CONSENT.concern] ?? 0];
    return { item, score: -objections - concerns / 1_000, answers: given.length, spread };
  },
};
