import type { Page } from '@playwright/test';
import { BoardPage } from '../pages/board.ts';
import { HomePage } from '../pages/home.ts';
import { JoinPage } from '../pages/join.ts';
import { expect, type Person, type PersonOptions } from './test.ts';

export type MakePerson = (options?: PersonOptions) => Promise<Person>;

/** The owner at an own, open workshop, with its code. */
export async function openWorkshop(
  person: MakePerson,
  title: string,
  { template, ...options }: PersonOptions & { template?: string } = {},
): Promise<{ aino: Person; board: BoardPage; code: string; id: string }> {
  const aino = await person({ owner: true, ...options });
  const home = new HomePage(aino);
  await home.open();
  const id = await home.create(title, template);
  const board = new BoardPage(aino);
  await board.ready();
  await board.openWorkshop();
  return { aino, board, code: await board.joinCode(), id };
}

/** A guest who has joined by the code. */
export async function comeIn(
  person: MakePerson,
  code: string,
  name: string,
  options: PersonOptions = {},
): Promise<{ guest: Person; board: BoardPage }> {
  const guest = await person({ name, ...options });
  await new JoinPage(guest).join(code, name);
  // On a phone one comes to the page for phones first.
  if (options.phone) await guest.page.getByRole('link', { name: guest.t('phone.board'), exact: true }).click();
  const board = new BoardPage(guest);
  await board.ready();
  return { guest, board };
}

/** Everybody may change what others wrote. */
export const OPEN_RULES = { kinds: null, colours: null, edit: 'all', move: 'all', delete: 'own' };

/** Gives a command as the person at this page, for whom no control would be in the way of the story. */
export async function command(page: Page, body: object): Promise<void> {
  const status = await page.evaluate(async (input) => {
    const id = location.pathname.split('/').at(-1) ?? '';
    const headers = { 'content-type': 'application/json' };
    const words = JSON.stringify({ id: `e2e-${Math.random().toString(36).slice(2)}`, ...input });
    return (await fetch(`/api/v1/workshops/${id}/commands`, { method: 'POST', headers, body: words })).status;
  }, body);
  expect(status).toBe(200);
}
