import type { Page } from '@playwright/test';
import type { LanguageCode } from '@talkoot/i18n';
import { BoardPage } from './pages/board.ts';
import { HomePage } from './pages/home.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const LOOKS = [
  { language: 'fi', scheme: 'light' },
  { language: 'sv', scheme: 'dark' },
  { language: 'en', scheme: 'light' },
] as const satisfies { language: LanguageCode; scheme: 'light' | 'dark' }[];

/** A key that has no words shows as itself: `area.some.key`. */
async function expectNoRawKeys(page: Page): Promise<void> {
  const words = await page.locator('body').textContent();
  expect(words).not.toMatch(
    /\b(common|account|home|join|board|share|people|rules|save|error|problem|refused|kind|canvas)\.[a-z]/,
  );
}

for (const { language, scheme } of LOOKS) {
  test(`pages for guests pass axe (${language}, ${scheme})`, async ({ person }) => {
    const { page } = await person({ language, scheme });
    for (const path of [
      '/',
      '/sign-in',
      '/join',
      '/join/2222-2222',
      '/setup?token=x',
      '/setup',
      '/invitation/none',
      '/nowhere',
    ]) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expectAccessible(page, path);
      await expectNoRawKeys(page);
    }
  });

  test(`the front page and the board with its panels pass axe (${language}, ${scheme})`, async ({ person }) => {
    const aino = await person({ owner: true, language, scheme });
    const { page, t } = aino;
    const home = new HomePage(aino);
    await home.open();
    await home.create('Axe');
    const board = new BoardPage(aino);
    await board.ready();
    await expectAccessible(page, 'board');
    await board.people();
    await expectAccessible(page, 'people');
    await board.menu(t('board.rules'));
    await expectAccessible(page, 'rules');
    await board.menu(t('shortcuts.title'));
    await expectAccessible(page, 'shortcuts');
    await page
      .getByRole('banner')
      .getByRole('button', { name: t('board.outline') })
      .click();
    await expectAccessible(page, 'outline');
    await board.share();
    await expectAccessible(page, 'share');
    await expectNoRawKeys(page);
    await home.open();
    await expectAccessible(page, 'home');
    await expectNoRawKeys(page);
    await page.getByRole('button', { name: t('home.newWorkshop') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'create');
  });
}

test('a change of page moves the focus to the content and names the window', async ({ person }) => {
  const { page, t } = await person({ language: 'fi' });
  await page.goto('/');
  await page.getByRole('link', { name: t('signIn.submit') }).press('Enter');
  await expect(page).toHaveTitle(`${t('signIn.title')} · Talkoot`);
  await expect(page.locator('main')).toBeFocused();
});

test('the language is chosen with one press and remembered', async ({ person }) => {
  const { page } = await person({ language: 'fi' });
  await page.goto('/join');
  await page.getByRole('button', { name: 'Svenska' }).click();
  await expect(page.getByRole('heading', { name: 'Anslut till en workshop' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Anslut till en workshop' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
});
