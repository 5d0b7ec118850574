import { markable, type Method, numbersIn, sum, wholeMarks } from './method.ts';

/** Places from 1 on, no two items on one. Borda's count: the first of n gets n points, the last one. */
export const ranking: Method = {
  method: 'ranking',
  words: false,
  allows: (ballot, round) => {
    const marks = wholeMarks(ballot, round, 1, markable(round).length);
    return marks !== null && new Set(marks).size === marks.length;
  },
  result: (item, marks, _paper, round) => {
    const places = numbersIn(marks);
    const count = markable(round).length;
    return { item, score: sum(places.map((place) => count + 1 - place)), answers: places.length };
  },
};
