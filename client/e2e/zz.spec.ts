import { BoardPage } from './pages/board.ts';
import { expect, test } from './support/test.ts';
import { command, comeIn, openWorkshop } from './support/workshop.ts';

test('zz session', async ({ person }) => {
  test.setTimeout(120_000);
  const { aino, code, id } = await openWorkshop(person, 'Katselmus', { template: 'Aloita – lopeta – jatka' });
  const { guest: bo, board } = await comeIn(person, code, 'Bo');
  const { guest: eero } = await comeIn(person, code, 'Eero', { language: 'fi', scheme: 'dark' });
  const agenda = await aino.page.evaluate(async (w) => (await fetch(`/api/v1/workshops/${w}/agenda`)).json(), id);
  const step = (type: string) => agenda.steps.find((one: { type: string }) => one.type === type).id;
  await command(aino.page, { type: 'goTo', stepId: step('private-writing') });
  await bo.page.waitForTimeout(1500);
  for (const [who, words] of [[bo, 'Bon ajatus'], [eero, 'Eeron ajatus']] as const) {
    const b = new BoardPage(who);
    const box = await b.canvas.boundingBox();
    await b.canvas.focus();
    await who.page.keyboard.press('n');
    await who.page.mouse.click((box?.x ?? 0) + 480, (box?.y ?? 0) + 380);
    await who.page.waitForTimeout(300);
    await who.page.keyboard.type(words);
    await who.page.keyboard.press('Escape');
    await who.page.waitForTimeout(800);
  }
  await bo.page.screenshot({ path: '/tmp/zz-bo1.png' });
  await eero.page.screenshot({ path: '/tmp/zz-eero1.png' });
  await aino.page.screenshot({ path: '/tmp/zz-aino1.png' });
  await command(aino.page, { type: 'goTo', stepId: step('reveal') });
  await command(aino.page, { type: 'reveal', frames: null, authors: null });
  await bo.page.waitForTimeout(5000);
  await bo.page.screenshot({ path: '/tmp/zz-bo2.png' });
  await command(aino.page, { type: 'goTo', stepId: step('voting') });
  await bo.page.waitForTimeout(2500);
  await bo.page.screenshot({ path: '/tmp/zz-bo3.png' });
  await eero.page.screenshot({ path: '/tmp/zz-eero3.png' });
  await bo.page.getByTestId('vote-marks').locator('button').first().click();
  await bo.page.waitForTimeout(1000);
  await aino.page.getByRole('button', { name: aino.t('board.menu'), exact: true }).click();
  await aino.page.getByRole('menuitem', { name: aino.t('round.title') }).click();
  await aino.page.waitForTimeout(1000);
  await aino.page.screenshot({ path: '/tmp/zz-aino3.png' });
  await command(aino.page, { type: 'goTo', stepId: step('commitment') });
  await bo.page.waitForTimeout(1500);
  await bo.page.screenshot({ path: '/tmp/zz-bo4.png' });
});
