import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('one person clusters and names by mouse, another puts a note in and takes it back, and a vote is on clusters', async ({
  person,
}) => {
  const { aino, board, code } = await openWorkshop(person, 'Rypäät');
  const { page, t } = aino;
  await board.addSticky('yksi', { x: 400, y: 300 });
  await board.addSticky('kaksi', { x: 580, y: 300 });
  await board.addSticky('kolme', { x: 900, y: 600 });
  const { guest, board: seen } = await comeIn(person, code, 'Cecilia', { language: 'sv' });

  // Two of them by Shift and a click, clustered by the bar, named at once.
  await board.canvas.click({ position: { x: 400, y: 300 } });
  await board.canvas.click({ position: { x: 580, y: 300 }, modifiers: ['Shift'] });
  const bar = page.getByTestId('selection-bar');
  await bar.getByRole('button', { name: t('cluster.make'), exact: true }).click();
  await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
  await page.keyboard.type('Aika');
  await page.keyboard.press('Escape');

  // The other person puts the third into it from their list, and Aino's list says so.
  const outline = await board.outline();
  const inside = outline.getByRole('treeitem', { level: 2 });
  await expect(outline.getByRole('treeitem', { name: /^Aika/ })).toHaveAccessibleName(/Rypäs/);
  await expect(inside).toHaveCount(2);
  const list = await seen.outline();
  await list.getByRole('treeitem', { name: /^kolme/ }).click();
  await guest.page.keyboard.press('g');
  const dialog = guest.page.getByRole('dialog', { name: guest.t('cluster.move') });
  await dialog.getByRole('button', { name: guest.t('cluster.nameAndCount', { name: 'Aika', count: 2 }) }).click();
  await expect(inside).toHaveCount(3);
  await guest.page.keyboard.press('Control+z');
  await expect(inside).toHaveCount(2);

  // A vote on what is selected: the cluster is one item.
  await outline.getByRole('treeitem', { name: /^Aika/ }).click();
  await outline.getByRole('treeitem', { name: /^Aika/ }).press('s');
  await board.menu(t('round.title'));
  const rounds = page.getByRole('complementary', { name: t('round.title') });
  await rounds.getByLabel(t('round.byCluster')).check();
  await rounds.getByRole('button', { name: t('round.open') }).click();
  const mark = guest.page
    .getByTestId('vote-marks')
    .getByRole('button', { name: guest.t('round.ownOn', { count: 0, words: 'Aika' }) });
  await expect(mark).toBeVisible();
});

test('by keyboard alone: a cluster from the list, its name, and proposals taken over', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Näppäimillä');
  const { page, t } = aino;
  const texts = [
    'Lasagne',
    'Pizza',
    'Kokouksia on liikaa',
    'Lyhyemmät kokoukset',
    'Järjestelmä kaatuu',
    'Hitaat järjestelmät',
  ];
  for (const [at, words] of texts.entries()) await board.addSticky(words, { x: 200 + at * 180, y: 300 });
  const outline = await board.outline();
  const lineOf = (name: RegExp) => outline.getByRole('treeitem', { name });

  // Two lines become a cluster, whose name is written where it is made.
  await lineOf(/^Lasagne/).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('g');
  await expect(page.getByRole('button', { name: t('cluster.new') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(outline.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Ruoka');
  await page.keyboard.press('Enter');
  await expect(lineOf(/^Ruoka/)).toHaveAttribute('aria-expanded', 'true');
  await expect(outline.getByRole('treeitem', { level: 2 })).toHaveCount(2);

  // Proposals: one is renamed and accepted, the other thrown away.
  await page
    .getByRole('banner')
    .getByRole('button', { name: t('board.menu'), exact: true })
    .press('Enter');
  await page.getByRole('menuitem', { name: t('cluster.title'), exact: true }).press('Enter');
  const panel = page.getByRole('complementary', { name: t('cluster.title') });
  await panel.getByRole('button', { name: t('cluster.suggest') }).press('Enter');
  await expect(panel.getByText(t('cluster.proposed', { count: 2 }))).toBeFocused();
  await expectAccessible(page, 'proposed clusters');
  const first = panel.getByRole('region', { name: t('cluster.proposal', { number: 1 }) });
  await first.getByLabel(t('cluster.proposalName')).fill('Kokoukset');
  await first.getByRole('button', { name: t('cluster.accept') }).press('Enter');
  await expect(panel.getByText(t('cluster.proposed', { count: 1 }))).toBeFocused();
  await panel.getByRole('button', { name: t('cluster.discard'), exact: true }).press('Enter');
  await expect(panel.getByLabel(t('cluster.nameOf', { words: 'Kokoukset' }))).toHaveValue('Kokoukset');
  await expect(panel.getByLabel(t('cluster.nameOf', { words: 'Ruoka' }))).toBeVisible();
  await expectAccessible(page, 'the clusters');
});
