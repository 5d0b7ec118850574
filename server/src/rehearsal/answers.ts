import { type Ballot, type RoundMethod, type RoundView, SELF } from '@talkoot/protocol';
import type { Chance } from './chance.ts';

type Marks = Ballot['marks'];

/** Most items that somebody thinks about one by one. */
const LOOKED_AT = 40;

const MARKS: Readonly<Record<RoundMethod, (items: readonly string[], round: RoundView, chance: Chance) => Marks>> = {
  dots: spread,
  budget: spread,
  rating: scaled,
  form: scaled,
  consent: (items, _round, chance) => each(items, () => chance.pick([1, 1, 1, 2, 3])),
  ranking: (items, _round, chance) => {
    const places = chance.mixed(items);
    return each(items, (item) => places.indexOf(item) + 1);
  },
  placement: (items, _round, chance) => each(items, () => [chance.between(0, 1), chance.between(0, 1)]),
};

/** What somebody answers in a round, within its rules. */
export function answerTo(round: RoundView, chance: Chance): Ballot {
  const items = (round.items.length > 0 ? round.items : [SELF]).slice(0, LOOKED_AT);
  return { marks: MARKS[round.rules.method](items, round, chance) };
}

/** Dots, or points by tens, where they fall. */
function spread(items: readonly string[], { rules }: RoundView, chance: Chance): Marks {
  const portion = rules.each >= 20 && rules.perItem >= 10 ? 10 : 1;
  const marks: Record<string, number> = {};
  for (let left = rules.each; left >= portion; left -= portion) {
    const item = chance.pick(items);
    const mark = (marks[item] ?? 0) + portion;
    if (mark <= rules.perItem) marks[item] = mark;
  }
  return marks;
}

function scaled(items: readonly string[], { rules }: RoundView, chance: Chance): Marks {
  return each(items, () => chance.whole(1, rules.scale));
}

function each(items: readonly string[], mark: (item: string) => Marks[string]): Marks {
  return Object.fromEntries(items.map((item) => [item, mark(item)]));
}
