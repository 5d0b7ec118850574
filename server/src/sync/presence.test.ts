import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LIMITS } from '@talkoot/protocol';
import { expect, test } from 'vitest';
import { until, type WireClient } from './testing/wire-client.ts';
import { workshopOfTest } from './testing/workshop-of-test.ts';

const own = workshopOfTest();
const { come } = own;

const at = (x: number) => ({ cursor: { x, y: 0 } });

/** Where one person sees another's cursor. */
function cursorOf(other: WireClient, seenBy: WireClient): number | undefined {
  return seenBy.present.get(other.doc.clientID)?.cursor?.x;
}

test('S8 a cursor comes with the name, role and colour the server knows, whatever the client claims', async () => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  ann.say({ ...at(7), user: { id: 'x', name: 'Presidentti', role: 'facilitator', color: 'red' } });
  await until('Bob sees it', () => cursorOf(ann, bob) === 7);
  const { user } = bob.present.get(ann.doc.clientID) ?? {};
  expect(user).toMatchObject({ id: ann.participantId, name: 'Ann', role: 'participant' });
});

test('S8 nobody speaks for somebody else', async () => {
  const [ann, bob, cecilia] = [await come('Ann'), await come('Bob'), await come('Cecilia')];
  ann.say(at(1));
  await until('Cecilia sees Ann', () => cursorOf(ann, cecilia) === 1);
  bob.say(at(99), { clientId: ann.doc.clientID, clock: 50 });
  bob.say(null, { clientId: ann.doc.clientID, clock: 51 });
  bob.say(at(2));
  await until('Cecilia sees Bob', () => cursorOf(bob, cecilia) === 2);
  expect(cursorOf(ann, cecilia)).toBe(1);
  ann.say(at(3));
  await until('Ann still speaks', () => cursorOf(ann, cecilia) === 3);
});

test('S8 who leaves is gone at once, who comes hears of everybody', async () => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  ann.say(at(1));
  bob.say(at(2));
  await until('both are seen', () => cursorOf(ann, bob) === 1 && cursorOf(bob, ann) === 2);
  const late = await come('Myöhä');
  await until('the newcomer sees both', () => cursorOf(ann, late) === 1 && cursorOf(bob, late) === 2);
  ann.close();
  await until('Ann is gone', () => [bob, late].every((one) => one.present.get(ann.doc.clientID) === null));
});

test('S8 in a hall everybody sees everybody', async () => {
  const hall: WireClient[] = [];
  for (let index = 0; index < 60; index++) hall.push(await come(`Osallistuja ${index}`));
  for (const [index, one] of hall.entries()) one.say(at(index));
  await until('all see all', () =>
    hall.every((seer) => hall.every((one, index) => one === seer || cursorOf(one, seer) === index)),
  );
});

test('S8 no presence in other rooms than the board', async () => {
  const ann = await come('Ann', { scope: '~mine' });
  const bob = await come('Bob');
  ann.say({ ...at(5), editing: 'secret' });
  bob.say(at(1));
  const cecilia = await come('Cecilia');
  await until('Cecilia sees Bob', () => cursorOf(bob, cecilia) === 1);
  expect([...bob.present.keys(), ...cecilia.present.keys()]).not.toContain(ann.doc.clientID);
  expect([...ann.present.keys()]).toEqual([]);
});

test('S8 what is no presence closes the socket', async () => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  ann.say({ cursor: 'everywhere' });
  await until('Ann is closed', () => ann.closes.length === 1);
  bob.say(at(1));
  expect(bob.isOpen).toBe(true);
});

const PLACE = { client: 7, clock: 3 };

