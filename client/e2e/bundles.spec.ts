import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

const lineOf = (outline: Locator, name: RegExp): Locator => outline.getByRole('treeitem', { name });

test('notes are tied together, entered and set by numbers, and the list says and does the same', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Niput');
  const { page, t } = aino;
  const { board: seenBy } = await comeIn(person, code, 'Cecilia', { language: 'fi' });
  const seen = await seenBy.outline();
  await board.addSticky('yksi', { x: 400, y: 300 });
  await board.addSticky('kaksi', { x: 640, y: 300 });
  await board.addSticky('kolme', { x: 880, y: 460 });
  const bar = page.getByTestId('selection-bar');

  // Two of them by Shift and a click, tied by the bar; the other person's list says so.
  await board.canvas.click({ position: { x: 400, y: 300 } });
  await board.canvas.click({ position: { x: 640, y: 300 }, modifiers: ['Shift'] });
  await bar.getByRole('button', { name: t('canvas.bundle'), exact: true }).click();
  await expect(lineOf(seen, /^yksi/)).toHaveAccessibleName(/2 elementin nipussa/);

  // A click takes both, a double click goes in, Escape out again.
  await board.canvas.click({ position: { x: 1_000, y: 200 } });
  await board.canvas.click({ position: { x: 400, y: 300 } });
  await expect(bar.getByText(t('canvas.selected', { count: 2 }))).toBeVisible();
  await board.canvas.dblclick({ position: { x: 400, y: 300 } });
  await expect(bar.getByRole('button', { name: t('canvas.edit') })).toBeVisible();

  // The exact values of the one, then of both.
  await page.keyboard.press('Alt+Enter');
  const panel = page.getByRole('complementary', { name: t('properties.title') });
  await expect(panel.getByLabel(t('properties.rotation'))).toHaveValue('0');
  await panel.getByLabel(t('properties.rotation')).fill('30');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'properties');
  await board.canvas.focus();
  await page.keyboard.press('Escape');
  await expect(panel.getByLabel(t('properties.rotation'))).toHaveAttribute('placeholder', t('properties.mixed'));
  await panel.getByLabel(t('properties.y')).fill('-300');
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel(t('properties.y'))).toHaveValue('-300');
  await panel.getByRole('button', { name: t('common.close') }).click();

  // From the list: all three in one line, the bundle undone, and one by its numbers.
  const outline = await board.outline();
  await lineOf(outline, /^yksi/).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: t('canvas.arrange') }).press('Enter');
  await page.getByRole('menuitem', { name: t('canvas.arrange.top') }).press('Enter');
  await expect(lineOf(outline, /^yksi/)).toBeFocused();
  await page.keyboard.press('Control+Shift+g');
  await expect(lineOf(seen, /^yksi/)).not.toHaveAccessibleName(/nipussa/);
  await lineOf(outline, /^kolme/).click();
  await page.keyboard.press('Alt+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(t('properties.y'))).toHaveValue('-300');
  await dialog.getByLabel(t('properties.x')).fill('12.5');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'properties from the list');
  await page.keyboard.press('Escape');
  await expect(lineOf(outline, /^kolme/)).toBeFocused();

  // Where the list stands in place of the board, the address of an element leads to its line.
  const id = await lineOf(outline, /^kaksi/).getAttribute('data-row');
  await page.keyboard.press('Control+Shift+L');
  await expect(board.canvas).toHaveCount(0);
  await page.evaluate((element) => (window.location.hash = `e=${element}`), id);
  await expect(lineOf(outline, /^kaksi/)).toBeFocused();
});
