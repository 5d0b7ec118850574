import type { Locator } from '@playwright/test';
import { BoardPage } from './pages/board.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, command, type MakePerson, OPEN_RULES, openWorkshop } from './support/workshop.ts';

/** A place on the empty board, the same for everybody who has the same window. */
const SPOT = { x: 480, y: 420 };

/** Aino's open workshop with Bertil and Cecilia in it, each in a language of their own. */
async function gather(person: MakePerson, title: string) {
  const { aino, code } = await openWorkshop(person, title);
  const { guest: bertil } = await comeIn(person, code, 'Bertil', { language: 'sv' });
  const { guest: cecilia } = await comeIn(person, code, 'Cecilia', { language: 'en' });
  return { aino, bertil, cecilia, code };
}

function outlineOf(person: Person): Promise<Locator> {
  return new BoardPage(person).outline();
}

function addSticky(person: Person, words: string, at = SPOT): Promise<void> {
  return new BoardPage(person).addSticky(words, at);
}

/** Fits the board to the window and says where the middle of its only sticky is then. */
async function middle(person: Person): Promise<{ x: number; y: number }> {
  const { canvas } = new BoardPage(person);
  await canvas.focus();
  await person.page.keyboard.press('Escape');
  await person.page.keyboard.press('1');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  return { x: Math.round(box.width / 2), y: Math.round(box.height / 2) - 30 };
}

