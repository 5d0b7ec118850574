import type { LanguageCode } from '@talkoot/i18n';
import { BoardPage } from './pages/board.ts';
import { HomePage } from './pages/home.ts';
import { JoinPage } from './pages/join.ts';
import { expect, test } from './support/test.ts';
import { openWorkshop } from './support/workshop.ts';

test('a wrong code is said in words beside the field', async ({ person }) => {
  const guest = await person({ language: 'en', phone: true });
  const join = new JoinPage(guest);
  const field = guest.page.getByRole('textbox', { name: guest.t('join.code') });
  await join.enterCode('');
  await expect(field).toHaveAccessibleDescription(new RegExp(guest.t('join.codeMissing')));
  await join.enterCode('ABC');
  await expect(field).toHaveAccessibleDescription(/A code has 8 letters/);
  await join.enterCode('2222-2222');
  await expect(field).toHaveAccessibleDescription(new RegExp(guest.t('join.wrongCode')));
  await guest.page.goto('/join/2222-2222');
  await expect(field).toHaveValue('22222222');
  await expect(guest.page.getByText(guest.t('join.wrongCode'))).toBeVisible();
});

for (const language of ['fi', 'sv', 'en'] satisfies LanguageCode[]) {
  test(`a guest joins without an account (${language})`, async ({ person }) => {
    const { aino, board, code, id } = await openWorkshop(person, 'Avoin työpaja');
    const guest = await person({ language, name: 'Åke' });
    const join = new JoinPage(guest);
    // As it may be typed: small letters and a space.
    await join.enterCode(code.toLowerCase().replace('-', ' '));
    await expect(guest.page.getByRole('heading', { name: 'Avoin työpaja' })).toBeVisible();
    await guest.page.getByRole('button', { name: guest.t('join.enter'), exact: true }).click();
    await expect(guest.page.getByRole('textbox', { name: guest.t('join.name') })).toHaveAccessibleDescription(
      new RegExp(guest.t('join.nameMissing')),
    );
    await guest.page.getByRole('textbox', { name: guest.t('join.name') }).fill('Åke Öberg');
    await guest.page.getByRole('button', { name: guest.t('join.enter'), exact: true }).click();
    await expect(guest.page).toHaveURL(new RegExp(`/w/${id}$`));
    await new BoardPage(guest).ready();
    await expect((await board.people()).getByText('Åke Öberg')).toBeVisible();
    await expect(guest.page.getByRole('banner').getByRole('button', { name: guest.t('board.share') })).toHaveCount(0);
    await aino.page.close();
  });
}

test('a link with the code works pasted, as a path and after #', async ({ person, server }) => {
  const { code } = await openWorkshop(person, 'Linkit');
  const guest = await person();
  const title = guest.page.getByRole('heading', { name: 'Linkit' });
  await new JoinPage(guest).enterCode(`${server.origin}/join/${code}`);
  await expect(title).toBeVisible();
  await guest.page.goto('about:blank');
  await guest.page.goto(`/join#${code}`);
  await expect(title).toBeVisible();
});

test('the same browser comes back as the same person, or as someone else', async ({ person }) => {
  const { board, code } = await openWorkshop(person, 'Takaisin');
  const guest = await person({ language: 'fi' });
  await new JoinPage(guest).join(code, 'Kaisa');
  await new BoardPage(guest).ready();
  await guest.page.goto(`/join/${code}`);
  await guest.page.getByRole('button', { name: guest.t('join.continueAs', { name: 'Kaisa' }) }).click();
  await new BoardPage(guest).ready();
  await expect((await board.people()).getByText('Kaisa')).toHaveCount(1);

  await guest.page.goto(`/join/${code}`);
  await guest.page.getByRole('button', { name: guest.t('join.someoneElse') }).click();
  await guest.page.getByRole('textbox', { name: guest.t('join.name') }).fill('Pekka');
  await guest.page.getByRole('button', { name: guest.t('join.enter'), exact: true }).click();
  await new BoardPage(guest).ready();
  await expect((await board.people()).getByText('Pekka')).toBeVisible();
});

test('before the workshop opens people wait, and the board opens by itself', async ({ person }) => {
  const aino = await person({ owner: true });
  const home = new HomePage(aino);
  await home.open();
  await home.create('Luonnos vielä');
  const board = new BoardPage(aino);
  await board.ready();
  const code = await board.joinCode();
  const early = await person({ name: 'Maija', language: 'sv' });
  await new JoinPage(early).join(code, 'Maija');
  await expect(early.page.getByRole('heading', { name: early.t('join.lobbyTitle') })).toBeVisible();

  const panel = await board.people();
  await panel.getByRole('button', { name: aino.t('people.admitNamed', { name: 'Maija' }) }).click();
  await new BoardPage(early).ready();
});
