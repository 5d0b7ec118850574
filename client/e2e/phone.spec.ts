import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('on a phone a guest joins and switches between the board and its list', async ({ person }) => {
  const { code } = await openWorkshop(person, 'Puhelimella', { template: 'Purjevene' });
  const { guest } = await comeIn(person, code, 'Ville', { phone: true, language: 'fi' });
  const { page, t } = guest;
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
