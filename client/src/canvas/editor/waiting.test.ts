import { boundary, Random, reportProof } from '@talkoot/testing';
import Delta from 'quill-delta';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { WaitingChanges } from './waiting.ts';

const SEED = Number(process.env.TALKOOT_SEED ?? 1);
const ROUNDS = Number(process.env.TALKOOT_SEEDS ?? (process.env.TALKOOT_LONG === '1' ? 20_000 : 300));

/** A change such as editors make in words: something put in, taken out or made bold, no letter cut in two. */
function changeOf(random: Random, words: string): Delta {
  const at = boundary(words, random.below(words.length + 1));
  const count = boundary(words, Math.min(words.length, at + random.between(1, 4))) - at;
  const change = new Delta().retain(at);
  if (count === 0 || random.chance(0.5)) return change.insert(random.word(), random.chance(0.3) ? { bold: true } : {});
  return random.chance(0.5) ? change.delete(count) : change.retain(count, { bold: random.chance(0.6) ? true : null });
}

function lettersOf(words: Delta): string {
  return words.ops.map(({ insert }) => String(insert)).join('');
}

/** Words with their looks, neighbours alike as one. */
function looksOf(words: Delta): Delta['ops'] {
  return words.ops.reduce((whole, { insert, attributes }) => whole.insert(String(insert), attributes), new Delta()).ops;
}

test(`an editor that lets others wait has their words and its own in the end (seed ${SEED})`, () => {
  let waited = 0;
  for (let seed = SEED; seed < SEED + ROUNDS; seed++) {
    const random = new Random(seed);
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    const [text, other] = [here.getText('words'), there.getText('words')];
    text.insert(0, 'alku ja loppu');
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    let editor = new Delta(text.toDelta());
    const waiting = new WaitingChanges();
    text.observe((event, { origin }) => {
      if (origin !== 'editor') waiting.add(new Delta(event.delta as Delta['ops']));
    });
    for (let step = 0; step < 12; step++) {
      const what = random.below(4);
      if (what === 0) {
        const mine = changeOf(random, lettersOf(editor));
        editor = editor.compose(mine);
        const ops = waiting.pass(mine);
        here.transact(() => text.applyDelta(ops), 'editor');
      } else if (what === 1) other.applyDelta(changeOf(random, other.toString()).ops);
      else if (what === 2) {
        Y.applyUpdate(here, Y.encodeStateAsUpdate(there, Y.encodeStateVector(here)));
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)));
      } else {
        if (!waiting.empty) waited++;
        editor = editor.compose(waiting.take());
      }
    }
    editor = editor.compose(waiting.take());
    expect(looksOf(editor), `seed ${seed}`).toEqual(looksOf(new Delta(text.toDelta())));
  }
  reportProof('words that wait for a composition', { seeds: `${SEED} to ${SEED + ROUNDS - 1}`, waited });
  expect(waited).toBeGreaterThan(0);
});
