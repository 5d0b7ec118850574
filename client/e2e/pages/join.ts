import { expect, type Person } from '../support/test.ts';

/** Joining by code. */
export class JoinPage {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async enterCode(code: string): Promise<void> {
    const { page, t } = this.#person;
    await page.goto('/join');
    await page.getByRole('textbox', { name: t('join.code') }).fill(code);
    await page.getByRole('button', { name: t('join.continue'), exact: true }).click();
  }

  /** By the link of the QR code. */
  async join(code: string, name: string): Promise<void> {
    const { page, t } = this.#person;
    await page.goto(`/join/${code}`);
    await page.getByRole('textbox', { name: t('join.name') }).fill(name);
    await page.getByRole('button', { name: t('join.enter'), exact: true }).click();
    await expect(page).toHaveURL(/\/(w|phone)\//);
  }
}
