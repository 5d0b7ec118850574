import { markable, mean, type Method } from './method.ts';

/** Where items stand on two axes, each from 0 to 1; the mean place tells. */
export const placement: Method = {
  method: 'placement',
  words: false,
  allows: (ballot, round) => {
    const items = new Set(markable(round));
    return Object.entries(ballot.marks).every(
      ([item, mark]) => items.has(item) && Array.isArray(mark) && mark.every((at) => at >= 0 && at <= 1),
    );
  },
  result: (item, marks) => {
    const places = marks.filter((mark) => Array.isArray(mark));
    const at: [number, number] = [mean(places.map(([x]) => x)), mean(places.map(([, y]) => y))];
    return { item, score: at[0] + at[1], answers: places.length, at };
  },
};
