import { SETUP_TOKEN } from './support/server.ts';
import { expect, OWNER, test } from './support/test.ts';

test('the printed link makes the owner, once', async ({ person, freshServer }) => {
  const { page, t } = await person({ server: freshServer, language: 'fi' });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: t('home.needsSetupTitle') })).toBeVisible();

  await page.goto('/setup?token=wrong-token-here');
  await page.getByRole('textbox', { name: t('account.name'), exact: true }).fill(OWNER.name);
  await page.getByRole('textbox', { name: t('account.email') }).fill(OWNER.email);
  await page.getByLabel(t('account.password'), { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: t('setup.submit') }).click();
  await expect(page.getByRole('alert')).toContainText(t('problem.setup-token-wrong'));

  await page.goto(`/setup?token=${SETUP_TOKEN}`);
  await page.getByRole('textbox', { name: t('account.name'), exact: true }).fill(OWNER.name);
  await page.getByRole('textbox', { name: t('account.email') }).fill(OWNER.email);
  await page.getByLabel(t('account.password'), { exact: true }).fill(OWNER.password);
  await page.getByRole('textbox', { name: t('setup.team') }).fill('Lab');
  await page.getByRole('button', { name: t('setup.submit') }).click();
  await expect(page.getByRole('heading', { name: t('home.emptyTitle') })).toBeVisible();
  await expect(page).toHaveURL(`${freshServer.origin}/`);

  await page.goto(`/setup?token=${SETUP_TOKEN}`);
  await expect(page.getByRole('heading', { name: t('setup.doneTitle') })).toBeVisible();
});

test('what is missing is said beside its field, and the first one gets the focus', async ({ person, freshServer }) => {
  const { page, t } = await person({ server: freshServer, language: 'sv' });
  await page.goto(`/setup?token=${SETUP_TOKEN}`);
  await page.getByLabel(t('account.password'), { exact: true }).fill('kort');
  await page.getByRole('button', { name: t('setup.submit') }).click();
  const name = page.getByRole('textbox', { name: t('account.name'), exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(new RegExp(t('account.nameMissing')));
  await expect(page.getByText(t('account.emailInvalid'))).toBeVisible();
  await expect(page.getByText(t('account.passwordShort'))).toBeVisible();
});
