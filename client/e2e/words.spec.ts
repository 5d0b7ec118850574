import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, command, OPEN_RULES, openWorkshop } from './support/workshop.ts';

const SPOT = { x: 600, y: 420 };

function editorOf(page: Page) {
  return page.getByTestId('words-editor').locator('.ql-editor');
}

test('two people write and format one note, one of them by an input method; all of it merges', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Yhteinen teksti');
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  const { guest: kenji, board: seen } = await comeIn(person, code, 'Kenji', { language: 'en' });
  await board.addSticky('Hei ', SPOT);
  await aino.page.keyboard.press('Enter');
  await expect(editorOf(aino.page)).toBeFocused();

  // Kenji puts letters together while Aino writes into the same line.
  await expect((await seen.outline()).getByRole('treeitem', { name: /Hei/ })).toHaveCount(1);
  await kenji.page
    .getByRole('banner')
    .getByRole('button', { name: kenji.t('board.outline') })
    .click();
  await seen.canvas.focus();
  await kenji.page.keyboard.press('Control+a');
  await kenji.page.keyboard.press('Enter');
  await expect(editorOf(kenji.page)).toBeFocused();
  const ime = await kenji.page.context().newCDPSession(kenji.page);
  await ime.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await expect(editorOf(kenji.page)).toHaveText(/にほ/);
  await aino.page.keyboard.press('Home');
  await aino.page.keyboard.press('Control+b');
  await aino.page.keyboard.type('Aino: ');
  await aino.page.keyboard.press('Control+b');
  await expect(aino.page.getByTitle(aino.t('save.saved'), { exact: true })).toBeVisible();
  // Keys of an input method are its own: Enter takes a word and does not leave, Delete deletes no note.
  for (const key of ['Enter', 'Delete', 'Escape', 'Tab']) {
    await editorOf(kenji.page).evaluate((editor, name) => {
      const event = new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, cancelable: true });
      editor.dispatchEvent(event);
    }, key);
  }
  await ime.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 });
  await ime.send('Input.insertText', { text: '日本' });
  for (const { page } of [aino, kenji]) await expect(editorOf(page)).toHaveText(/^Aino: .?Hei 日本$/);
  for (const { page } of [aino, kenji]) await expect(editorOf(page).locator('strong')).toHaveText('Aino: ');
  await kenji.page.keyboard.type('!');
  await expect(editorOf(aino.page)).toHaveText(/Hei 日本!$/);

  // The bar is reached by keys, shows what the words look like, and gives the focus back.
  await aino.page.keyboard.press('Control+Home');
  await aino.page.keyboard.press('ArrowRight');
  const bar = aino.page.getByTestId('format-bar');
  const bold = bar.getByRole('button', { name: aino.t('words.bold') });
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await aino.page.keyboard.press('Alt+F10');
  await expect(bold).toBeFocused();
  await aino.page.keyboard.press('ArrowRight');
  await aino.page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('button', { name: aino.t('words.strike') })).toBeFocused();
  await aino.page.keyboard.press('Escape');
  await expect(editorOf(aino.page)).toBeFocused();

  // A list begins by itself, goes on with Enter and ends with it.
  await aino.page.keyboard.press('Control+End');
  await aino.page.keyboard.press('Enter');
  await aino.page.keyboard.type('- kahvi');
  await aino.page.keyboard.press('Enter');
  await aino.page.keyboard.type('pulla');
  await aino.page.keyboard.press('Enter');
  await aino.page.keyboard.press('Enter');
  await aino.page.keyboard.type('sivu');
  await expect(editorOf(kenji.page).locator('li')).toHaveText(['kahvi', 'pulla']);

  // A link needs an address; then it is one for everybody and opens from the menu.
  await aino.page.keyboard.press('Shift+Home');
  await aino.page.keyboard.press('Control+k');
  const dialog = aino.page.getByRole('dialog', { name: aino.t('words.link') });
  // A page that is there: it will be opened.
  const page = new URL('/', aino.page.url()).href;
  const address = dialog.getByLabel(aino.t('words.address'));
  await expect(address).toBeFocused();
  await address.fill('javascript:alert(1)');
  await address.press('Enter');
  await expect(dialog.getByText(aino.t('words.noAddress'))).toBeVisible();
  await address.fill(page);
  await address.press('Enter');
  await expect(editorOf(aino.page)).toBeFocused();
  await expect(editorOf(kenji.page).locator('a')).toHaveAttribute('href', page);
  await kenji.page.keyboard.press('Escape');
  await kenji.page.keyboard.press('Shift+F10');
  const [opened] = await Promise.all([
    kenji.page.context().waitForEvent('page'),
    kenji.page
      .getByTestId('context-menu')
      .getByRole('menuitem', { name: kenji.t('words.openLink', { words: 'sivu' }) })
      .click(),
  ]);
  await opened.close();
});

test('what is pasted keeps the looks that words may have, and no more than there is room for', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Liittäminen');
  const { page } = aino;
  await board.addSticky('Alku', SPOT);
  await page.keyboard.press('Enter');
  const editor = editorOf(page);
  await expect(editor).toBeFocused();
  const paste = (data: Record<string, string>): Promise<void> =>
    editor.evaluate((root, types) => {
      const clipboardData = new DataTransfer();
      for (const [type, words] of Object.entries(types)) clipboardData.setData(type, words);
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  await paste({
    'text/html':
      '<style>p { color: red }</style><p>: <b>lihava</b> <span style="font-weight:700">tyylillä</span> <u style="color:red">alle</u> <a href="javascript:alert(1)">paha</a> ' +
      '<a href="https://example.org">hyvä</a> <a href="/suhteellinen">lyhyt</a></p><h1>Otsikko</h1>' +
      '<ol><li>yksi</li></ol><ul><li data-list="checked">kaksi</li></ul><img src="x.png"><table><tr><td>solu</td></tr></table>',
  });
  await expect(editor).toHaveText(/Alku: lihava tyylillä alle paha hyvä lyhyt.*Otsikko.*yksi.*kaksi/s);
  await expect(editor.locator('a')).toHaveText(['hyvä']);
  await expect(editor.locator('strong')).toHaveText(['lihava', 'tyylillä']);
  await expect(editor.locator('img, u, h1, table')).toHaveCount(0);
  await expect(editor.locator('li').first()).toHaveAttribute('data-list', 'ordered');
  await expect(page.getByTitle(aino.t('save.saved'), { exact: true })).toBeVisible();

  await expectAccessible(page, 'format bar');
  await paste({ 'text/plain': 'sana '.repeat(2_000) });
  await expect(page.getByText(aino.t('words.full', { count: 4_000 }))).toBeVisible();
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await board.ready();
  await page.reload();
  await board.ready();
  const words = (await board.outline()).getByRole('treeitem', { name: /Alku: lihava/ });
  await expect(words).toHaveCount(1);
});
