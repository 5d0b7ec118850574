import { mean, type Method, numbersIn, spreadOf, wholeMarks } from './method.ts';

/** A mark from 1 to the top of the scale for each item; the mean tells. */
export const rating: Method = {
  method: 'rating',
  means: true,
  words: false,
  allows: (ballot, round) => wholeMarks(ballot, round, 1, round.rules.scale) !== null,
  result: (item, marks) => {
    const given = numbersIn(marks);
    return { item, score: mean(given), answers: given.length, spread: spreadOf(given) };
  },
};
