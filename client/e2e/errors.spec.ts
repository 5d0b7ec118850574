import { BoardPage } from './pages/board.ts';
import { HomePage } from './pages/home.ts';
import { expect, OWNER, test } from './support/test.ts';
import { SETUP_TOKEN } from './support/server.ts';

test('an address that leads nowhere, and a board that one has no right to', async ({ person }) => {
  const guest = await person({ language: 'fi' });
  await guest.page.goto('/no/such/page');
  await expect(guest.page.getByRole('heading', { name: guest.t('error.notFound.title') })).toBeVisible();
  await expect(guest.page).toHaveTitle(`${guest.t('error.notFound.title')} · Talkoot`);

  const aino = await person({ owner: true });
  const home = new HomePage(aino);
  await home.open();
  const id = await home.create('Ei kaikille');
  await guest.page.goto(`/w/${id}`);
  await expect(guest.page.getByRole('heading', { name: guest.t('error.forbidden.title') })).toBeVisible();
  await guest.page.getByRole('link', { name: guest.t('signIn.submit') }).click();
  await guest.page.getByRole('textbox', { name: guest.t('account.email') }).fill(OWNER.email);
  await guest.page.getByLabel(guest.t('account.password'), { exact: true }).fill(OWNER.password);
  await guest.page.keyboard.press('Enter');
  await new BoardPage(guest).ready();
});

test('while the server is away the page says so, and goes on when it is back', async ({ person, freshServer }) => {
  const aino = await person({ server: freshServer, language: 'en' });
  const { page, t } = aino;
  await page.goto(`/setup?token=${SETUP_TOKEN}`);
  await page.getByRole('textbox', { name: t('account.name'), exact: true }).fill(OWNER.name);
  await page.getByRole('textbox', { name: t('account.email') }).fill(OWNER.email);
  await page.getByLabel(t('account.password'), { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: t('setup.submit') }).click();
  const home = new HomePage(aino);
  await home.create('Storm');
  const board = new BoardPage(aino);
  await board.ready();

  // The editor's code comes by itself soon after the board.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('quill-editor')),
  );
  aino.guard.expectLostLine();
  await freshServer.stop();
  await expect(page.getByTitle(t('save.offlineNone'), { exact: true })).toBeVisible();
  await board.addSticky('In the storm');
  // A panel never opened before waits for its code; the board stays.
  await page
    .getByRole('banner')
    .getByRole('button', { name: new RegExp(`^${t('board.people')}`) })
    .click();
  await expect(board.canvas).toBeVisible();
  await freshServer.start();
  await expect(page.getByRole('complementary', { name: t('people.title') })).toBeVisible();
  await expect(page.getByTitle(t('save.saved'), { exact: true })).toBeVisible();
  await page.reload();
  await expect((await board.outline()).getByRole('treeitem', { name: /In the storm/ })).toBeVisible();
});
