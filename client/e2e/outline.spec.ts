import type { Locator } from '@playwright/test';
import { BoardPage } from './pages/board.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

/** What an outline says on its one line of a name. */
const lineOf = (outline: Locator, name: RegExp): Locator => outline.getByRole('treeitem', { name });

/** Shows the tree or the table, by keyboard. */
async function view({ page, t }: Person, name: 'tree' | 'table'): Promise<void> {
  await page.getByRole('radio', { name: t(`outline.view.${name}`) }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole(name === 'tree' ? 'tree' : 'grid')).toBeVisible();
}

test('a facilitator builds a board from the list alone, by keyboard, and another sees it on theirs', async ({
  person,
}) => {
  const { aino, code } = await openWorkshop(person, 'Luettelosta');
  const { page, t } = aino;
  const { guest } = await comeIn(person, code, 'Cecilia', { language: 'fi' });
  const seen = await new BoardPage(guest).outline();

  // The list in the place of the board, by its key.
  await page.keyboard.press('Control+Shift+L');
  const outline = page.getByTestId('outline');
  await expect(outline).toBeVisible();
  await expect(new BoardPage(aino).canvas).toHaveCount(0);
  await expectAccessible(page, 'an empty list');

  // A frame with its title and its prompt.
  await outline.getByRole('button', { name: t('outline.add'), exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: t('kind.frame.name') }).press('Enter');
  await expect(outline.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Alku');
  await page.keyboard.press('Control+Enter');
  await expect(lineOf(outline, /^Alku/)).toBeFocused();

  // Three notes in it.
  for (const words of ['<kahvi> 👍', 'tee', 'maito']) {
    await page.keyboard.press('n');
    await expect(outline.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Enter');
    await expect(lineOf(outline, new RegExp(`^${words}`))).toBeFocused();
  }
  await expect(lineOf(seen, /tee/)).toHaveAccessibleName(/Alku/);
  await expectAccessible(page, 'the tree');

  // A colour for two of them at once.
  await page.keyboard.press('Shift+ArrowUp');
  await expect(outline.locator('[role="treeitem"][aria-selected="true"]')).toHaveCount(2);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: t('kind.sticky.colour') }).press('Enter');
  await page.getByRole('menuitemradio', { name: t('kind.sticky.colour.blue') }).press('Enter');
  await expect(lineOf(outline, /^tee/)).toBeFocused();

  // A tag.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('#');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('aamu');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'tags');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(lineOf(seen, /maito.*#aamu/)).toBeVisible();

  // A line to the tea.
  await expect(lineOf(outline, /^maito/)).toBeFocused();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('tee');
  await expectAccessible(page, 'what to connect with');
  await dialog.getByRole('button', { name: /^tee/ }).press('Enter');
  await expect(lineOf(seen, /maito → tee/)).toHaveAccessibleName(
    new RegExp(`^${guest.t('kind.connector.name')}: maito → tee`),
  );
  await expect(lineOf(outline, /^maito/)).toHaveAccessibleName(new RegExp(t('outline.links', { count: 1 })));

  // Earlier in the order, out of the frame, and back by undo.
  await expect(lineOf(outline, /^maito/)).toBeFocused();
  const position = (index: number): RegExp => new RegExp(t('outline.position', { index, count: 4 }));
  await page.keyboard.press('Alt+ArrowUp');
  await expect(lineOf(outline, /^tee/)).not.toHaveAccessibleName(position(2));
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: t('outline.toBoard') }).press('Enter');
  await expect(lineOf(seen, /^maito/)).toHaveAccessibleName(new RegExp(guest.t('outline.onBoard')));
  await expect(lineOf(outline, /^maito/)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(lineOf(seen, /^maito/)).toHaveAccessibleName(/Alku/);

  // Deleted, and undone.
  await lineOf(outline, /kahvi/).focus();
  await page.keyboard.press('Delete');
  await expect(lineOf(seen, /kahvi/)).toHaveCount(0);
  await expect(lineOf(outline, /^maito/)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(lineOf(seen, /kahvi/)).toHaveCount(1);

  // Copied and pasted.
  await lineOf(outline, /^tee/).focus();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(lineOf(seen, /^tee/)).toHaveCount(2);

  // A part of the words is made bold by key, another struck through by the bar, and a third leads somewhere.
  await lineOf(outline, /^maito/).focus();
  await page.keyboard.press('Enter');
  const words = outline.getByRole('textbox', { name: t('outline.editing') });
  await expect(words).toBeFocused();
  const bar = outline.getByRole('toolbar', { name: t('words.bar') });
  await expect(bar).toBeVisible();
  await page.keyboard.type(' kahvi sivu');
  for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: t('words.address') })).toBeFocused();
  await page.keyboard.type('example.org');
  await page.keyboard.press('Enter');
  await expect(words.locator('a')).toHaveText('sivu');
  await expect(words).toBeFocused();
  await page.keyboard.press('Home');
  for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Alt+F10');
  await expect(bar.getByRole('button', { name: t('words.bold') })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(words.locator('strong s')).toHaveText('maito');
  await expectAccessible(page, 'words with their formats');
  await page.keyboard.press('Escape');
  await expect(lineOf(outline, /^maito kahvi sivu/)).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Enter');
  await expect(words.locator('s')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(words.locator('strong s')).toHaveText('maito');
  await page.keyboard.press('Control+Enter');
  await expect(lineOf(outline, /^maito/)).toBeFocused();

  // It is the list that comes back after a reload, and the board is one key away.
  await page.reload();
  await expect(page.getByTestId('outline')).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(new BoardPage(aino).canvas).toBeVisible();
  await expect(page.getByTestId('outline')).toHaveCount(0);
});

