import { BoardPage } from './pages/board.ts';
import { expectAccessible } from './support/axe.ts';
import { HomePage } from './pages/home.ts';
import { expect, test } from './support/test.ts';

test('a workshop from a template: create, rename, duplicate', async ({ person }) => {
  const aino = await person({ owner: true });
  const { page, t } = aino;
  const home = new HomePage(aino);
  await home.open();
  await home.create('Syksyn katsaus', 'Purjevene');
  await new BoardPage(aino).ready();
  await expect(page).toHaveTitle('Syksyn katsaus · Talkoot');

  await home.open();
  await expect(home.card('Syksyn katsaus')).toContainText(t('state.draft'));
  await home.act('Syksyn katsaus', t('common.rename'));
  const field = page.getByRole('dialog').getByRole('textbox', { name: t('home.workshopTitle') });
  await expect(field).toBeFocused();
  await field.fill('Talven katsaus');
  await page.keyboard.press('Enter');
  await expect(home.card('Talven katsaus')).toBeVisible();

  await home.act('Talven katsaus', t('common.duplicate'));
  await expect(home.card('Talven katsaus (kopio)')).toBeVisible();
});

test('deleting can be undone at once and later', async ({ person }) => {
  const aino = await person({ owner: true });
  const { page, t } = aino;
  const home = new HomePage(aino);
  await home.open();
  await home.create('Poistettava');
  await home.open();

  await home.act('Poistettava', t('common.delete'));
  await expect(home.card('Poistettava')).toHaveCount(0);
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(home.card('Poistettava')).toBeVisible();

  await home.act('Poistettava', t('common.delete'));
  await expect(home.card('Poistettava')).toHaveCount(0);
  await page.getByRole('button', { name: `${t('common.restore')}: Poistettava` }).click();
  await expect(home.card('Poistettava')).toBeVisible();
});

test('a title is needed, and templates are found in three languages', async ({ person }) => {
  const aino = await person({ owner: true, language: 'sv' });
  const { page, t } = aino;
  const home = new HomePage(aino);
  await home.open();
  await page
    .getByRole('button', { name: t('home.newWorkshop') })
    .or(page.getByRole('button', { name: t('home.create') }))
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('home.create') }).click();
  await expect(dialog.getByRole('textbox', { name: t('home.workshopTitle') })).toHaveAccessibleDescription(
    t('home.titleMissing'),
  );
  const search = dialog.getByRole('searchbox');
  await search.fill('sailboat');
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await search.fill('xyzxyz');
  await expect(dialog.getByText(t('home.templateNoMatch'))).toBeVisible();

  // By what it is for, and on with the arrows: what is chosen stays in view and is told.
  await search.fill('');
  await expect(dialog.getByRole('radio')).toHaveCount(61);
  await dialog.getByRole('combobox', { name: t('home.templateCategory') }).selectOption('Uppvärmning');
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  const shelf = dialog.getByRole('group', { name: 'Uppvärmning' });
  await shelf.getByRole('radio', { name: 'Väderrunda' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(shelf.getByRole('radio', { name: 'Finlandskartan och linjen' })).toBeChecked();
  await expect(dialog.getByText(t('home.templateChosen', { name: 'Finlandskartan och linjen' }))).toBeVisible();
  await expectAccessible(page, 'create dialog');
});
