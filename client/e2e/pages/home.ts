import type { Locator } from '@playwright/test';
import { expect, type Person } from '../support/test.ts';

/** The front page of a facilitator. */
export class HomePage {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async open(): Promise<void> {
    await this.#person.page.goto('/');
    await expect(this.#person.page.locator('h1')).toBeVisible();
  }

  /** Makes a workshop and answers its id; the board is open afterwards. */
  async create(title: string, template?: string): Promise<string> {
    const { page, t } = this.#person;
    const buttons = page.getByRole('button', { name: t('home.newWorkshop'), exact: true });
    const first = page.getByRole('button', { name: t('home.create'), exact: true });
    await buttons.or(first).first().click();
    const dialog = page.getByRole('dialog', { name: t('home.createTitle') });
    await dialog.getByRole('textbox', { name: t('home.workshopTitle') }).fill(title);
    if (template) {
      await dialog.getByRole('searchbox', { name: t('home.templateSearch') }).fill(template);
      await dialog.getByText(template, { exact: true }).click();
    }
    await dialog.getByRole('button', { name: t('home.create') }).click();
    await page.waitForURL(/\/w\/[\w-]+$/);
    return page.url().split('/').at(-1) ?? '';
  }

  card(title: string): Locator {
    return this.#person.page
      .getByRole('listitem')
      .filter({ has: this.#person.page.getByRole('link', { name: title, exact: true }) });
  }

  async act(title: string, action: string): Promise<void> {
    const { page, t } = this.#person;
    await page.getByRole('button', { name: t('common.moreActions', { name: title }), exact: true }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  }
}