test('S20 carets, lasers and whom one follows travel; what the schema does not name stays behind, words above all', async () => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  ann.addSticky('note');
  await until('the note is on the board', () => ann.isSaved);
  const state = {
    editing: 'note',
    caret: { anchor: PLACE, head: null },
    follows: bob.participantId,
    laser: [{ x: 1, y: 2, t: 3 }],
  };
  ann.say({
    ...state,
    caret: { ...state.caret, words: 'salaisuus' },
    laser: [{ x: 1, y: 2, t: 3, words: 'salaisuus' }],
    words: 'salaisuus',
  });
  await until('Bob sees it', () => bob.present.get(ann.doc.clientID)?.editing === 'note');
  bob.received = [];
  ann.say({ ...state, text: 'salaisuus' });
  const late = await come('Myöhä');
  await until('the newcomer sees it too', () => late.present.get(ann.doc.clientID)?.editing === 'note');
  for (const seer of [bob, late]) {
    const { user, ...seen } = seer.present.get(ann.doc.clientID) ?? {};
    expect(user?.id).toBe(ann.participantId);
    expect(seen).toEqual(state);
  }
  expect(Buffer.concat(bob.received).includes('salaisuus')).toBe(false);
});

const point = (t: number) => ({ x: t, y: t, t });

test.for([
  [
    'more points than a message may hold',
    { laser: Array.from({ length: LIMITS.laserPoints + 1 }, (_, t) => point(t)) },
  ],
  ['a point far away', { laser: [{ x: 1e12, y: 0, t: 0 }] }],
  ['a caret that is no place', { caret: { anchor: 'here', head: null } }],
  ['a caret before everything', { caret: { anchor: { client: -1, clock: 0 }, head: null } }],
  ['a reaction of their own', { reaction: { is: '<b>boo</b>', number: 1 } }],
  ['a long name to follow', { follows: 'x'.repeat(65) }],
  [
    'a state that is too large',
    { selection: Array.from({ length: 50 }, () => 'x'.repeat(64)), pad: 'x'.repeat(4_096) },
  ],
] as const)('S20 %s closes the socket, and others stay', async ([, state]) => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  ann.say(state);
  await until('Ann is closed', () => ann.closes.length === 1);
  expect(bob.isOpen).toBe(true);
  expect([...bob.present.keys()]).not.toContain(ann.doc.clientID);
});

/** The number of the last reaction that one sees of another. */
function reactionOf(other: WireClient, seenBy: WireClient): number | undefined {
  return seenBy.present.get(other.doc.clientID)?.reaction?.number;
}

test('S21 reactions above the limit are dropped, whatever else is said goes on, and later ones come', async () => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  const flood = LIMITS.reactionsBurst * 3;
  for (let number = 1; number <= flood; number++) ann.say({ ...at(number), reaction: { is: 'clap', number } });
  await until('Bob sees the last cursor', () => cursorOf(ann, bob) === flood);
  const seen = reactionOf(ann, bob) ?? 0;
  expect(seen).toBeGreaterThanOrEqual(LIMITS.reactionsBurst);
  expect(seen).toBeLessThan(flood);
  // Said once more with another cursor it is not another reaction, and not let through later.
  own.server.ahead += 60_000;
  ann.say({ ...at(-1), reaction: { is: 'clap', number: flood } });
  await until('Bob sees the cursor', () => cursorOf(ann, bob) === -1);
  expect(reactionOf(ann, bob)).toBe(seen);
  ann.say({ ...at(-2), reaction: { is: 'heart', number: flood + 1 } });
  await until('Bob sees another', () => reactionOf(ann, bob) === flood + 1);
});

/** No command makes a person a screen: the row says so, and the server reads it again. */
async function becomeDisplay({ participantId }: WireClient): Promise<void> {
  const file = new DatabaseSync(join(own.server.dataDir, 'talkoot.db'));
  file.prepare("UPDATE participant SET role = 'display' WHERE id = ?").run(participantId);
  file.close();
  const owner = await own.server.owner();
  await owner.patch(`/workshops/${own.workshop.id}`, { title: 'Seinällä' });
}

test('S22 a screen on the wall sees everybody and says nothing', async () => {
  const [ann, bob] = [await come('Ann'), await come('Bob')];
  await becomeDisplay(ann);
  ann.say({ ...at(1), reaction: { is: 'party', number: 1 } });
  bob.say(at(2));
  await until('the screen sees Bob', () => cursorOf(bob, ann) === 2);
  const cecilia = await come('Cecilia');
  bob.say(at(3));
  await until('Cecilia sees Bob', () => cursorOf(bob, cecilia) === 3);
  for (const seer of [bob, cecilia]) expect([...seer.present.keys()]).not.toContain(ann.doc.clientID);
  expect(ann.isOpen).toBe(true);
});
