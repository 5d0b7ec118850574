import type { Locator } from '@playwright/test';
import { BoardPage } from './pages/board.ts';
import { JoinPage } from './pages/join.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, command, OPEN_RULES, openWorkshop } from './support/workshop.ts';

/** Puts a note so far away that nobody else sees it. */
async function addFarAway(person: Person, words: string): Promise<void> {
  const board = new BoardPage(person);
  await board.canvas.hover({ position: { x: 480, y: 420 } });
  await person.page.mouse.wheel(7_000, 5_000);
  await board.addSticky(words);
}

/** The one selected element is this one, and it is in view. */
async function expectSelectedInView(person: Person, words: string): Promise<void> {
  const { page } = person;
  await expect(page.getByTestId('selection-bar')).toBeVisible();
  await new BoardPage(person).canvas.focus();
  await page.keyboard.press('F2');
  const editor = page.getByTestId('words-editor').locator('.ql-editor');
  await expect(editor).toHaveText(words);
  await expect(editor).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
}

function searchPanel({ page, t }: Person): Locator {
  return page.getByRole('complementary', { name: t('find.title') });
}

test('what one writes far away another finds by its words, its writer and its type', async ({ person }) => {
  const { aino, code } = await openWorkshop(person, 'Etsintä');
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  const { guest: bertil, board } = await comeIn(person, code, 'Bertil', { language: 'sv' });
  await board.addSticky('Kahvitauko');
  await addFarAway(aino, 'Kaukainen jälki');
  await addFarAway(aino, 'Vielä kauempana');

  const { page, t } = bertil;
  await page.keyboard.press('Control+f');
  const panel = searchPanel(bertil);
  const field = panel.getByRole('combobox', { name: t('find.field') });
  const hits = panel.getByRole('listbox', { name: t('find.results') });
  await expect(field).toBeFocused();
  await expect(panel).toContainText(t('find.begin'));
  await expectAccessible(page, 'search, nothing asked');

  // Without the dots of the letters too.
  await page.keyboard.type('JALKI');
  await expect(hits.getByRole('option')).toHaveText([/Kaukainen jälki/]);
  await expect(page.getByRole('status').getByText(t('find.hits', { count: 1 }))).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(hits.getByRole('option', { selected: true })).toHaveText(/Kaukainen jälki/);
  await expectAccessible(page, 'search with a hit');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expectSelectedInView(bertil, 'Kaukainen jälki');

  // By filters alone; arrows go through the hits and round.
  await page
    .getByRole('banner')
    .getByRole('button', { name: t('find.title') })
    .click();
  await panel.getByRole('combobox', { name: t('find.author') }).selectOption({ label: 'Aino Virtanen' });
  await expect(hits.getByRole('option')).toHaveCount(2);
  await field.focus();
  for (const words of [/Kaukainen/, /Vielä/, /Kaukainen/]) {
    await page.keyboard.press('ArrowDown');
    await expect(hits.getByRole('option', { selected: true })).toHaveText(words);
  }
  await field.fill('kahvi');
  await expect(panel).toContainText(t('find.noneFiltered'));
  await panel.getByRole('button', { name: t('find.clearFilters') }).click();
  await expect(hits.getByRole('option')).toHaveText([/Kahvitauko/]);
});

test('a link leads to an element: at once, when the address changes, and after joining', async ({ person }) => {
  const { aino, board, code, id } = await openWorkshop(person, 'Linkit');
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  await addFarAway(aino, 'Tänne');
  await board.canvas.focus();
  await aino.page.keyboard.press('Shift+F10');
  await aino.page.getByRole('menuitem', { name: aino.t('link.copy') }).click();
  await expect(aino.page.getByText(aino.t('link.copied'))).toBeVisible();
  await aino.page.keyboard.press('Control+f');
  const field = searchPanel(aino).getByRole('combobox', { name: aino.t('find.field') });
  await expect(field).toBeFocused();
  await aino.page.keyboard.press('Control+v');
  await expect(field).toHaveValue(/\/w\/.+#e=.+/);
  const link = await field.inputValue();

  // Somebody new joins first, and comes to the element all the same.
  const bertil = await person({ name: 'Bertil', language: 'sv' });
  await bertil.page.goto(link);
  await bertil.page.getByRole('link', { name: bertil.t('join.title') }).click();
  await bertil.page.getByRole('textbox', { name: bertil.t('join.code') }).fill(code);
  await bertil.page.getByRole('button', { name: bertil.t('join.continue'), exact: true }).click();
  await bertil.page.getByRole('textbox', { name: bertil.t('join.name') }).fill('Bertil');
  await bertil.page.getByRole('button', { name: bertil.t('join.enter'), exact: true }).click();
  await new BoardPage(bertil).ready();
  await expectSelectedInView(bertil, 'Tänne');

  // Already on the board: only the end of the address changes.
  const cecilia = await person({ name: 'Cecilia', language: 'en' });
  await new JoinPage(cecilia).join(code, 'Cecilia');
  await new BoardPage(cecilia).ready();
  await cecilia.page.goto(link);
  await expectSelectedInView(cecilia, 'Tänne');

  await cecilia.page.goto(`/w/${id}#e=nobody-knows`);
  await expect(cecilia.page.getByText(cecilia.t('link.unknown'))).toBeVisible();
});

test('frames are listed, stepped through by keys and presented on the whole screen', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Esitys', { template: 'Purjevene' });
  const { page, t } = aino;
  await board.menu(t('frames.title'));
  const list = page.getByTestId('frame-list');
  await expect(list.getByRole('listitem').first()).toBeVisible();
  const total = await list.getByRole('listitem').count();
  expect(total).toBeGreaterThan(2);
  await expectAccessible(page, 'list of frames');
  const names = await list.getByRole('listitem').getByRole('button').first().textContent();

  await board.canvas.focus();
  const current = list.locator('[aria-current]');
  await page.keyboard.press('PageDown');
  await expect(current).toHaveText(names ?? '');
  await page.keyboard.press('PageDown');
  await expect(current).not.toHaveText(names ?? '');

  const zoom = page.getByTestId('zoom-bar');
  await page.keyboard.press('1');
  const before = await zoom.textContent();
  await list.getByRole('button', { name: t('present.start'), exact: true }).click();
  const presentation = page.getByTestId('presentation');
  const at = (number: number): Promise<void> =>
    expect(presentation).toContainText(t('present.position', { at: number, total }));
  await at(1);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByTestId('toolbar')).toBeHidden();
  await expectAccessible(page, 'presentation');
  for (const [key, number] of [
    ['ArrowRight', 2],
    [' ', 3],
    ['PageUp', 2],
    ['End', total],
    ['ArrowRight', total],
    ['Home', 1],
    ['PageDown', 2],
  ] as const) {
    await page.keyboard.press(key);
    await at(number);
  }
  await presentation.getByRole('button', { name: t('canvas.frames.next') }).click();
  await at(3);
  // Nothing is edited meanwhile, whatever is pressed.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(presentation).toBeHidden();
  await expect(zoom).toHaveText(before ?? '');
  await expect((await board.outline()).getByRole('treeitem')).toHaveCount(total);
});
