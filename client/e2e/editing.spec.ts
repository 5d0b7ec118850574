import type { Page } from '@playwright/test';
import { BoardPage } from './pages/board.ts';
import { HomePage } from './pages/home.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

const SPOT = { x: 480, y: 420 };

/** What a spreadsheet or a mail would leave on the clipboard. */
async function pasteFromOutside(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('notes are copied into another workshop, cut, put back, and come from lists and sheets', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Lähde');
  const { page } = aino;
  await board.addSticky('Kahvi', SPOT);
  await board.canvas.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');

  const home = new HomePage(aino);
  await home.open();
  await home.create('Kohde');
  await board.ready();
  await board.openWorkshop();
  const { guest: cecilia } = await comeIn(person, await board.joinCode(), 'Cecilia', { language: 'en' });
  const seen = await new BoardPage(cecilia).outline();
  await board.canvas.focus();
  await page.keyboard.press('Control+v');
  const coffee = seen.getByRole('treeitem', { name: /Kahvi/ });
  await expect(coffee).toHaveCount(1);
  await page.keyboard.press('Control+x');
  await expect(coffee).toHaveCount(0);
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+v');
  await expect(coffee).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(coffee).toHaveCount(1);

  await pasteFromOutside(page, '• Jatka\n• Lopeta\n• Aloita');
  for (const words of ['Jatka', 'Lopeta', 'Aloita']) {
    await expect(seen.getByRole('treeitem', { name: new RegExp(words) })).toHaveCount(1);
  }
  await pasteFromOutside(page, 'Riski\t3\nViive\t5');
  await expect(seen.getByRole('treeitem', { name: /Viive/ })).toHaveCount(1);
  // One press takes a whole paste back.
  await page.keyboard.press('Control+z');
  await expect(seen.getByRole('treeitem', { name: /Viive/ })).toHaveCount(0);
  await expect(seen.getByRole('treeitem', { name: /Jatka/ })).toHaveCount(1);
});

test('the menu under the pointer does what the bar does, for the note or the board that lies there', async ({
  person,
}) => {
  const { aino, board } = await openWorkshop(person, 'Valikko');
  const { page } = aino;
  await board.addSticky('Kahvi', SPOT);
  const notes = (await board.outline()).getByRole('treeitem', { name: /Kahvi/ });
  const menu = page.getByTestId('context-menu');
  await board.canvas.click({ button: 'right', position: SPOT });
  await menu.getByRole('menuitem', { name: aino.t('canvas.duplicate') }).click();
  await expect(notes).toHaveCount(2);
  await expect(menu).toHaveCount(0);

  // Who has no keyboard copies and pastes by it; what is pasted comes where the menu was opened.
  await board.canvas.click({ button: 'right', position: SPOT });
  await menu.getByRole('menuitem', { name: aino.t('shortcuts.copy'), exact: true }).click();
  await board.canvas.click({ button: 'right', position: { x: 900, y: 200 } });
  await menu.getByRole('menuitem', { name: aino.t('outline.paste'), exact: true }).click();
  await expect(notes).toHaveCount(3);

  // By keyboard: the menu key opens it at what is selected, arrows and Enter choose.
  await board.canvas.focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: aino.t('canvas.delete') }).press('Enter');
  await expect(notes).toHaveCount(2);

  await board.canvas.click({ button: 'right', position: { x: 900, y: 150 } });
  await menu.getByRole('menuitem', { name: aino.t('canvas.selectAll') }).click();
  await board.canvas.focus();
  await page.keyboard.press('Delete');
  await expect(notes).toHaveCount(0);
});

test('the list of keys comes on ?, and keys of one letter can be turned off', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Näppäimet');
  const { page, t } = aino;
  await board.canvas.focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: t('shortcuts.title') })).toBeVisible();
  const single = page.getByRole('switch', { name: t('shortcuts.single') });
  await expect(single).toBeChecked();
  const tool = page.getByTestId('toolbar').getByRole('button', { name: t('canvas.tool.hand') });
  await board.canvas.focus();
  await page.keyboard.press('h');
  await expect(tool).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('v');
  await single.click();
  await expect(single).not.toBeChecked();
  await board.canvas.focus();
  await page.keyboard.press('h');
  await page.keyboard.press('Control+a');
  await expect(tool).toHaveAttribute('aria-pressed', 'false');
  // It is remembered on this device.
  await page.reload();
  await board.ready();
  await board.canvas.focus();
  await page.keyboard.press('h');
  await page.keyboard.press('Control+a');
  await expect(tool).toHaveAttribute('aria-pressed', 'false');
});
