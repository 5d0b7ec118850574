import { BoardPage } from './pages/board.ts';
import { expect, test } from './support/test.ts';
import { comeIn, type MakePerson, openWorkshop } from './support/workshop.ts';

/** Aino's open workshop with one guest in it. */
async function twoPeople(person: MakePerson) {
  const { aino, board, code } = await openWorkshop(person, 'Ihmiset');
  const { guest, board: guestBoard } = await comeIn(person, code, 'Liisa', { language: 'en' });
  return { aino, board, guest, guestBoard, code };
}

test('a facilitator changes names and roles, and the person feels it at once', async ({ person }) => {
  const { aino, board, guest } = await twoPeople(person);
  const panel = await board.people();
  await board.act('Liisa', aino.t('people.rename'));
  await aino.page.getByRole('textbox', { name: aino.t('people.newName') }).fill('Liisa L');
  await aino.page.keyboard.press('Enter');
  await expect(panel.getByText('Liisa L')).toBeVisible();

  await board.act('Liisa L', aino.t('people.makeRole', { role: aino.t('role.observer') }));
  await expect(guest.page.getByText(guest.t('board.observerBanner'))).toBeVisible();

  await board.act('Liisa L', aino.t('people.makeRole', { role: aino.t('role.cofacilitator') }));
  await expect(guest.page.getByRole('banner').getByRole('button', { name: guest.t('board.share') })).toBeVisible();
  await expect(guest.page.getByText(guest.t('board.observerBanner'))).toBeHidden();
});

test('who is removed sees why, and comes back only through the queue', async ({ person }) => {
  const { aino, board, guest, code } = await twoPeople(person);
  await board.act('Liisa', aino.t('people.remove'));
  const ask = aino.page.getByRole('dialog', { name: aino.t('people.removeTitle', { name: 'Liisa' }) });
  await expect(ask.getByRole('button', { name: aino.t('common.cancel') })).toBeFocused();
  await ask.getByRole('button', { name: aino.t('people.removeConfirm') }).click();
  await expect(guest.page.getByRole('heading', { name: guest.t('error.removed.title') })).toBeVisible();
  await guest.page.reload();
  await expect(guest.page.getByRole('heading', { name: guest.t('error.removed.title') })).toBeVisible();

  await guest.page.goto(`/join/${code}`);
  await guest.page.getByRole('button', { name: guest.t('join.continueAs', { name: 'Liisa' }) }).click();
  await expect(guest.page.getByRole('heading', { name: guest.t('join.lobbyTitle') })).toBeVisible();
  await (await board.people()).getByRole('button', { name: aino.t('people.admitNamed', { name: 'Liisa' }) }).click();
  await new BoardPage(guest).ready();
});

test('rules for participants apply live', async ({ person }) => {
  const { aino, board } = await twoPeople(person);
  await board.menu(aino.t('board.rules'));
  const panel = aino.page.getByRole('complementary', { name: aino.t('rules.title') });
  const text = panel.getByRole('checkbox', { name: aino.t('kind.text.name') });
  await expect(text).toBeChecked();
  await text.uncheck();
  await panel
    .getByRole('radiogroup', { name: aino.t('rules.edit') })
    .getByText(aino.t('rules.reach.all'))
    .click();
  await aino.page.reload();
  await board.ready();
  await board.menu(aino.t('board.rules'));
  await expect(text).not.toBeChecked();
  await expect(
    panel
      .getByRole('radiogroup', { name: aino.t('rules.edit') })
      .getByRole('radio', { name: aino.t('rules.reach.all') }),
  ).toBeChecked();
});

test('what the server refuses comes back as unsaved text, and on the board again when it may', async ({ person }) => {
  const { aino, board, guest, guestBoard } = await twoPeople(person);
  await guestBoard.addSticky('Before');
  await guestBoard.ready();
  guest.guard.expectLostLine();
  await guest.page.context().setOffline(true);
  await guestBoard.addSticky('Written without a line', { x: 800, y: 300 });
  await board.act('Liisa', aino.t('people.makeRole', { role: aino.t('role.observer') }));
  await guest.page.context().setOffline(false);

  await guest.page.getByRole('button', { name: guest.t('unsaved.button', { count: 1 }) }).click();
  const unsaved = guest.page.getByRole('complementary', { name: guest.t('unsaved.title') });
  await expect(unsaved.getByText('Written without a line')).toBeVisible();
  const seen = await board.outline();
  await expect(seen.getByRole('treeitem')).toHaveCount(1);

  await board.act('Liisa', aino.t('people.makeRole', { role: aino.t('role.participant') }));
  await expect(guest.page.getByText(guest.t('board.observerBanner'))).toBeHidden();
  await unsaved.getByRole('button', { name: guest.t('unsaved.putBack') }).click();
  await expect(unsaved.getByText('Written without a line')).toHaveCount(0);
  await expect((await board.outline()).getByRole('treeitem', { name: /Written without a line/ })).toBeVisible();
});
