import { BoardPage } from './pages/board.ts';
import { HomePage } from './pages/home.ts';
import { JoinPage } from './pages/join.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';

test('on a phone a guest joins and switches between the board and its list', async ({ person }) => {
  const aino = await person({ owner: true });
  const home = new HomePage(aino);
  await home.open();
  await home.create('Puhelimella', 'Purjevene');
  const board = new BoardPage(aino);
  await board.ready();
  await board.openWorkshop();
  const code = await board.joinCode();

  const guest = await person({ phone: true, language: 'fi', name: 'Ville' });
  const { page, t } = guest;
  await new JoinPage(guest).join(code, 'Ville');
  const phone = new BoardPage(guest);
  await phone.ready();
  await expectAccessible(page, 'board');
  const toggle = page.getByRole('banner').getByRole('button', { name: t('board.outline') });
  await toggle.click();
  const panel = page.getByRole('complementary', { name: t('board.outline') });
  await expect(panel).toBeVisible();
  await expectAccessible(page, 'outline');
  await toggle.click();
  await expect(panel).toBeHidden();
  // Nothing sticks out sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
