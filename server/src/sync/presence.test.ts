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
