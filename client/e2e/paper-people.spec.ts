import { BoardPage } from './pages/board.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('somebody without a device has notes and a ballot too, written down by who looks after the room', async ({
  person,
}) => {
  const { aino, code } = await openWorkshop(person, 'Pöytä 2', { template: 'Aloita – lopeta – jatka' });
  const { guest: bo } = await comeIn(person, code, 'Bo');
  const { page, t } = aino;
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(t('people.title')) })
    .click();
  const panel = page.getByRole('complementary', { name: t('people.title') });
  await panel.getByRole('button', { name: t('people.addOnPaper') }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Maija, pöytä 2');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Maija, pöytä 2');
  // From where somebody takes part is said by themselves, too.
  await panel.getByRole('button', { name: t('common.moreActions', { name: 'Bo' }) }).click();
  await page.getByRole('menuitem', { name: t('people.describe') }).click();
  await page.getByRole('dialog').getByLabel(t('people.mode.remote')).check();
  await expectAccessible(page, 'from where');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText(t('people.mode.remote'));

  await panel.getByRole('button', { name: t('people.writeFor') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('people.noteFrame')).selectOption({ label: 'Aloita' });
  for (const words of ['Aamukahvit yhdessä', 'Väärin luettu']) {
    await dialog.getByRole('textbox').fill(words);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(words);
  }
  await dialog.getByRole('button', { name: t('people.noteDrop', { words: 'Väärin luettu' }) }).click();
  await expect(dialog).toContainText(t('people.notesWritten', { count: 1 }));
  await expectAccessible(page, 'notes from paper');
  const list = await new BoardPage(bo).outline();
  await expect(list.getByRole('treeitem', { name: /^Aamukahvit yhdessä.*Maija/ })).toBeVisible();
  await expect(list.getByRole('treeitem', { name: /^Väärin/ })).toHaveCount(0);
});
