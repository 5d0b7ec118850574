import { createElement, elementsOf, setField } from '@talkoot/board';
import { ELEMENT_MODELS } from '@talkoot/elements';
import { DEFAULT_RULES } from '@talkoot/protocol';
import { frame, sticky, wordsOf } from '../bench.ts';
import { any, forge, map } from '../forge.ts';
import { ANN, annWrites, at, type Case, fieldsOf, next } from './case.ts';

/** G12 to G14: missing rights. */
export const RIGHTS: Case[] = [
  {
    name: 'G12 words of somebody else',
    want: ['editNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'b1').insert(0, 'x')),
  },
  {
    name: 'G12 erasing somebody else’s words',
    want: ['editNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'b1').delete(0, 2)),
  },
  {
    name: 'G12 delete of somebody else’s',
    want: ['deleteNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => elementsOf(doc).delete('b1')),
  },
  {
    name: 'G12 delete of everything',
    want: ['deleteNotAllowed', 'locked'],
    update: (b) =>
      forge(
        [],
        Object.fromEntries([...b.server.store.clients.keys()].map((c) => [c, [[0, next(b, c)]] as [number, number][]])),
      ),
  },
  {
    name: 'G12 colour of somebody else’s',
    want: ['editNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'b1', 'colour', 'red')),
  },
  {
    name: 'G18 tying what one may not move',
    want: ['moveNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, move: 'own' } };
      return b.updateOf('ann', (doc) => {
        for (const id of ['a1', 'b1']) setField(doc, id, 'bundle', 'tied');
      });
    },
  },
  {
    name: 'G18 tying what stands in a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'in', 'bundle', 'tied')),
  },
  {
    name: 'G18 undoing a bundle that one may not move',
    want: ['moveNotAllowed'],
    update: (b) => {
      b.try('bob', (doc) => setField(doc, 'b1', 'bundle', 'tied'));
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, move: 'none' } };
      return b.updateOf('ann', (doc) => elementsOf(doc).get('b1')?.delete('bundle'));
    },
  },
  {
    name: 'G18 a bundle that is no name',
    want: ['schema'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'bundle', { x: 1 })),
  },
  {
    name: 'G18 who may move ties what others wrote',
    want: ['ok'],
    update: (b) =>
      b.updateOf('ann', (doc) => {
        for (const id of ['a1', 'b1']) setField(doc, id, 'bundle', 'tied');
      }),
  },
  {
    name: 'G12 author changed',
    want: ['serverOnly'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'author', 'bob')),
  },
  {
    name: 'G12 time of making changed',
    want: ['serverOnly'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'createdAt', 5)),
  },
  {
    name: 'G12 lock by a participant',
    want: ['role'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'locked', true)),
  },
  {
    name: 'G12 unlock and edit in one',
    want: ['role', 'locked'],
    update: (b) =>
      b.updateOf('ann', (doc) => {
        setField(doc, 'f1', 'locked', false);
        setField(doc, 'in', 'colour', 'red');
      }),
  },
  {
    name: 'G12 edit inside a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => wordsOf(doc, 'in').insert(0, 'x')),
  },
  {
    name: 'G12 move out of a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'in', 'place', { frame: null, x: 0, y: 0 })),
  },
  {
    name: 'G12 move into a locked frame',
    want: ['locked'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'place', { frame: 'f1', x: 0, y: 0 })),
  },
  {
    name: 'G12 make inside a locked frame',
    want: ['locked'],
    update: (b) =>
      b.updateOf('ann', (doc) =>
        createElement(doc, { ...sticky('n', 'ann'), place: { frame: 'f1', x: 0, y: 0 } }, ELEMENT_MODELS),
      ),
  },
  {
    name: 'G12 make a frame',
    want: ['kindNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, frame('n', 'ann'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 turn a sticky into a frame',
    want: ['kindNotAllowed'],
    update: (b) =>
      b.updateOf('ann', (doc) => {
        setField(doc, 'a1', 'kind', 'frame');
        setField(doc, 'a1', 'look', 'zone');
      }),
  },
  {
    name: 'G12 kind changed without its fields',
    want: ['incomplete'],
    update: (b) => b.updateOf('ann', (doc) => setField(doc, 'a1', 'kind', 'text')),
  },
  {
    name: 'G12 make in another’s name',
    want: ['notYours'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('n', 'bob'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 make in nobody’s name',
    want: ['notYours'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('n', null), ELEMENT_MODELS)),
  },
  {
    name: 'G12 make without an author',
    want: ['incomplete'],
    update: (b) =>
      annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fieldsOf([ANN, next(b, ANN)], 'ann', ['author']),
      ]),
  },
  {
    name: 'G12 make with two authors',
    want: ['notYours'],
    update: (b) =>
      annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fieldsOf([ANN, next(b, ANN)], 'ann'),
        { origin: [ANN, next(b, ANN) + 5], content: any('bob') },
      ]),
  },
  {
    name: 'G12 make with another’s name below one’s own',
    want: ['notYours'],
    update: (b) => {
      const clock = next(b, ANN);
      const fields = fieldsOf([ANN, clock], 'bob');
      return annWrites(b, [
        { parent: 'elements', sub: 'n', content: map() },
        ...fields,
        { origin: [ANN, clock + 5], content: any('ann') },
      ]);
    },
  },
  {
    name: 'G12 make over somebody else’s',
    want: ['deleteNotAllowed'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('b1', 'ann'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 make over one’s own with a new author',
    want: ['formerAuthor'],
    update: (b) => b.updateOf('ann', (doc) => createElement(doc, sticky('a1', 'bob'), ELEMENT_MODELS)),
  },
  {
    name: 'G12 bring back what another deleted',
    want: ['formerAuthor'],
    update: (b) => {
      b.try('bob', (doc) => elementsOf(doc).delete('b1'));
      return b.updateOf('ann', (doc) => createElement(doc, sticky('b1', 'ann'), ELEMENT_MODELS));
    },
  },
  {
    name: 'G12 bring back as its author what one never was',
    want: ['formerAuthor'],
    update: (b) => {
      b.try('bob', (doc) => elementsOf(doc).delete('b1'));
      return b.updateOf('ann', (doc) => createElement(doc, sticky('b1', 'bob'), ELEMENT_MODELS));
    },
  },
  {
    name: 'G13 a frame in itself',
    who: 'fac',
    want: ['frameCycle'],
    update: (b) => b.updateOf('fac', (doc) => setField(doc, 'f1', 'place', { frame: 'f1', x: 0, y: 0 })),
  },
  {
    name: 'G13 two frames in one another',
    who: 'fac',
    want: ['frameCycle'],
    update: (b) => {
      b.add('fac', 'f2', frame('f2', 'fac'));
      return b.updateOf('fac', (doc) => {
        setField(doc, 'f1', 'place', { frame: 'f2', x: 0, y: 0 });
        setField(doc, 'f2', 'place', { frame: 'f1', x: 0, y: 0 });
      });
    },
  },
  {
    name: 'G14 observer',
    who: 'obs',
    want: ['readOnly'],
    update: (b) => b.updateOf('obs', (doc) => setField(doc, 'a1', 'place', { frame: null, x: 1, y: 1 })),
  },
  {
    name: 'G14 garbage of an observer',
    who: 'obs',
    want: ['readOnly'],
    update: () => forge([{ client: 4_000, clock: 0, structs: [{ gc: 5 }] }]),
  },
  {
    name: 'G14 closed',
    who: 'fac',
    want: ['closed'],
    update: (b) => {
      b.context = { ...b.context, state: 'closed' };
      return b.updateOf('fac', (doc) => setField(doc, 'a1', 'tags', ['x']));
    },
  },
  {
    name: 'G14 participant on a draft',
    want: ['readOnly'],
    update: (b) => {
      b.context = { ...b.context, state: 'draft' };
      return b.updateOf('ann', (doc) => setField(doc, 'a1', 'tags', ['x']));
    },
  },
  {
    name: 'G14 participant in backstage',
    want: ['role'],
    update: (b) => {
      b.context = { ...b.context, scope: 'backstage' };
      return b.updateOf('ann', (doc) => setField(doc, 'a1', 'tags', ['x']));
    },
  },
  {
    name: 'G12 colour the rules forbid',
    want: ['colourNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, colours: ['yellow'] } };
      return b.updateOf('ann', (doc) => setField(doc, 'a1', 'colour', 'red'));
    },
  },
  {
    name: 'G12 kind the rules forbid',
    want: ['kindNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, kinds: ['text'] } };
      return b.updateOf('ann', (doc) => createElement(doc, sticky('n', 'ann'), ELEMENT_MODELS));
    },
  },
  {
    name: 'G12 forbidden colour hidden behind an allowed one',
    want: ['colourNotAllowed'],
    update: (b) => {
      b.context = { ...b.context, rules: { ...DEFAULT_RULES, colours: ['yellow'] } };
      const clock = next(b, ANN);
      return annWrites(b, [
        { origin: at(b, 'a1', 'colour'), content: any('red') },
        { origin: [ANN, clock], content: any('yellow') },
      ]);
    },
  },
];