test('the table is sorted, filtered, written in and acted upon by keyboard', async ({ person }) => {
  const { aino } = await openWorkshop(person, 'Taulukko', { template: 'Purjevene' });
  const { page, t } = aino;
  const outline = await new BoardPage(aino).outline();
  await view(aino, 'table');
  const grid = outline.getByRole('grid');
  const lines = grid.getByRole('row');
  const first = grid.getByRole('rowheader').first();
  const all = await lines.count();
  await expectAccessible(page, 'the table');

  // From the first line up into the heads, and sorted by words.
  await first.focus();
  await page.keyboard.press('ArrowUp');
  const words = grid.getByRole('columnheader', { name: t('outline.column.words') });
  await expect(words.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(words).toHaveAttribute('aria-sort', 'ascending');
  const up = await grid.getByRole('rowheader').allTextContents();
  await page.keyboard.press('Enter');
  await expect(words).toHaveAttribute('aria-sort', 'descending');
  const down = await grid.getByRole('rowheader').allTextContents();
  expect(down).not.toEqual(up);
  await page.keyboard.press('Enter');
  await expect(words).toHaveAttribute('aria-sort', 'none');

  // A note is added in the table, written and found.
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('n');
  await expect(outline.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Vastatuuli');
  await page.keyboard.press('Control+Enter');
  await expect(grid.getByRole('rowheader', { name: 'Vastatuuli' })).toBeFocused();
  await expect(lines).toHaveCount(all + 1);
  await outline.getByRole('searchbox', { name: t('outline.filter') }).fill('vastat');
  await expect(lines).toHaveCount(2);
  await expect(outline.getByText(t('outline.filtered', { count: 1 }))).toBeVisible();
  await expectAccessible(page, 'the filtered table');

  // Its menu, by key; and the menu's button is a cell of the line.
  await first.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: t('outline.moveToFrame') })).toBeVisible();
  await page.getByRole('menuitem', { name: t('canvas.duplicate') }).press('Enter');
  await expect(lines).toHaveCount(3);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(lines).toHaveCount(1);
  await page.keyboard.press('Control+Shift+L');
  await expect(outline).toBeVisible();
});

test('no letter is lost while the editor of words comes over a slow line', async ({ person }) => {
  const { aino } = await openWorkshop(person, 'Hidas linja', { template: 'Purjevene' });
  const { page, t } = aino;
  const late = Promise.withResolvers<void>();
  await page.route(/quill-editor.*\.js/, async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.reload();
  const outline = await new BoardPage(aino).outline();
  await outline.getByRole('button', { name: t('outline.add'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('kind.sticky.name') }).click();
  await expect(outline.locator('textarea')).toBeFocused();
  const words = 'abcdefghijklmnopqrstuvwxyz'.repeat(4);
  const [first, ...rest] = words;
  await page.keyboard.press(first as string);
  late.resolve();
  for (const letter of rest) await page.keyboard.press(letter);
  await expect(outline.locator('.ql-editor')).toHaveText(words);
});

for (const width of [390, 320]) {
  test(`on a phone of ${width} px a guest works in the list alone`, async ({ person }) => {
    const { aino, code } = await openWorkshop(person, `Puhelin ${width}`, { template: 'Purjevene' });
    const seen = await new BoardPage(aino).outline();
    const { guest } = await comeIn(person, code, 'Ville', { phone: true, language: 'sv' });
    const { page, t } = guest;
    await page.setViewportSize({ width, height: 700 });
    const outline = await new BoardPage(guest).outline();
    await page.getByRole('button', { name: t('outline.instead') }).tap();
    await expect(new BoardPage(guest).canvas).toHaveCount(0);
    await outline.getByRole('button', { name: t('outline.add'), exact: true }).tap();
    await page.getByRole('menuitem', { name: t('kind.sticky.name') }).tap();
    await expect(outline.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Motvind');
    await outline.getByRole('button', { name: t('outline.done') }).tap();
    await expect(lineOf(seen, /^Motvind/)).toBeVisible();
    // Its words again, by the menu.
    await lineOf(outline, /^Motvind/)
      .getByRole('button', { name: /: Motvind/ })
      .tap();
    await page.getByRole('menuitem', { name: t('outline.edit') }).tap();
    await expect(outline.getByRole('textbox')).toBeFocused();
    await outline.getByRole('button', { name: t('words.bold') }).tap();
    await page.keyboard.type('!');
    await expect(outline.getByRole('textbox').locator('strong')).toHaveText('!');
    await outline.getByRole('button', { name: t('outline.done') }).tap();
    await outline
      .getByRole('button', { name: /: Motvind/ })
      .first()
      .tap();
    await page.getByRole('menuitem', { name: t('canvas.delete') }).tap();
    await expect(lineOf(seen, /^Motvind/)).toHaveCount(0);
    await expectAccessible(page, 'the list on a phone');
    await outline.getByText(t('outline.view.table')).tap();
    await expect(outline.getByRole('grid')).toBeVisible();
    await expectAccessible(page, 'the table on a phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.getByRole('button', { name: t('outline.beside') }).tap();
    await expect(new BoardPage(guest).canvas).toBeVisible();
  });
}
