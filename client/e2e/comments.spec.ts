import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, command, OPEN_RULES, openWorkshop } from './support/workshop.ts';

function panelOf({ page, t }: Person): Locator {
  return page.getByRole('complementary', { name: t('comments.title') });
}

function threadOn(person: Person, words: string): Locator {
  return panelOf(person).getByRole('article', { name: person.t('comments.thread', { words }) });
}

/** The field for a new comment on an element. */
function newOn(person: Person, words: string): Locator {
  return panelOf(person).getByRole('textbox', { name: person.t('comments.newOn', { words }) });
}

async function openComments(person: Person): Promise<Locator> {
  const panel = panelOf(person);
  await person.page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(`^${person.t('comments.title')}`) })
    .click();
  await expect(panel).toBeVisible();
  return panel;
}

test('a comment, an answer that mentions, changing, resolving and deleting, by two people', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Kommentit');
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  const { guest: bertil } = await comeIn(person, code, 'Bertil Åberg', { language: 'sv' });
  await board.addSticky('Kahvitauko');

  // From the menu of the element.
  await board.canvas.focus();
  await aino.page.keyboard.press('Shift+F10');
  await aino.page.getByRole('menuitem', { name: aino.t('comments.add') }).click();
  const field = newOn(aino, 'Kahvitauko');
  await expect(field).toBeFocused();
  await aino.page.keyboard.type('Riittääkö aika? @ber');
  const offered = aino.page.getByRole('listbox', { name: aino.t('comments.people') });
  await expect(offered.getByRole('option', { selected: true })).toHaveText('Bertil Åberg');
  await expectAccessible(aino.page, 'a comment being written');
  await aino.page.keyboard.press('Enter');
  await expect(field).toHaveValue('Riittääkö aika? @Bertil Åberg ');
  await aino.page.keyboard.press('Control+Enter');
  await expect(threadOn(aino, 'Kahvitauko')).toContainText('Riittääkö aika? @Bertil Åberg');

  // The other is told, and finds it.
  const told = bertil.t('comments.mentionedYou', { name: 'Aino Virtanen', words: 'Riittääkö aika? @Bertil Åberg' });
  await expect(bertil.page.getByText(told)).toBeVisible();
  const unread = [bertil.t('comments.title'), bertil.t('comments.unread', { count: 1 })].join(', ');
  await expect(bertil.page.getByRole('button', { name: unread })).toBeVisible();
  const mark = bertil.page.getByRole('button', { name: bertil.t('comments.mark', { count: 1, words: 'Kahvitauko' }) });
  await mark.click();
  const thread = threadOn(bertil, 'Kahvitauko');
  await expect(thread).toBeFocused();
  await expect(bertil.page.getByRole('button', { name: unread })).toBeHidden();
  await thread.getByRole('textbox', { name: bertil.t('comments.replyField') }).fill('Ja, @Aino Virtanen!');
  await thread.getByRole('button', { name: bertil.t('comments.reply'), exact: true }).click();
  await expect(threadOn(aino, 'Kahvitauko').getByRole('listitem')).toHaveCount(2);
  await expect(
    bertil.page.getByRole('button', { name: bertil.t('comments.mark', { count: 2, words: 'Kahvitauko' }) }),
  ).toBeVisible();
  await expectAccessible(bertil.page, 'a thread');

  // Only one's own words can be changed.
  await thread.getByRole('button', { name: bertil.t('common.moreActions', { name: 'Ja, @Aino Virtanen!' }) }).click();
  await bertil.page.getByRole('menuitem', { name: bertil.t('comments.edit') }).click();
  const edit = thread.getByRole('textbox', { name: bertil.t('comments.editField') });
  await expect(edit).toBeFocused();
  await edit.fill('Nej.');
  await bertil.page.keyboard.press('Control+Enter');
  await expect(threadOn(aino, 'Kahvitauko')).toContainText(`Nej. ${aino.t('comments.edited')}`);
  await expect(thread.getByRole('button', { name: /Riittääkö/ })).toBeHidden();

  await threadOn(aino, 'Kahvitauko')
    .getByRole('button', { name: aino.t('comments.resolveNamed', { words: 'Kahvitauko' }) })
    .click();
  await expect(thread).toBeHidden();
  await expect(bertil.page.getByTestId('comment-marks').getByRole('button')).toHaveCount(0);
  await panelOf(bertil).getByText(bertil.t('comments.filter.resolved')).click();
  await expect(thread).toContainText('Aino Virtanen');
  await expectAccessible(bertil.page, 'a resolved thread');
});

test('comments outlive their element, and say so; who reads only cannot write', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Poistettu');
  const { guest: bertil } = await comeIn(person, code, 'Bertil');
  await board.addSticky('Turha');
  await board.canvas.focus();
  await aino.page.keyboard.press('Shift+F2');
  await expect(newOn(aino, 'Turha')).toBeFocused();
  await aino.page.keyboard.type('Miksi tämä on täällä?');
  await aino.page.keyboard.press('Control+Enter');
  await expect(threadOn(aino, 'Turha')).toBeVisible();
  // A second one from the line of the list, by its key.
  const line = (await board.outline()).getByRole('treeitem', { name: /^Turha/ });
  await line.click();
  await aino.page.keyboard.press('c');
  await expect(newOn(aino, 'Turha')).toBeFocused();
  await aino.page.keyboard.press('Escape');
  const gone = panelOf(aino).getByRole('heading', { name: aino.t('comments.onDeleted') });
  // What was sent may still take the focus back to its panel.
  await expect(async () => {
    await board.canvas.focus();
    await aino.page.keyboard.press('Delete');
    await expect(gone).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(threadOn(aino, aino.t('comments.deletedElement'))).toContainText('Miksi tämä on täällä?');

  await board.closeAtOnce();
  await openComments(bertil);
  await expect(threadOn(bertil, bertil.t('comments.deletedElement'))).toContainText('Miksi tämä on täällä?');
  await expect(panelOf(bertil).getByRole('textbox')).toHaveCount(0);
  await expectAccessible(bertil.page, 'comments of a closed board');
});

test('by keyboard alone, from the list view', async ({ person }) => {
  const { aino, board } = await openWorkshop(person, 'Näppäimin', { language: 'en' });
  const { page, t } = aino;
  await board.addSticky('Idea');
  const outline = await board.outline();
  const row = outline.getByRole('treeitem', { name: /^Idea/ });
  await row.focus();
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: t('comments.add') });
  await expect(item).toBeVisible();
  for (let count = 0; count < 20 && !(await item.evaluate((node) => node === document.activeElement)); count++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(newOn(aino, 'Idea')).toBeFocused();
  await page.keyboard.type('Good one');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(threadOn(aino, 'Idea')).toContainText('Good one');
  await page.keyboard.press('Escape');
  await expect(panelOf(aino)).toBeHidden();
  await board.outline();
  await expect(outline.getByRole('treeitem', { name: new RegExp(t('comments.count', { count: 1 })) })).toBeVisible();
});
