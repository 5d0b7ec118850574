import { BoardPage } from './pages/board.ts';
import { HomePage } from './pages/home.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

const PICTURE = new URL('../../docs/board.png', import.meta.url).pathname;
const WORDS = 'Kartta palvelupolusta';

test('a picture comes from a file, says what it shows, and goes along into another workshop', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Kuvat');
  const { page, t } = aino;
  const { guest, board: guestBoard } = await comeIn(person, code, 'Cecilia', { language: 'sv' });
  const seen = await guestBoard.outline();
  const choosing = page.waitForEvent('filechooser');
  await page
    .getByTestId('toolbar')
    .getByRole('button', { name: t('canvas.tool.add', { kind: t('kind.image.name') }) })
    .click();
  await (await choosing).setFiles(PICTURE);
  const ask = page.getByRole('textbox', { name: t('kind.image.alt') });
  await expect(ask).toBeFocused();
  await page.keyboard.type(WORDS);
  await page.keyboard.press('Enter');
  await expect(seen.getByRole('treeitem', { name: new RegExp(WORDS) })).toHaveCount(1);
  // Her browser has fetched it for the canvas.
  await expect
    .poll(() =>
      guest.page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/blobs\//.test(name))),
    )
    .toBe(true);

  await board.canvas.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const home = new HomePage(aino);
  await home.open();
  await home.create('Toinen');
  const other = new BoardPage(aino);
  await other.ready();
  await other.canvas.focus();
  const stored = page.waitForResponse((answer) => answer.url().endsWith('/blobs/adopt'));
  await page.keyboard.press('Control+v');
  expect((await stored).status()).toBe(200);
  await other.ready();
  const there = await other.outline();
  await expect(there.getByRole('treeitem', { name: new RegExp(WORDS) })).toHaveCount(1);
  await page.reload();
  await other.ready();
  await expect((await other.outline()).getByRole('treeitem', { name: new RegExp(WORDS) })).toHaveCount(1);
});

test('a file that is no picture is told of and changes nothing', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Ei kuvaa');
  const { page, t } = aino;
  await board.canvas.focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['not a picture'], 'kuva.png', { type: 'image/png' }));
    const host = document.querySelector('[data-canvas-host]') as HTMLElement;
    host.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, clientX: 400, clientY: 400 }));
  });
  await expect(page.getByText(t('problem.upload-type'))).toBeVisible();
  await expect((await board.outline()).getByRole('treeitem')).toHaveCount(0);
});
