import type { Locator, Page } from '@playwright/test';
import { expect, type Person } from './test.ts';

/** Whoever's turn it is says so, and the next one's begins. */
export async function takeTurn(
  people: readonly Person[],
  press: (page: Page, control: Locator) => Promise<void> = (_page, control) => control.click(),
): Promise<void> {
  const done = (one: Person): Locator => one.page.getByRole('button', { name: one.t('run.turnDone') });
  const speaker = await Promise.race(
    people.map(async (one) => {
      await done(one).waitFor();
      return one;
    }),
  );
  await press(speaker.page, done(speaker));
  await expect(done(speaker)).toBeHidden();
}
