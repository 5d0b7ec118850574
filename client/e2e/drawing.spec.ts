import { BoardPage } from './pages/board.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

interface Spot {
  x: number;
  y: number;
}

/** Draws through places of the canvas with the mouse. */
async function stroke(person: Person, spots: readonly Spot[]): Promise<void> {
  const box = await new BoardPage(person).canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  const { mouse } = person.page;
  for (const [at, { x, y }] of spots.entries()) {
    await mouse.move(box.x + x, box.y + y, { steps: at === 0 ? 1 : 6 });
    if (at === 0) await mouse.down();
  }
  await mouse.up();
}

const HILL = [
  { x: 300, y: 400 },
  { x: 400, y: 300 },
  { x: 500, y: 400 },
];
const VALLEY = HILL.map(({ x, y }) => ({ x: x + 300, y: 750 - y }));

test('one draws, another sees it; undo and the eraser take it away', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Piirtäen');
  const { guest, board: guestBoard } = await comeIn(person, code, 'Bertil', { language: 'sv' });
  const seen = await guestBoard.outline();
  const drawings = seen.getByRole('treeitem', { name: new RegExp(`^${guest.t('kind.drawing.name')}`) });
  const { page, t } = aino;

  await page
    .getByTestId('toolbar')
    .getByRole('button', { name: t('kind.drawing.pen.pen') })
    .click();
  const pens = page.getByTestId('pen-bar');
  await pens.getByRole('button', { name: t('kind.drawing.colour.red'), exact: true }).click();
  await stroke(aino, HILL);
  await expect(drawings).toHaveCount(1);
  await pens.getByRole('button', { name: t('kind.drawing.pen.highlighter') }).click();
  await stroke(aino, VALLEY);
  await expect(drawings).toHaveCount(2);
  await expectAccessible(page, 'pens');

  await page.keyboard.press('Control+z');
  await expect(drawings).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(drawings).toHaveCount(2);

  await page.keyboard.press('e');
  await stroke(aino, [
    { x: 400, y: 200 },
    { x: 400, y: 400 },
  ]);
  await expect(drawings).toHaveCount(1);

  // The colour is remembered on this device, for each pen.
  await page.reload();
  await board.ready();
  await board.canvas.focus();
  await page.keyboard.press('p');
  await expect(pens.getByRole('button', { name: t('kind.drawing.colour.red'), exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await board.canvas.focus();
  await page.keyboard.press('Escape');
  await expect(pens).toBeHidden();
});

test('by touch one finger draws and two move the view; with a stylus fingers only move it', async ({ person }) => {
  const { aino, board, code } = await openWorkshop(person, 'Sormin');
  const drawings = (await board.outline()).getByRole('treeitem', {
    name: new RegExp(`^${aino.t('kind.drawing.name')}`),
  });
  const { guest } = await comeIn(person, code, 'Ville', { phone: true, language: 'fi' });
  const { page, t } = guest;
  await page
    .getByTestId('toolbar')
    .getByRole('button', { name: t('kind.drawing.pen.pen') })
    .tap();
  const pens = page.getByTestId('pen-bar');
  await expect(pens).toBeVisible();
  await expectAccessible(page, 'pens on a phone');
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...spots: [number, number][]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(([x, y], id) => ({ x, y, id })) });
  await touch('touchStart', [100, 250]);
  await touch('touchMove', [200, 350]);
  await touch('touchMove', [300, 400]);
  await touch('touchEnd');
  await expect(drawings).toHaveCount(1);
  // The second finger takes the line back.
  await touch('touchStart', [100, 300]);
  await touch('touchMove', [150, 350]);
  await touch('touchStart', [150, 350], [300, 500]);
  await touch('touchMove', [140, 340], [310, 510]);
  await touch('touchEnd');
  await expect(page.getByTitle(t('save.saved'), { exact: true })).toBeVisible();
  await expect(drawings).toHaveCount(1);

  // Once a stylus has drawn, fingers move the view, and the hand beside it does nothing.
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
    client.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: 1,
      pointerType: 'pen',
      clickCount: 1,
    });
  await pen('mousePressed', 120, 300);
  await touch('touchStart', [300, 500]);
  await touch('touchMove', [320, 480]);
  await pen('mouseMoved', 200, 260);
  await touch('touchEnd');
  await pen('mouseReleased', 260, 320);
  await expect(drawings).toHaveCount(2);
  await touch('touchStart', [100, 250]);
  await touch('touchMove', [200, 350]);
  await touch('touchEnd');
  await pen('mousePressed', 150, 300);
  await pen('mouseReleased', 150, 300);
  await expect(drawings).toHaveCount(3);
});
