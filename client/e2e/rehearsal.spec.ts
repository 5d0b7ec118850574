import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { command, openWorkshop } from './support/workshop.ts';

const NO_WORDS = { fi: '', sv: '', en: '' };
const STEP = { ...{ phase: 'divergence', prompt: NO_WORDS, cue: '', frames: [], optional: false }, skipped: false };

test('a plan is rehearsed with simulated people, and the report tells which step is too short', async ({ person }) => {
  const { aino, id } = await openWorkshop(person, 'Harjoiteltava');
  const { page, t } = aino;
  const steps = [
    { ...STEP, id: 'kirjoita', type: 'open-writing', minutes: 1, title: { ...NO_WORDS, fi: 'Havainnot' } },
    { ...STEP, id: 'kierros', type: 'round-robin', minutes: 1, title: { ...NO_WORDS, fi: 'Kierros' } },
  ].map((step) => ({ ...step, autoAdvance: false, settings: {} }));
  await command(page, { type: 'addSteps', steps, before: null });
  await page.goto(`/w/${id}/plan`);
  await page.getByRole('button', { name: t('rehearsal.rehearse') }).click();
  const dialog = page.getByRole('dialog', { name: t('rehearsal.rehearse') });
  await dialog.getByRole('textbox', { name: t('rehearsal.people') }).fill('3');
  await dialog.getByRole('textbox', { name: t('rehearsal.speed'), exact: true }).fill('20');
  await expectAccessible(page, 'the choices of a rehearsal');
  await dialog.getByRole('button', { name: t('rehearsal.begin') }).click();

  // The copy says what it is, and its clock runs as the workshop's would, only faster.
  const bar = page.getByTestId('rehearsal-bar');
  await expect(bar).toContainText(t('rehearsal.mark'));
  await expect(page).toHaveTitle(new RegExp(t('rehearsal.copyTitle', { title: 'Harjoiteltava' })));
  const lead = page.getByTestId('step-bar');
  await expect(lead).toContainText('Havainnot');
  await expect(lead.getByTestId('step-clock')).toHaveText(/^(1:00|0:\d\d)$/);
  await expect(bar).toContainText(t('rehearsal.present', { count: 3 }));
  await expectAccessible(page, 'the board of a rehearsal');
  await expect(lead).toContainText('Kierros');
  await expect(bar).toContainText(t('rehearsal.over'));
  await bar.getByRole('button', { name: t('rehearsal.toPlan') }).click();

  await expect(page).toHaveURL(`/w/${id}/plan#rehearsal`);
  const report = page.getByTestId('rehearsal-report');
  await expect(report.getByTestId('rehearsed-step')).toHaveCount(2);
  await expect(report).toContainText(t('rehearsal.turnsLonger', { title: 'Kierros', minutes: 3 }));
  await expectAccessible(page, 'the report of a rehearsal');
});
