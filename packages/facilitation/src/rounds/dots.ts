import { type Method, numbersIn, sum, wholeMarks } from './method.ts';

/** So many dots for everybody, so many of them on one item. */
export const dots: Method = {
  method: 'dots',
  words: false,
  allows: (ballot, round) => {
    const marks = wholeMarks(ballot, round, 0, round.rules.perItem);
    return marks !== null && sum(marks) <= round.rules.each;
  },
  result: (item, marks, paper) => {
    const given = numbersIn(marks).filter((mark) => mark > 0);
    return { item, score: sum(given) + paper, answers: given.length };
  },
};
