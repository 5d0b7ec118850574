import type { Locator, Page } from '@playwright/test';
import { expect, type Person } from './test.ts';

const TEMPLATE = 'Aloita – lopeta – jatka';
const CODE = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/;
/** So many controls stand on no page. */
const MOST_TABS = 60;

/** Goes to a control as keyboards do. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let count = 0; count < MOST_TABS; count++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to ${control}`);
}

/** Presses it, once it has the focus. */
export async function pressOn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** The owner makes the workshop from its template, opens it and reads the code: all by keyboard. */
export async function startWorkshop({ page, t }: Person, title: string): Promise<string> {
  await page.goto('/');
  const create = page.getByRole('button', { name: t('home.newWorkshop'), exact: true });
  await pressOn(page, create.or(page.getByRole('button', { name: t('home.create'), exact: true })).first());
  const dialog = page.getByRole('dialog', { name: t('home.createTitle') });
  await tabTo(page, dialog.getByRole('textbox', { name: t('home.workshopTitle') }));
  await page.keyboard.type(title);
  await tabTo(page, dialog.getByRole('searchbox', { name: t('home.templateSearch') }));
  await page.keyboard.type(TEMPLATE);
  const choice = dialog.getByRole('radio', { name: TEMPLATE });
  await tabTo(page, choice);
  await page.keyboard.press('Space');
  await expect(choice).toBeChecked();
  await pressOn(page, dialog.getByRole('button', { name: t('home.create'), exact: true }));
  await expect(page.getByRole('banner')).toContainText(title);
  await pressOn(page, page.getByRole('banner').getByRole('button', { name: t('board.open'), exact: true }));
  await pressOn(page, page.getByRole('banner').getByRole('button', { name: t('board.share'), exact: true }));
  const code = await page
    .getByRole('dialog', { name: t('share.title') })
    .getByText(CODE)
    .textContent();
  await page.keyboard.press('Escape');
  return code ?? '';
}

/** A guest comes in by the code. */
export async function joinByKeys({ page, t }: Person, code: string, name: string): Promise<void> {
  await page.goto('/join');
  await tabTo(page, page.getByRole('textbox', { name: t('join.code') }));
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: t('join.name') }));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByTitle(t('save.saved'), { exact: true })).toBeVisible();
}

/** What somebody hears of a line of the list. */
export const lineOf = (page: Page, words: string): Locator => page.getByRole('treeitem', { name: new RegExp(words) });
