import { expect, test } from './support/test.ts';
import { comeIn, command, openWorkshop } from './support/workshop.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };

/** A step of a plan, as the planning page writes it. */
function step(id: string, type: string, title: string, minutes: number) {
  return {
    ...{
      id,
      type,
      phase: 'divergence',
      title: { ...NO_WORDS, fi: title },
      prompt: { ...NO_WORDS, fi: `Ohje: ${title}` },
    },
    ...{
      cue: `Muista: ${title}`,
      minutes,
      optional: false,
      skipped: false,
      autoAdvance: false,
      frames: [],
      settings: {},
    },
  };
}

test('a facilitator runs a step from the console and the participant sees the same', async ({ person }) => {
  const { aino, code } = await openWorkshop(person, 'Ohjattu päivä');
  const steps = [step('avaus', 'open-writing', 'Avaus', 5), step('kierros', 'round-robin', 'Kierros', 10)];
  await command(aino.page, { type: 'addSteps', steps, before: null });
  const { guest } = await comeIn(person, code, 'Liisa', { language: 'sv' });
  const lead = aino.page.getByTestId('step-bar');
  const bar = guest.page.getByTestId('step-bar');
  const clocks = [lead, bar].map((one) => one.getByTestId('step-clock'));

  // One click begins, and the time runs for both.
  await lead.getByRole('button', { name: aino.t('console.begin', { title: 'Avaus' }) }).click();
  for (const clock of clocks) await expect(clock).toHaveText(/^(5:00|4:\d\d)$/);
  await expect(bar).toContainText('Ohje: Avaus');
  await lead.getByRole('button', { name: aino.t('console.addTime', { count: 1 }) }).click();
  for (const clock of clocks) await expect(clock).toHaveText(/^5:\d\d$/);

  // Work rests and goes on.
  await lead.getByRole('button', { name: aino.t('console.pause') }).click();
  await expect(guest.page.getByText(guest.t('run.pausedTitle'))).toBeVisible();
  await lead.getByRole('button', { name: aino.t('console.goOn') }).click();
  await expect(guest.page.getByText(guest.t('run.pausedTitle'))).toBeHidden();

  // A hand goes up, and the facilitator takes it down.
  await lead.getByRole('button', { name: aino.t('console.title') }).click();
  const panel = aino.page.getByRole('complementary', { name: aino.t('console.title') });
  await expect(panel).toContainText('Muista: Avaus');
  await bar.getByRole('button', { name: guest.t('run.hand') }).click();
  await expect(bar).toContainText(guest.t('run.handPlace', { place: 1 }));
  await panel.getByRole('button', { name: aino.t('console.lowerNamed', { name: 'Liisa' }) }).click();
  await expect(bar.getByRole('button', { name: guest.t('run.hand') })).toBeVisible();

  // The turn comes and is done; the last control is taken back.
  await lead.getByRole('button', { name: aino.t('console.next', { title: 'Kierros' }) }).click();
  const turn = guest.page.getByTestId('turn');
  await expect(turn).toContainText(guest.t('run.yourTurn'));
  await turn.getByRole('button', { name: guest.t('run.turnDone') }).click();
  await expect(guest.page.getByText(guest.t('run.turnsOver'))).toBeVisible();
  await panel.getByRole('button', { name: aino.t('console.takeBack', { what: aino.t('console.did.turn') }) }).click();
  await expect(turn).toContainText(guest.t('run.yourTurn'));
  await panel.getByRole('button', { name: aino.t('console.takeBack', { what: aino.t('console.did.goTo') }) }).click();
  for (const one of [lead, bar]) await expect(one).toContainText('Avaus');
  await expect(clocks[1] as NonNullable<(typeof clocks)[1]>).toHaveText(/^5:\d\d$|^4:\d\d$/);
});
