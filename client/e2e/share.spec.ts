import { JoinPage } from './pages/join.ts';
import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('the code can be shown, copied without a secure context, and renewed', async ({ person, server }) => {
  const { aino, board, code: old } = await openWorkshop(person, 'Sharing', { language: 'en' });
  const { page, t } = aino;
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);

  const dialog = await board.share();
  await expect(dialog.getByRole('img', { name: t('share.qr') })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: t('share.link') })).toHaveValue(`${server.origin}/join/${old}`);
  await dialog.getByRole('button', { name: t('share.copyCode') }).click();
  await expect(dialog.getByRole('button', { name: t('common.copied') })).toBeVisible();

  await dialog.getByRole('button', { name: t('share.renew'), exact: true }).click();
  await page
    .getByRole('dialog', { name: t('share.renewTitle') })
    .getByRole('button', { name: t('share.renewConfirm') })
    .click();
  await expect(dialog.getByText(old)).toBeHidden();
  const guest = await person({ language: 'en' });
  await new JoinPage(guest).enterCode(old);
  await expect(guest.page.getByText(guest.t('join.wrongCode'))).toBeVisible();
});

test('closing asks first, then the code is dead and the board can be read', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Loppu');
  const { guest } = await comeIn(person, code, 'Siv', { language: 'sv' });

  await board.menu(aino.t('board.close'));
  const ask = aino.page.getByRole('dialog', { name: aino.t('board.closeTitle') });
  await ask.getByRole('button', { name: aino.t('common.cancel') }).click();
  await board.expectState('open');
  await board.closeAtOnce();
  await expect(guest.page.getByText(guest.t('board.closedBanner'))).toBeVisible();

  const late = await person({ language: 'sv' });
  await new JoinPage(late).enterCode(code);
  await expect(late.page.getByText(late.t('join.wrongCode'))).toBeVisible();
});
