import { expect, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

test('1-2-4-All: what two write alone becomes their pair’s, and the note they choose comes to all', async ({
  person,
}) => {
  const { aino, code } = await openWorkshop(person, 'Neljä', { template: 'Yksin – parit – neljät – kaikki' });
  const { guest: bo, board: boBoard } = await comeIn(person, code, 'Bo');
  const { guest: ceci } = await comeIn(person, code, 'Ceci', { scheme: 'dark' });
  const list = (one: typeof bo) => one.page.getByRole('tree', { name: one.t('outline.label') });
  const bar = aino.page.getByTestId('step-bar');
  await bar.getByRole('button', { name: aino.t('console.begin', { title: 'Ohjeistus' }) }).click();
  await bar.getByRole('button', { name: /Yksin–pareittain/ }).click();
  for (const one of [bo, ceci]) await expect(one.page.getByTestId('step-bar')).toContainText('1/4');
  await boBoard.addSticky('Bon ajatus', { x: 330, y: 400 });
  for (const one of [aino, bo, ceci]) await one.page.keyboard.press('Control+Shift+L');
  await bar.getByRole('button', { name: aino.t('console.nextStage', { name: 'Pareittain' }) }).click();
  for (const one of [bo, ceci]) await expect(one.page.getByTestId('step-bar')).toContainText('2/4');
  await expect(list(ceci).getByRole('treeitem', { name: /^Bon ajatus/ })).toHaveCount(1);
  await bar.getByRole('button', { name: aino.t('console.nextStage', { name: 'Neljän ryhmissä' }) }).click();
  await expect(ceci.page.getByTestId('step-bar')).toContainText('3/4');
  const choice = ceci.page.getByRole('radio', { name: 'Bon ajatus' });
  await choice.click();
  await expect(choice).toBeChecked();
  await expect(bo.page.getByRole('radio', { name: 'Bon ajatus' })).toBeChecked();
  await expect(list(aino).getByRole('treeitem', { name: /^Bon ajatus/ })).toHaveCount(0);
  await bar.getByRole('button', { name: aino.t('console.nextStage', { name: 'Kaikki yhdessä' }) }).click();
  for (const one of [aino, bo, ceci])
    await expect(list(one).getByRole('treeitem', { name: /^Bon ajatus/ })).toHaveCount(1);
});
