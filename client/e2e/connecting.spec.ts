import { BoardPage } from './pages/board.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

const LEFT = { x: 400, y: 300 };
const RIGHT = { x: 800, y: 480 };

test('lines join notes by clicks, by dragging and by keyboard, follow them, and stay when one goes', async ({
  person,
}) => {
  const { aino, board, code } = await openWorkshop(person, 'Viivat');
  const { page, t } = aino;
  const { guest } = await comeIn(person, code, 'Cecilia', { language: 'sv' });
  const outline = await new BoardPage(guest).outline();
  const lines = outline.getByRole('treeitem', { name: new RegExp(guest.t('kind.connector.name')) });
  await board.addSticky('Syy', LEFT);
  await board.addSticky('Seuraus', RIGHT);
  await board.canvas.focus();
  await page.keyboard.press('Escape');

  // A click on one, a click on the other: nobody has to drag.
  await page.keyboard.press('l');
  await board.canvas.click({ position: LEFT });
  await board.canvas.click({ position: RIGHT });
  await expect(lines).toHaveCount(1);
  // Words on the line are typed at once.
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await page.keyboard.type('johtaa siihen');
  await page.keyboard.press('Escape');
  await expect(outline.getByRole('treeitem', { name: /johtaa siihen/ })).toHaveCount(1);

  // A cause grows another effect by keyboard, with its line.
  await board.canvas.click({ position: LEFT });
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.type('Toinen seuraus');
  await page.keyboard.press('Escape');
  await expect(lines).toHaveCount(2);
  await expect(outline.getByRole('treeitem', { name: /^Toinen seuraus/ })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(lines).toHaveCount(1);

  // All that is selected is joined by one key.
  await board.canvas.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('l');
  await expect(lines).toHaveCount(2);

  await board.canvas.click({ position: RIGHT });
  await page
    .getByTestId('selection-bar')
    .getByRole('button', { name: t('canvas.delete') })
    .click();
  await expect(outline.getByRole('treeitem', { name: /^Seuraus/ })).toHaveCount(0);
  await expect(lines).toHaveCount(2);
});
