import { expectAccessible } from './support/axe.ts';
import { expect, OWNER, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('a version is saved, looked at and brought back for one frame, and that is undone; others see it', async ({
  person,
}) => {
  const { aino, board, code } = await openWorkshop(person, 'Versiot', { template: 'Purjevene' });
  const { page, t } = aino;
  const { board: guestBoard } = await comeIn(person, code, 'Liisa');
  await board.addSticky('Alkuperäinen', { x: 300, y: 560 });
  await board.ready();
  await board.menu(t('versions.menu'));
  const panel = page.getByRole('complementary', { name: t('versions.menu') });
  await panel.getByRole('button', { name: t('versions.save') }).click();
  const naming = page.getByRole('dialog', { name: t('versions.saveTitle') });
  await naming.getByRole('textbox', { name: t('versions.name') }).fill('Ennen ryhmittelyä');
  await page.keyboard.press('Enter');
  const version = panel.getByRole('button', { name: /^Ennen ryhmittelyä/ });
  await expect(version).toBeVisible();
  await expectAccessible(page, 'versions');

  const seen = await guestBoard.outline();
  await expect(seen.getByText('Alkuperäinen')).toBeVisible();
  await board.addSticky('Uudempi', { x: 460, y: 560 });
  await expect(seen.getByText('Uudempi')).toBeVisible();

  await version.click();
  const banner = page.getByTestId('looking');
  await expect(banner).toContainText('Ennen ryhmittelyä');
  await expect(version).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page, 'looking at a version');
  // Nothing has happened to the board meanwhile.
  await expect(seen.getByText('Uudempi')).toBeVisible();
  await banner.getByRole('button', { name: t('versions.restoreFrame') }).click();
  await page.getByRole('menuitem', { name: 'Ankkuri' }).click();
  const question = t('versions.askFrame', { frame: 'Ankkuri', name: 'Ennen ryhmittelyä' });
  const ask = page.getByRole('dialog', { name: question });
  await expect(ask).toContainText(t('versions.removed', { count: 1 }));
  await expectAccessible(page, 'before a restore');
  await ask.getByRole('button', { name: t('versions.restore'), exact: true }).click();
  await expect(seen.getByText('Uudempi')).toBeHidden();
  await expect(seen.getByText('Alkuperäinen')).toBeVisible();
  await expect(banner).toBeHidden();
  // What was there before is a version too.
  await expect(panel.getByRole('button', { name: new RegExp(`^${t('versions.reason.restore')}`) })).toBeVisible();
  await page
    .getByRole('alert')
    .getByRole('button', { name: t('common.undo') })
    .click();
  await expect(seen.getByText('Uudempi')).toBeVisible();

  await panel.getByText(t('versions.changesTab'), { exact: true }).click();
  const made = t('versions.did.created', { name: OWNER.name });
  await expect(panel.getByRole('listitem').filter({ hasText: made }).first()).toContainText('Alkuperäinen');
  await expectAccessible(page, 'changes');
});
