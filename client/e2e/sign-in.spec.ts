import { expect, OWNER, test } from './support/test.ts';

test('signing in, out, and what a wrong password says', async ({ person }) => {
  const { page, t } = await person({ language: 'en' });
  await page.goto('/sign-in?next=//example.org/');
  await page.getByRole('textbox', { name: t('account.email') }).fill(OWNER.email);
  const password = page.getByLabel(t('account.password'), { exact: true });
  await password.fill('not the right one');
  await page.getByRole('button', { name: t('signIn.submit') }).click();
  await expect(password).toHaveAccessibleDescription(t('problem.wrong-credentials'));
  await expect(password).toBeFocused();

  await password.fill(OWNER.password);
  await page.keyboard.press('Enter');
  const account = page.getByRole('button', { name: OWNER.name });
  await expect(account).toBeVisible();
  // The address asked for a page elsewhere: that is not followed.
  await expect(page).toHaveURL(/talkoot\.test:\d+\/$/);

  await account.click();
  await page.getByRole('menuitem', { name: t('account.signOut') }).click();
  await expect(page.getByRole('heading', { name: t('home.landingTitle') })).toBeVisible();
});

test('a colleague comes by an invitation, which works once', async ({ person }) => {
  const aino = await person({ owner: true, language: 'fi' });
  await aino.page.goto('/');
  await aino.page.getByRole('button', { name: OWNER.name }).click();
  await aino.page.getByRole('menuitem', { name: aino.t('invitation.create') }).click();
  await aino.page.getByRole('button', { name: aino.t('invitation.make') }).click();
  const link = await aino.page.getByRole('textbox', { name: aino.t('invitation.link') }).inputValue();
  const path = new URL(link).pathname;

  const bo = await person({ language: 'sv', name: 'Bo' });
  await bo.page.goto(path);
  await expect(bo.page.getByText(bo.t('invitation.intro', { team: 'Työ 2.0 Lab' }))).toBeVisible();
  await bo.page.getByRole('textbox', { name: bo.t('account.name'), exact: true }).fill('Bo Åkerlund');
  await bo.page.getByRole('textbox', { name: bo.t('account.email') }).fill('bo@example.org');
  await bo.page.getByLabel(bo.t('account.password'), { exact: true }).fill('en mycket lång båt');
  await bo.page.getByRole('button', { name: bo.t('invitation.accept') }).click();
  await expect(bo.page.getByRole('button', { name: 'Bo Åkerlund' })).toBeVisible();

  const cia = await person({ language: 'sv', name: 'Cia' });
  await cia.page.goto(path);
  await expect(cia.page.getByText(cia.t('problem.invitation-unknown'))).toBeVisible();
});