/** Opens the words of the only sticky. */
async function editWords(person: Person): Promise<void> {
  await new BoardPage(person).canvas.dblclick({ position: await middle(person) });
  await expect(person.page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
}

test('three people write in one sticky, drag it, and each undoes only their own', async ({ person }) => {
  const { aino, bertil, cecilia } = await gather(person, 'Kolme');
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  const seen = await outlineOf(cecilia);
  await addSticky(aino, 'Kahvi');
  await expect(seen.getByRole('treeitem', { name: /Kahvi/ })).toBeVisible();

  // Bertil writes on in the same words while Aino does.
  await editWords(bertil);
  await bertil.page.keyboard.press('End');
  await bertil.page.keyboard.type(' kaffe');
  await editWords(aino);
  await aino.page.keyboard.press('Home');
  await aino.page.keyboard.type('Hyvä ');
  await expect(seen.getByRole('treeitem', { name: /Hyvä Kahvi kaffe/ })).toBeVisible();

  // Aino takes her words back; Bertil's stay.
  await aino.page.keyboard.press('Escape');
  await aino.page.keyboard.press('Control+z');
  await expect(seen.getByRole('treeitem', { name: /^Kahvi kaffe/ })).toBeVisible();
  await aino.page.keyboard.press('Control+Shift+z');
  await expect(seen.getByRole('treeitem', { name: /^Hyvä Kahvi kaffe/ })).toBeVisible();

  // Bertil drags it; Aino finds it where he let go.
  const [from, old] = [await middle(bertil), await middle(aino)];
  await drag(bertil, from, { x: from.x + 300, y: from.y + 120 });
  await expect(async () => {
    await aino.page.keyboard.press('Escape');
    await new BoardPage(aino).canvas.click({ position: { x: old.x + 300, y: old.y + 120 } });
    await expect(aino.page.getByTestId('selection-bar')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  for (const one of [aino, bertil, cecilia]) await new BoardPage(one).ready();
});

async function drag(person: Person, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const box = await new BoardPage(person).canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const { mouse } = person.page;
  await mouse.move(box.x + from.x, box.y + from.y);
  await mouse.down();
  await mouse.move(box.x + (from.x + to.x) / 2, box.y + (from.y + to.y) / 2, { steps: 4 });
  await mouse.move(box.x + to.x, box.y + to.y, { steps: 4 });
  await mouse.up();
}

test('who loses the line works on, reloads, and everything arrives', async ({ person }) => {
  const { aino, bertil, cecilia } = await gather(person, 'Yhteys');
  const seen = await outlineOf(cecilia);
  bertil.guard.expectLostLine();
  await bertil.page.context().setOffline(true);
  await addSticky(bertil, 'Skrivet utan linje');
  const line = bertil.page.getByTitle(/^Offline/);
  await expect(line).toBeVisible();
  await addSticky(aino, 'Kirjoitettu linjalla', { x: 800, y: 300 });
  await expect(seen.getByRole('treeitem', { name: /Kirjoitettu/ })).toBeVisible();
  await expect(seen.getByRole('treeitem', { name: /utan linje/ })).toHaveCount(0);
  await bertil.page.context().setOffline(false);
  await expect(seen.getByRole('treeitem', { name: /Skrivet utan linje/ })).toBeVisible();
  await new BoardPage(bertil).ready();
  await bertil.page.reload();
  await new BoardPage(bertil).ready();
  await expect((await outlineOf(bertil)).getByRole('treeitem')).toHaveCount(2);
});

test('a locked sticky refuses a guest in words, and nobody sees a trace', async ({ person }) => {
  const { aino, bertil, cecilia } = await gather(person, 'Lukko');
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  const seen = await outlineOf(cecilia);
  await addSticky(aino, 'Ei kosketa');
  await expect(seen.getByRole('treeitem', { name: /Ei kosketa/ })).toBeVisible();
  await new BoardPage(aino).canvas.click({ position: SPOT });
  await aino.page
    .getByTestId('selection-bar')
    .getByRole('button', { name: aino.t('canvas.lock') })
    .click();
  await expect(seen.getByRole('treeitem', { name: new RegExp(cecilia.t('outline.locked')) })).toBeVisible();

  await new BoardPage(bertil).canvas.click({ position: await middle(bertil) });
  await bertil.page.keyboard.press('Delete');
  await expect(bertil.page.getByText(bertil.t('refused.locked')).first()).toBeVisible();
  await expect(seen.getByRole('treeitem', { name: /Ei kosketa/ })).toBeVisible();
});

test('by keyboard alone: add, write, move, grow, undo', async ({ person }) => {
  const { bertil, cecilia } = await gather(person, 'Näppäimet');
  const seen = await outlineOf(cecilia);
  const { page } = bertil;
  // From the top of the page to the board with Tab only.
  await page.keyboard.press('Tab');
  for (let count = 0; count < 30; count++) {
    if (await new BoardPage(bertil).canvas.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(new BoardPage(bertil).canvas).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await page.keyboard.type('Första');
  await page.keyboard.press('Escape');
  await expect(seen.getByRole('treeitem', { name: /Första/ })).toBeVisible();
  for (let count = 0; count < 5; count++) await page.keyboard.press('ArrowRight');
  // Tab on a selected sticky makes the next one beside it.
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await page.keyboard.type('Andra');
  await page.keyboard.press('Escape');
  await expect(seen.getByRole('treeitem', { name: /Andra/ })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(seen.getByRole('treeitem', { name: /Andra/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(seen.getByRole('treeitem', { name: /Andra/ })).toBeVisible();
});

test('by the list view alone: add, write, move to a frame, delete', async ({ person }) => {
  const { aino, code } = await openWorkshop(person, 'Luettelo', { template: 'Purjevene' });
  const { guest } = await comeIn(person, code, 'Cecilia', { language: 'fi' });
  const { page, t } = guest;
  const outline = await outlineOf(guest);
  await outline.getByRole('treeitem', { name: /Tuuli/ }).first().focus();
  await page.keyboard.press('n');
  const editor = outline.getByRole('textbox');
  await expect(editor).toBeFocused();
  await page.keyboard.type('Myötätuulta');
  await page.keyboard.press('Control+Enter');
  const seen = await outlineOf(aino);
  const note = seen.getByRole('treeitem', { name: /Myötätuulta/ });
  await expect(note).toHaveAccessibleName(/Tuuli/);

  await outline.getByRole('treeitem', { name: /Myötätuulta/ }).focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: /Saari/ }).press('Enter');
  await expect(note).toHaveAccessibleName(/Saari/);
  await outline.getByRole('treeitem', { name: /Myötätuulta/ }).focus();
  await page.keyboard.press('Delete');
  await expect(note).toHaveCount(0);
  await expect(page.getByTitle(t('save.saved'), { exact: true })).toBeVisible();
});

test('on a phone by touch: join, write a sticky, edit it', async ({ person }) => {
  const { aino, code } = await gather(person, 'Sormella');
  const seen = await outlineOf(aino);
  const { guest } = await comeIn(person, code, 'Ville', { phone: true, language: 'fi' });
  const { page, t } = guest;
  await page
    .getByTestId('toolbar')
    .getByRole('button', { name: t('canvas.tool.add', { kind: t('kind.sticky.name') }) })
    .tap();
  await page.touchscreen.tap(195, 400);
  await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await page.keyboard.type('Bussista');
  await page.getByTestId('board-canvas').tap({ position: { x: 30, y: 30 } });
  await expect(seen.getByRole('treeitem', { name: /Bussista/ })).toBeVisible();
  await page.touchscreen.tap(195, 400);
  await page.touchscreen.tap(195, 400);
  await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' junaan');
  await expect(seen.getByRole('treeitem', { name: /Bussista junaan/ })).toBeVisible();

  // A finger that stays asks for the menu, also where the browser does not tell of it; lifting it leaves the menu open.
  await page.getByTestId('board-canvas').tap({ position: { x: 30, y: 30 } });
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 195, y: 400 }] });
  const menu = page.getByTestId('context-menu');
  await expect(menu).toBeVisible();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await menu.getByRole('menuitem', { name: t('canvas.duplicate') }).tap();
  await expect(seen.getByRole('treeitem', { name: /Bussista junaan/ })).toHaveCount(2);
});
