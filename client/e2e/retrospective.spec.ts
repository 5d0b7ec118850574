import { BoardPage } from './pages/board.ts';
import { joinByKeys, lineOf, pressOn, startWorkshop, tabTo } from './support/keys.ts';
import { expect, type Person, test } from './support/test.ts';

/** Says something of an element whose field for it is open, and leaves. */
async function comment({ page, t }: Person, on: string, words: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: t('comments.newOn', { words: on }) })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: t('comments.title') })).toContainText(words);
  await page.keyboard.press('Escape');
}

/** Ends the workshop from the menu. */
async function closeByKeys({ page, t }: Person): Promise<void> {
  await pressOn(page, page.getByRole('banner').getByRole('button', { name: t('board.menu'), exact: true }));
  await page.getByRole('menuitem', { name: t('board.close'), exact: true }).press('Enter');
  const ask = page.getByRole('dialog', { name: t('board.closeTitle') });
  await pressOn(page, ask.getByRole('button', { name: t('board.close'), exact: true }));
  await pressOn(page, page.getByRole('button', { name: t('closing.atOnce'), exact: true }));
  await expect(page.getByRole('banner').getByText(t('state.closed'), { exact: true })).toBeVisible();
}

test('a retrospective on the canvas, from the first page to the close, by keyboard alone', async ({ person }) => {
  const aino = await person({ owner: true });
  const code = await startWorkshop(aino, 'Syksyn retro');
  const ville = await person({ name: 'Ville' });
  await joinByKeys(ville, code, 'Ville');
  const { page, t } = ville;
  const { canvas } = new BoardPage(ville);
  await tabTo(page, canvas);

  // A note in each of three columns, found by the key of frames.
  for (const [column, words] of [
    ['Aloita', 'Aamukahvit yhdessä'],
    ['Lopeta', 'Palaverit ilman asialistaa'],
    ['Jatka', 'Parityö'],
  ] as const) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
    await expect(canvas).toBeFocused();
    await expect(page.getByTitle(t('save.saved'), { exact: true })).toBeVisible();
    // The facilitator reads it in its column.
    if (column === 'Aloita') await pressOn(aino.page, aino.page.getByRole('button', { name: t('board.outline') }));
    await expect(lineOf(aino.page, words)).toHaveAccessibleName(new RegExp(column));
  }

  // From the last to the one before: selected by key, then a comment on it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press('Shift+F2');
  await comment(ville, 'Palaverit ilman asialistaa', 'Kokeillaan kuukausi');
  await expect(lineOf(aino.page, 'Palaverit')).toHaveAccessibleName(new RegExp(t('comments.count', { count: 1 })));

  // The facilitator writes what was agreed, beside the canvas.
  const { canvas: ownCanvas } = new BoardPage(aino);
  await tabTo(aino.page, ownCanvas);
  for (let frame = 0; frame < 4; frame++) await aino.page.keyboard.press('PageDown');
  await aino.page.keyboard.press('n');
  await aino.page.keyboard.press('Enter');
  await expect(aino.page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await aino.page.keyboard.type('Ville kutsuu kahville maanantaina');
  await aino.page.keyboard.press('Escape');
  await expect(lineOf(aino.page, 'kutsuu kahville')).toHaveAccessibleName(/Sovitut toimet/);
  // On a selected note Tab is for the next one.
  await aino.page.keyboard.press('Escape');
  await closeByKeys(aino);
  await expect(page.getByText(t('state.closed'), { exact: true }).first()).toBeVisible();
});

test('the same retrospective in the list alone, which stands in place of the canvas', async ({ person }) => {
  const aino = await person({ owner: true });
  const code = await startWorkshop(aino, 'Talven retro');
  const ville = await person({ name: 'Ville' });
  await joinByKeys(ville, code, 'Ville');
  for (const { page } of [aino, ville]) {
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByTestId('outline')).toBeVisible();
    await expect(page.getByTestId('board-canvas')).toHaveCount(0);
    await tabTo(page, page.getByRole('treeitem', { name: /^Aloita/ }));
  }
  const { page, t } = ville;
  const editor = page.getByTestId('outline').getByRole('textbox');

  // A note in each column; one is moved to where it belongs.
  for (const words of ['Aamukahvit yhdessä', 'Palaverit ilman asialistaa']) {
    await page.keyboard.press('n');
    await expect(editor).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Enter');
    await expect(lineOf(page, words)).toBeFocused();
    await expect(lineOf(aino.page, words)).toHaveAccessibleName(/Aloita/);
  }
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: /Lopeta/ }).press('Enter');
  await expect(lineOf(aino.page, 'Palaverit')).toHaveAccessibleName(/Lopeta/);

  // A comment, which the facilitator answers from her list.
  await expect(lineOf(page, 'Palaverit')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: t('comments.add') }).press('Enter');
  await comment(ville, 'Palaverit ilman asialistaa', 'Kokeillaan kuukausi');
  await expect(lineOf(aino.page, 'Palaverit')).toHaveAccessibleName(new RegExp(t('comments.count', { count: 1 })));

  // What was agreed goes into its column, with a tag; then the end.
  await aino.page.keyboard.press('End');
  await expect(aino.page.getByRole('treeitem', { name: /^Sovitut toimet/ })).toBeFocused();
  await aino.page.keyboard.press('n');
  await expect(aino.page.getByTestId('outline').getByRole('textbox')).toBeFocused();
  await aino.page.keyboard.type('Ville kutsuu kahville');
  await aino.page.keyboard.press('Control+Enter');
  await aino.page.keyboard.press('#');
  await expect(aino.page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await aino.page.keyboard.type('viikko 48');
  await aino.page.keyboard.press('Enter');
  await aino.page.keyboard.press('Escape');
  await aino.page.keyboard.press('Escape');
  // What matters is bold.
  await expect(lineOf(aino.page, 'kutsuu kahville')).toBeFocused();
  await aino.page.keyboard.press('Shift+F10');
  await aino.page.getByRole('menuitem', { name: new RegExp(aino.t('words.bar')) }).press('Enter');
  await aino.page.getByRole('menuitemcheckbox', { name: aino.t('words.bold') }).press('Enter');
  await expect(lineOf(aino.page, 'kutsuu kahville')).toBeFocused();
  await aino.page.keyboard.press('Shift+F10');
  await aino.page.getByRole('menuitem', { name: new RegExp(aino.t('words.bar')) }).press('Enter');
  await expect(aino.page.getByRole('menuitemcheckbox', { name: aino.t('words.bold') })).toBeChecked();
  await aino.page.keyboard.press('Escape');
  await expect(lineOf(page, 'kutsuu kahville')).toHaveAccessibleName(/#viikko 48.*Sovitut toimet/);
  await closeByKeys(aino);
  await expect(page.getByText(t('state.closed'), { exact: true }).first()).toBeVisible();
});
