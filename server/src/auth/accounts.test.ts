import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { type OpenStore, openStore } from '../storage/engines.ts';
import { type Accounts, authOptions, createAccounts } from './accounts.ts';
import { cookieJar } from './cookies.ts';

describe('accounts', () => {
  let dir: string;
  let store: OpenStore;
  let now = Date.now();
  const log = createLog({ logLevel: 'silent' });
  const parts = (secure: boolean) => ({
    db: store.db,
    cookies: cookieJar(secure),
    secret: 'a secret of at least thirty-two characters',
    publicUrl: secure ? 'https://talkoot.example.org' : null,
    log,
    clock: () => now,
  });
  const person = { name: 'Aino', email: 'aino@example.org', password: 'pitkä salasana' };
  let accounts: Accounts;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'talkoot-accounts-'));
    store = await openStore({ dataDir: dir });
    accounts = createAccounts(parts(false));
    await accounts.signUp(person);
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  const cookieOf = (lines: string[]): string => lines.map((line) => line.split(';')[0]).join('; ');

  test('has exactly the tables that better-auth asks for', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(authOptions(parts(false)));
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  test('signs in with the right password only', async () => {
    const { cookies } = await accounts.signIn({ email: 'AINO@example.org', password: person.password });
    expect((await accounts.current(cookieOf(cookies)))?.value).toMatchObject({ name: 'Aino', email: person.email });
    await expect(accounts.signIn({ ...person, password: 'väärä salasana' })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(accounts.signIn({ ...person, email: 'x@example.org' })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    await expect(accounts.signUp(person)).rejects.toMatchObject({ code: 'email-taken' });
  });

  test('keeps no password that could be read', async () => {
    const { rows } = await import('kysely').then(({ sql }) =>
      sql<{ password: string }>`select password from authAccount`.execute(store.db),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.password).not.toContain('salasana');
  });

  test('ends a session when it is signed out and a day after it began', async () => {
    const first = cookieOf((await accounts.signIn(person)).cookies);
    await accounts.signOut(first);
    expect(await accounts.current(first)).toBeNull();
    const second = cookieOf((await accounts.signIn(person)).cookies);
    expect(await accounts.current(second)).not.toBeNull();
    now += 25 * 3_600_000;
    expect(await accounts.current(second)).toBeNull();
    now -= 25 * 3_600_000;
    expect(await accounts.current(second)).toBeNull();
  });

  test('knows nobody without a cookie, with a made-up one and with a tampered one', async () => {
    const cookie = cookieOf((await accounts.signIn(person)).cookies);
    for (const wrong of [undefined, '', 'talkoot_session=made.up', cookie.slice(0, -8), cookie.replace('=', '=x')]) {
      expect(await accounts.current(wrong)).toBeNull();
    }
  });

  test('gives over https the cookies that browsers guard best', async () => {
    const plain = (await accounts.signIn(person)).cookies[0];
    expect(plain).toMatch(/^talkoot_session=[^;]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = (await createAccounts(parts(true)).signIn(person)).cookies[0];
    expect(secure).toMatch(/^__Host-talkoot_session=[^;]+;.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
    expect(secure).not.toMatch(/domain/i);
  });
});
