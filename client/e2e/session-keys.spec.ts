import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { joinByKeys, lineOf, pressOn, startWorkshop, tabTo } from './support/keys.ts';
import { expect, type Person, test } from './support/test.ts';
import { takeTurn } from './support/turns.ts';

const barOf = ({ page }: Person): Locator => page.getByTestId('step-bar');

/** On to the next step from the bar, by keyboard. */
async function next(
  aino: Person,
  title: string,
  key: 'console.begin' | 'console.next' = 'console.next',
): Promise<void> {
  await pressOn(aino.page, barOf(aino).getByRole('button', { name: aino.t(key, { title }) }));
  await expect(barOf(aino)).toContainText(title);
}

/** A note in the first or the last column of the list. */
async function write({ page }: Person, words: string, column: 'Home' | 'End' = 'Home'): Promise<void> {
  await tabTo(page, page.locator('[role=treeitem][tabindex="0"]'));
  await page.keyboard.press(column);
  await page.keyboard.press('n');
  await expect(page.getByTestId('outline').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(lineOf(page, words)).toBeFocused();
}

test('a whole session without the canvas and without a mouse: led, written, revealed, voted, closed', async ({
  person,
}) => {
  test.setTimeout(120_000);
  const aino = await person({ owner: true });
  const code = await startWorkshop(aino, 'Näppäimin');
  const ville = await person({ name: 'Ville' });
  const saara = await person({ name: 'Saara', language: 'sv' });
  await joinByKeys(ville, code, 'Ville');
  await joinByKeys(saara, code, 'Saara');
  for (const { page } of [aino, ville, saara]) {
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByTestId('board-canvas')).toHaveCount(0);
  }

  await next(aino, 'Aloituskierros', 'console.begin');
  for (let turn = 0; turn < 2; turn++) await takeTurn([ville, saara], pressOn);
  await next(aino, 'Ohjeistus');
  await next(aino, 'Hiljainen kirjoittaminen');
  await write(ville, 'Aamukahvit yhdessä');
  await write(saara, 'Färre möten');
  await expect(lineOf(ville.page, 'Aamukahvit')).toHaveAccessibleName(new RegExp(ville.t('outline.onlyYou')));
  await expect(lineOf(aino.page, 'Aamukahvit')).toHaveCount(0);
  await expect(lineOf(saara.page, 'Aamukahvit')).toHaveCount(0);

  await next(aino, 'Lappujen paljastus ja lukeminen');
  await pressOn(aino.page, barOf(aino).getByRole('button', { name: aino.t('console.title') }));
  const console_ = aino.page.getByRole('complementary', { name: aino.t('console.title') });
  await pressOn(aino.page, console_.getByRole('button', { name: aino.t('console.reveal') }));
  const dialog = aino.page.getByRole('dialog');
  await expectAccessible(aino.page, 'revealing');
  await pressOn(aino.page, dialog.getByRole('button', { name: aino.t('console.reveal') }));
  for (const { page } of [aino, ville, saara])
    for (const words of ['Aamukahvit', 'Färre möten']) await expect(lineOf(page, words)).toHaveCount(1);

  await next(aino, 'Ryhmittely');
  await next(aino, 'Äänestys');
  for (const one of [ville, saara]) {
    const votes = one.page.getByRole('complementary', { name: one.t('round.title') });
    const more = votes.getByRole('button', { name: one.t('round.more', { words: 'Färre möten' }) });
    await pressOn(one.page, more);
    await expect(votes).toContainText(one.t('round.saved'));
    await expectAccessible(one.page, 'voting');
  }
  await next(aino, 'Sovitaan jatkotoimet');
  for (const one of [aino, ville, saara]) {
    const result = new RegExp(one.t('round.dots', { count: 2 }));
    await expect(lineOf(one.page, 'Färre möten')).toHaveAccessibleName(result);
  }
  await write(ville, 'Ville kutsuu kahville', 'End');
  await expect(lineOf(saara.page, 'kutsuu kahville')).toHaveCount(1);
  await next(aino, 'Lopetuskierros');
  await pressOn(aino.page, console_.getByRole('button', { name: aino.t('console.end') }));
  await expect(barOf(ville)).toBeHidden();
});
