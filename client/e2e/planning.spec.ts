import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { openWorkshop } from './support/workshop.ts';

test('a workshop is planned from nothing by keyboard, looked over, and printed as a run sheet', async ({ person }) => {
  const { aino, board, id } = await openWorkshop(person, 'Suunnitelma');
  const { page, t } = aino;
  const add = async (type: string): Promise<void> => {
    await page.getByRole('button', { name: t('agenda.add') }).press('Enter');
    const dialog = page.getByRole('dialog', { name: t('agenda.add') });
    await dialog.getByRole('button', { name: t(`step.${type}.name`) }).press('Enter');
    await expect(page.getByTestId('step-editor')).toContainText(t(`step.${type}.about`));
  };

  await board.menu(t('agenda.title'));
  const panel = page.getByRole('complementary', { name: t('agenda.title') });
  await add('private-writing');
  await expect(page.getByTestId('step-editor').getByText(t('warning.framesNeeded'))).toBeVisible();
  await expectAccessible(page, 'a step in the panel');
  await panel.getByRole('button', { name: t('agenda.back') }).press('Enter');
  await expect(panel.getByRole('listitem').filter({ hasText: t('step.private-writing.name') })).toBeVisible();
  await panel.getByRole('link', { name: t('agenda.planPage') }).press('Enter');

  await expect(page).toHaveURL(`/w/${id}/plan`);
  await add('discussion');
  await add('break');
  const steps = page.getByRole('list', { name: t('agenda.stepList') }).locator('[data-step]');
  const titles = steps.locator('button[aria-keyshortcuts]');
  await expect(titles).toHaveCount(3);
  await page.getByRole('textbox', { name: t('agenda.stepTitle') }).fill('Kahvia');
  await page.getByRole('textbox', { name: t('agenda.minutes') }).fill('15');
  await titles.filter({ hasText: 'Kahvia' }).press('Alt+ArrowUp');
  await expect(titles.nth(1)).toContainText('Kahvia');
  await expect(titles.nth(1)).toBeFocused();
  const told = t('agenda.moved', { title: 'Kahvia', position: 2, count: 3 });
  await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached();
  await expect(page.getByTestId('plan-total')).toContainText(t('agenda.total', { minutes: 33 }));

  // Nine o'clock, and eight minutes less than the steps need.
  await page.getByRole('textbox', { name: t('agenda.starts') }).fill('2026-12-01T09:00');
  await page.getByRole('textbox', { name: t('agenda.booked') }).fill('25');
  await expect(page.getByText(t('warning.overBooked', { minutes: 8 }))).toBeVisible();
  await expect(titles.nth(1)).toContainText('09:08');
  await expectAccessible(page, 'the planning page');
  const more = t('common.moreActions', { name: t('step.private-writing.name') });
  await page.getByRole('button', { name: more }).press('Enter');
  await page.getByRole('menuitem', { name: t('agenda.skip') }).press('Enter');
  await expect(page.getByText(t('warning.overBooked', { minutes: 8 }))).toBeHidden();
  await expect(page.getByText(t('warning.framesNeeded'))).toBeHidden();
  await expect(titles.nth(1)).toContainText('09:00');

  await page.getByRole('link', { name: t('agenda.runSheet') }).press('Enter');
  const sheet = page.getByTestId('run-sheet');
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await expect(sheet.getByRole('listitem').first()).toContainText('Kahvia');
  await expectAccessible(page, 'the run sheet');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: t('agenda.print') })).toBeHidden();
  await expect(sheet).toBeVisible();
});
