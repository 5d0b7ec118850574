import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('a version is saved, looked at and brought back for one frame, and that is undone; others see it', async ({
  person,
}) => {
  const { aino, board, code } = await openWorkshop(person, 'Versiot', { template: 'start-stop-continue' });
  const { page, t } = aino;
  const { guest, board: guestBoard } = await comeIn(person, code, 'Liisa', { language: 'en' });
  await board.addSticky('Alkuperäinen');
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

  // The guest changes the note; the version still has it as it was.
  const seen = await guestBoard.outline();
  await guest.page.getByRole('button', { name: guest.t('board.outline') }).isVisible();
  await expect(seen.getByText('Alkuperäinen')).toBeVisible();
  await board.addSticky('Uusi', { x: 700, y: 420 });
  await expect(seen.getByText('Uusi', { exact: true })).toBeVisible();
  await version.click();
  const banner = page.getByTestId('looking');
  await expect(banner).toContainText('Ennen ryhmittelyä');
  await expect(version).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page, 'looking at a version');
  await expect(board.canvas).toBeVisible();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/zz-look.png' });
  await banner.getByRole('button', { name: t('versions.restoreFrame') }).click();
  await page.screenshot({ path: '/tmp/zz-frames.png' });
  await page.getByRole('menuitem').first().click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/zz-ask.png' });
});
