import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { TypeMessageKey } from '@talkoot/i18n';
import { expect, type Person } from '../support/test.ts';
import { BoardPage } from './board.ts';

/** The dialog in which a board is taken away as a file. */
export class ExportDialog {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  get root(): Locator {
    const { page, t } = this.#person;
    return page.getByRole('dialog', { name: t('export.title') });
  }

  async open(): Promise<void> {
    await new BoardPage(this.#person).menu(this.#person.t('export.menu'));
    await expect(this.root).toBeVisible();
  }

  /** Chooses a format and lets the file be made; `choices` are values by the option's name. */
  async start(format: TypeMessageKey, choices: Readonly<Record<string, string>> = {}): Promise<void> {
    const { t } = this.#person;
    await this.root.getByText(t(format), { exact: true }).click();
    for (const [option, value] of Object.entries(choices)) {
      await this.root.getByLabel(t(option as TypeMessageKey), { exact: true }).selectOption(value);
    }
    await this.root.getByRole('button', { name: t('export.download') }).click();
  }

  /** The file that is handed over, with the name under which browsers save it. */
  async download(
    format: TypeMessageKey,
    choices: Readonly<Record<string, string>> = {},
  ): Promise<{ name: string; bytes: Buffer }> {
    const handed = this.#person.page.waitForEvent('download');
    await this.start(format, choices);
    const file = await handed;
    await expect(this.root).toBeHidden();
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }
}
