import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, type MakePerson, openWorkshop } from './support/workshop.ts';

/** Aino's open workshop with one guest in it. */
async function twoPeople(person: MakePerson, title: string) {
  const { aino, board, code } = await openWorkshop(person, title);
  const { guest, board: guestBoard } = await comeIn(person, code, 'Liisa', { language: 'sv' });
  return { aino, board, guest, guestBoard };
}

/** The words of a countdown, whatever it stands at. */
function anySeconds({ t }: Person): RegExp {
  return new RegExp(t('closing.in', { count: 12 }).replace('12', '\\d+'));
}

test('closing counts down for everybody, is taken back, and comes when it is not', async ({ person }) => {
  const { aino, board, guest, guestBoard } = await twoPeople(person, 'Laskenta');
  await board.close();
  await expect(board.countdown).toHaveText(anySeconds(aino));
  await expect(guestBoard.countdown).toHaveText(anySeconds(guest));
  await expect(guest.page.getByText(guest.t('closing.finish'))).toBeVisible();
  await expect(guest.page.getByRole('button', { name: guest.t('closing.keepOpen') })).toBeHidden();
  // Said once: the seconds that pass are not.
  const spoken = guest.page.getByRole('status').filter({ hasText: anySeconds(guest) });
  const first = await spoken.textContent();
  const shown = await guestBoard.countdown.textContent();
  await expect(guestBoard.countdown).not.toHaveText(shown ?? '');
  await expect(spoken).toHaveText(first ?? '');

  await aino.page.getByRole('button', { name: aino.t('closing.keepOpen'), exact: true }).click();
  await expect(guestBoard.countdown).toBeHidden();
  await expect(guest.page.getByRole('status').filter({ hasText: guest.t('closing.kept') })).toHaveCount(1);
  await guestBoard.addSticky('Vi fortsätter');
  await guestBoard.ready();

  await board.close();
  await expectAccessible(aino.page, 'a board that is to close');
  await expect(guest.page.getByText(guest.t('board.closedBanner'))).toBeVisible({ timeout: 60_000 });
  await board.expectState('closed');
  await expect(board.countdown).toBeHidden();
});

test('late words are handed in, appear in the tray and are put on the closed board', async ({ person }) => {
  const { aino, board, guest, guestBoard } = await twoPeople(person, 'Myöhässä');
  // The editor comes with the first words, while there is a line.
  await guestBoard.addSticky('I tid', { x: 480, y: 200 });
  await guestBoard.ready();
  guest.guard.expectLostLine();
  await guest.page.context().setOffline(true);
  await guestBoard.addSticky('Skrivet för sent');
  await board.closeAtOnce();
  await guest.page.context().setOffline(false);

  await guest.page.getByRole('button', { name: guest.t('unsaved.button', { count: 1 }) }).click();
  const mine = guest.page.getByRole('complementary', { name: guest.t('unsaved.title') });
  await expect(mine.getByText('Skrivet för sent')).toBeVisible();
  await expect(mine.getByRole('button', { name: guest.t('unsaved.putBack') })).toHaveCount(0);
  await expectAccessible(guest.page, 'words to hand in');
  await mine.getByRole('button', { name: guest.t('unsaved.handIn') }).click();
  const toast = guest.page.getByRole('alert').filter({ hasText: guest.t('unsaved.handInDone') });
  await expect(toast.getByRole('button', { name: guest.t('common.close'), exact: true })).toBeVisible();
  await expect(mine.getByText('Skrivet för sent')).toHaveCount(0);

  const seen = await board.outline();
  await expect(seen.getByRole('treeitem')).toHaveCount(1);
  await aino.page.getByRole('button', { name: aino.t('tray.button', { count: 1 }) }).press('Enter');
  const tray = aino.page.getByRole('complementary', { name: aino.t('tray.title') });
  const note = tray.getByRole('listitem').filter({ hasText: 'Skrivet för sent' });
  await expect(note).toContainText('Liisa');
  await expectAccessible(aino.page, 'the tray');
  await note.getByRole('button', { name: new RegExp(`^${aino.t('tray.put')}`) }).press('Enter');
  await expect(tray.getByText(aino.t('tray.empty'))).toBeVisible();
  // The focus is not lost with the button.
  await expect(tray.locator(':focus')).toHaveCount(1);

  await expect((await board.outline()).getByRole('treeitem', { name: /Skrivet för sent/ })).toBeVisible();
  const read = await guestBoard.outline();
  await expect(read.getByRole('treeitem', { name: /Skrivet för sent/ })).toBeVisible();
  await board.expectState('closed');
});
