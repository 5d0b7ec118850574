import { expectAccessible } from './support/axe.ts';
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
  await expect(lead.getByRole('button', { name: aino.t('console.waiting', { count: 1 }) })).toBeVisible();
  await expectAccessible(aino.page, 'the console');
  await expectAccessible(guest.page, 'the bar of a participant');
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

test('facilitators lead where everybody looks, and write to one person alone', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Katseet');
  await command(aino.page, { type: 'addSteps', steps: [step('avaus', 'open-writing', 'Avaus', 5)], before: null });
  await board.addSticky('Tärkein huomio', { x: 900, y: 420 });
  const { guest, board: guestBoard } = await comeIn(person, code, 'Liisa', { language: 'en' });
  await aino.page
    .getByTestId('step-bar')
    .getByRole('button', { name: aino.t('console.title') })
    .click();
  const panel = aino.page.getByRole('complementary', { name: aino.t('console.title') });

  // What is pointed at stands in a ring, and is said in words where there is no board.
  await board.canvas.click({ position: { x: 900, y: 420 } });
  await panel.getByRole('button', { name: aino.t('console.spotlight') }).click();
  const ring = guest.page.getByTestId('spotlight');
  await expect(ring).toBeInViewport();
  await expect(guest.page.getByText(guest.t('run.spotlit', { words: 'Tärkein huomio' }))).toBeVisible();

  // Whoever looks elsewhere is brought back once.
  await guestBoard.canvas.hover({ position: { x: 600, y: 300 } });
  await guest.page.mouse.wheel(4_000, 4_000);
  await expect(ring).not.toBeInViewport();
  await panel.getByRole('button', { name: aino.t('console.bringSelected') }).click();
  await expect(ring).toBeInViewport();
  await panel.getByRole('button', { name: aino.t('console.endSpotlight') }).click();
  await expect(ring).toBeHidden();

  // The view goes along with the facilitator's until it is given back.
  await panel.getByRole('button', { name: aino.t('console.lead') }).click();
  const along = guest.page.getByText(guest.t('follow.now', { name: 'Aino Virtanen' }));
  await expect(along).toBeVisible();
  await panel.getByRole('button', { name: aino.t('console.endLead') }).click();
  await expect(along).toBeHidden();

  // Names are hidden, and all is locked, for as long as the facilitator wants.
  const line = (await guestBoard.outline()).getByRole('treeitem', { name: /^Tärkein huomio/ });
  await expect(line).toHaveAccessibleName(/Aino/);
  const names = panel.getByRole('switch', { name: aino.t('console.hideNames') });
  await names.press('Space');
  await expect(line).not.toHaveAccessibleName(/Aino/);
  await names.press('Space');
  await expect(line).toHaveAccessibleName(/Aino/);
  await panel.getByRole('button', { name: aino.t('console.lockAll') }).click();
  await expect(line).toHaveAccessibleName(new RegExp(guest.t('outline.locked')));
  await panel.getByRole('button', { name: aino.t('console.unlockAll') }).click();
  await expect(line).not.toHaveAccessibleName(new RegExp(guest.t('outline.locked')));
  await guest.page.keyboard.press('Escape');

  await board.people();
  await board.act('Liisa', aino.t('console.tell'));
  const words = aino.page.getByRole('textbox', { name: aino.t('console.tellWords') });
  await words.fill('Sinun ideasi oli hyvä.');
  await aino.page.getByRole('button', { name: aino.t('console.send') }).click();
  const told = guest.page.getByTestId('told');
  await expect(told).toContainText('Sinun ideasi oli hyvä.');
  await told.getByRole('button', { name: guest.t('run.dismissTold') }).click();
  await expect(told).toBeHidden();

  // Who comes in the middle learns where everybody is.
  await command(aino.page, { type: 'addSteps', steps: [step('kierros', 'discussion', 'Juttelu', 10)], before: null });
  await command(aino.page, { type: 'goTo', stepId: 'kierros' });
  const { guest: late } = await comeIn(person, code, 'Myöhä', { phone: true });
  const dialog = late.page.getByRole('dialog', { name: late.t('run.catchUp') });
  await expect(dialog).toContainText('Avaus');
  await expect(dialog).toContainText('Ohje: Juttelu');
  await dialog.getByRole('button', { name: late.t('run.caughtUp') }).click();
  await expect(dialog).toBeHidden();
});
