import type { Locator } from '@playwright/test';
import type { WorkshopState } from '@talkoot/protocol';
import { expect, type Person } from '../support/test.ts';

/** The board of a workshop, seen from its bar and panels. */
export class BoardPage {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  get canvas(): Locator {
    return this.#person.page.getByTestId('board-canvas');
  }

  /** Waits until the board is there and everything on it is saved. */
  async ready(): Promise<void> {
    const { page, t } = this.#person;
    await expect(this.canvas).toHaveAttribute('data-listens', 'true');
    await expect(page.getByTitle(t('save.saved'), { exact: true })).toBeVisible();
  }

  async share(): Promise<Locator> {
    const { page, t } = this.#person;
    await page
      .getByRole('banner')
      .getByRole('button', { name: t('board.share'), exact: true })
      .click();
    const dialog = page.getByRole('dialog', { name: t('share.title') });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Reads the join code from the share dialog and closes that again. */
  async joinCode(): Promise<string> {
    const { page } = this.#person;
    const dialog = await this.share();
    const code = (await dialog.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()) ?? '';
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    return code;
  }

  /** Opens the workshop, so that people come straight in. */
  async openWorkshop(): Promise<void> {
    const { page, t } = this.#person;
    await page
      .getByRole('button', { name: t('board.open'), exact: true })
      .first()
      .click();
    await this.expectState('open');
  }

  async expectState(state: WorkshopState): Promise<void> {
    const { page, t } = this.#person;
    await expect(page.getByRole('banner').getByText(t(`state.${state}`), { exact: true })).toBeVisible();
  }

  async menu(item: string): Promise<void> {
    const { page, t } = this.#person;
    await page
      .getByRole('banner')
      .getByRole('button', { name: t('board.menu'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** Asks to close the workshop and confirms. */
  async close(): Promise<void> {
    const { page, t } = this.#person;
    await this.menu(t('board.close'));
    const ask = page.getByRole('dialog', { name: t('board.closeTitle') });
    await ask.getByRole('button', { name: t('board.close'), exact: true }).click();
    await expect(this.countdown).toBeVisible();
  }

  /** Seconds until the workshop closes, in words. */
  get countdown(): Locator {
    return this.#person.page.getByRole('banner').getByRole('timer');
  }

  /** The facilitator does not wait for the countdown. */
  async closeAtOnce(): Promise<void> {
    const { page, t } = this.#person;
    await this.close();
    await page.getByRole('button', { name: t('closing.atOnce'), exact: true }).click();
    await this.expectState('closed');
  }

  /** A sticky at a place of the canvas with these words, made by key and mouse. */
  async addSticky(words: string, position = { x: 480, y: 420 }): Promise<void> {
    const { page } = this.#person;
    await this.canvas.focus();
    // On a selected element letters are words.
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await this.canvas.click({ position });
    await expect(page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
  }

  /** The list view beside the board: what is on it, in words. */
  async outline(): Promise<Locator> {
    const { page, t } = this.#person;
    const outline = page.getByTestId('outline');
    if (await outline.isHidden())
      await page
        .getByRole('banner')
        .getByRole('button', { name: t('board.outline') })
        .click();
    await expect(outline).toBeVisible();
    return outline;
  }

  async people(): Promise<Locator> {
    const { page, t } = this.#person;
    const panel = page.getByRole('complementary', { name: t('people.title') });
    if (await panel.isHidden())
      await page
        .getByRole('banner')
        .getByRole('button', { name: new RegExp(`^${t('board.people')}`) })
        .click();
    await expect(panel).toBeVisible();
    return panel;
  }

  /** A facilitator does something with a person. */
  async act(name: string, action: string): Promise<void> {
    const { page, t } = this.#person;
    const panel = await this.people();
    await panel.getByRole('button', { name: t('common.moreActions', { name }), exact: true }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  }
}
