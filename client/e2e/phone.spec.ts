import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('on a phone a guest joins and switches between the board and its list', async ({ person }) => {
  const { code } = await openWorkshop(person, 'Puhelimella', { template: 'Purjevene' });
  const { guest } = await comeIn(person, code, 'Ville', { phone: true, language: 'fi' });
  const { page, t } = guest;
  await expectAccessible(page, 'board');

  // Frame by frame: from the whole board to the first, the second, and back.
  const steps = page.getByTestId('frame-steps');
  await expect(steps).toContainText(t('canvas.frames.all'));
  const next = steps.getByRole('button', { name: t('canvas.frames.next') });
  await next.tap();
  await expect(steps).toContainText(/, 1\//);
  const first = await steps.textContent();
  await next.tap();
  await expect(steps).toContainText(/, 2\//);
  await steps.getByRole('button', { name: t('canvas.frames.previous') }).tap();
  await expect(steps).toHaveText(first ?? '');
  await expectAccessible(page, 'a frame');

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
