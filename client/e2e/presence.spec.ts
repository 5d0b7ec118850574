import { BoardPage } from './pages/board.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { comeIn, command, type MakePerson, OPEN_RULES, openWorkshop } from './support/workshop.ts';

/** Aino's open workshop with Bertil and Cecilia in it; everybody may write everywhere. */
async function gather(person: MakePerson, title: string) {
  const { aino, code } = await openWorkshop(person, title);
  await command(aino.page, { type: 'setRules', rules: OPEN_RULES });
  const { guest: bertil } = await comeIn(person, code, 'Bertil', { language: 'sv' });
  const { guest: cecilia } = await comeIn(person, code, 'Cecilia', { language: 'en' });
  return { aino, bertil, cecilia, code };
}

/** Chooses something in the menu of a face in the bar. */
async function atFace({ page }: Person, name: string, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

function zoomOf({ page }: Person): Promise<string | null> {
  return page.getByTestId('zoom-bar').getByText('%').textContent();
}

async function pressOnBoard(person: Person, key: string): Promise<void> {
  await new BoardPage(person).canvas.focus();
  await person.page.keyboard.press(key);
}

const SPOT = { x: 700, y: 420 };

test('one follows another over the board until moving the view oneself', async ({ person }) => {
  const { aino, bertil, cecilia } = await gather(person, 'Seuraaminen');
  const bar = aino.page.getByTestId('follow-bar');
  await atFace(aino, 'Bertil', aino.t('follow.follow'));
  await expect(bar).toContainText(aino.t('follow.now', { name: 'Bertil' }));
  await expect(bertil.page.getByTestId('followers')).toHaveText(bertil.t('follow.followers', { count: 1 }));
  await expectAccessible(aino.page, 'following');

  // Where Bertil goes and what he makes there, Aino sees at the same spot of a window of the same size.
  const board = new BoardPage(bertil);
  await board.canvas.hover({ position: SPOT });
  await bertil.page.mouse.wheel(6_000, 4_000);
  await board.addSticky('Här borta', SPOT);
  await expect(async () => {
    await new BoardPage(aino).canvas.click({ position: SPOT });
    await expect(aino.page.getByTestId('selection-bar')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await pressOnBoard(bertil, 'Escape');
  await pressOnBoard(bertil, '+');
  await expect.poll(() => zoomOf(aino)).toBe(await zoomOf(bertil));
  await expect(bar).toBeVisible();

  // Nobody follows in a circle, and a second follower is counted.
  await bertil.page.getByRole('banner').getByRole('button', { name: 'Aino Virtanen', exact: true }).click();
  await expect(bertil.page.getByRole('menuitem', { name: bertil.t('follow.followsYou') })).toBeDisabled();
  await bertil.page.keyboard.press('Escape');
  await atFace(cecilia, 'Bertil', cecilia.t('follow.follow'));
  await expect(bertil.page.getByTestId('followers')).toHaveText(bertil.t('follow.followers', { count: 2 }));

  // An own move ends it, and so does Escape; Bertil's next one moves nobody's view.
  await new BoardPage(aino).canvas.hover({ position: SPOT });
  await aino.page.mouse.wheel(0, 200);
  await expect(bar).toBeHidden();
  await cecilia.page.keyboard.press('Escape');
  await expect(cecilia.page.getByTestId('follow-bar')).toBeHidden();
  await expect(bertil.page.getByTestId('followers')).toBeHidden();
  const before = await zoomOf(aino);
  await pressOnBoard(bertil, '+');
  await atFace(cecilia, 'Bertil', cecilia.t('follow.goTo'));
  await expect.poll(() => zoomOf(cecilia)).toBe(await zoomOf(bertil));
  expect(await zoomOf(aino)).toBe(before);

  // Who is followed leaves.
  await atFace(cecilia, 'Bertil', cecilia.t('follow.follow'));
  await bertil.page.close();
  await expect(cecilia.page.getByText(cecilia.t('follow.left', { name: 'Bertil' }))).toBeVisible();
  await expect(cecilia.page.getByTestId('follow-bar')).toBeHidden();
});

test('a phone that follows shows the whole of a wide view', async ({ person }) => {
  const { code, aino } = await gather(person, 'Puhelin');
  const { guest: ville } = await comeIn(person, code, 'Ville', { phone: true });
  await new BoardPage(aino).addSticky('Vasen', { x: 150, y: 420 });
  await new BoardPage(aino).addSticky('Oikea', { x: 1_250, y: 420 });
  const panel = await new BoardPage(ville).people();
  await panel.getByRole('button', { name: ville.t('common.moreActions', { name: 'Aino Virtanen' }) }).tap();
  await ville.page.getByRole('menuitem', { name: ville.t('follow.follow') }).tap();
  await expect(panel).toBeHidden();
  await expect(ville.page.getByTestId('follow-bar')).toBeVisible();
  await expectAccessible(ville.page, 'following on a phone');
  // 1440 px on 390 px: both ends of Aino's window are there.
  const canvas = new BoardPage(ville).canvas;
  const { height = 0 } = (await canvas.boundingBox()) ?? {};
  for (const x of [150, 1_250]) {
    await canvas.tap({ position: { x: (x / 1_440) * 390, y: height / 2 } });
    await expect(ville.page.getByTestId('selection-bar')).toBeVisible();
  }
  await ville.page
    .getByTestId('follow-bar')
    .getByRole('button', { name: ville.t('follow.stop') })
    .tap();
  await expect(ville.page.getByTestId('follow-bar')).toBeHidden();
});

test('two in one sticky see each other’s carets, and nothing of them is kept', async ({ person }) => {
  const { aino, bertil, cecilia } = await gather(person, 'Kohdistimet');
  await new BoardPage(aino).addSticky('Kahvi', SPOT);
  await new BoardPage(aino).canvas.dblclick({ position: SPOT });
  const seen = await new BoardPage(cecilia).outline();
  await seen.getByRole('treeitem', { name: /Kahvi/ }).click();
  await pressOnBoard(bertil, '1');
  const box = await new BoardPage(bertil).canvas.boundingBox();
  await new BoardPage(bertil).canvas.dblclick({
    position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 - 30 },
  });
  await expect(bertil.page.getByTestId('words-editor').locator('.ql-editor')).toBeFocused();

  const caret = aino.page.locator('.talkoot-caret');
  await expect(caret).toHaveText('Bertil');
  await expect(bertil.page.locator('.talkoot-caret')).toHaveText('Aino Virtanen');
  const left = async (): Promise<number> => (await caret.boundingBox())?.x ?? 0;
  const atEnd = await left();
  await bertil.page.keyboard.press('Home');
  await expect.poll(left).toBeLessThan(atEnd - 10);
  const atStart = await left();
  await bertil.page.keyboard.type('Gott ');
  await expect.poll(left).toBeGreaterThan(atStart + 10);
  // What Aino writes before it pushes Bertil's caret on, though Bertil does nothing.
  const after = await left();
  await aino.page.keyboard.press('Home');
  await aino.page.keyboard.type('Ai ');
  await expect.poll(left).not.toBe(after);
  await bertil.page.keyboard.press('Shift+End');
  await expect(aino.page.locator('.talkoot-range')).toHaveCount(1);

  await bertil.page.keyboard.press('Escape');
  await expect(caret).toHaveCount(0);
  await expect(seen.getByRole('treeitem', { name: /^Ai Gott Kahvi/ })).toBeVisible();
});

test('a laser is seen while it shines, and cursors when they are wanted', async ({ person }) => {
  const { bertil, cecilia, code } = await gather(person, 'Laser');
  const { guest: ville } = await comeIn(person, code, 'Ville', { phone: true });
  const { canvas } = new BoardPage(cecilia);
  const corner = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  // Left of the words on the empty board.
  const clip = { x: corner.x + 20, y: corner.y + 120, width: 420, height: 420 };
  const picture = async (): Promise<string> => (await cecilia.page.screenshot({ clip })).toString('base64');
  const panel = await new BoardPage(cecilia).people();
  await bertil.page.mouse.move(1_300, 200);
  const empty = await picture();
  const pointer = { x: clip.x + 200, y: clip.y + 200 };
  await bertil.page.mouse.move(pointer.x, pointer.y);
  await expect.poll(picture).not.toBe(empty);

  const cursors = panel.getByRole('switch', { name: cecilia.t('people.showCursors') });
  await cursors.uncheck({ force: true });
  await expect.poll(picture).toBe(empty);
  await expectAccessible(cecilia.page, 'people panel');

  await pressOnBoard(bertil, 'k');
  await bertil.page.mouse.down();
  await bertil.page.mouse.move(pointer.x + 60, pointer.y + 60, { steps: 8 });
  await expect.poll(picture).not.toBe(empty);
  await bertil.page.mouse.up();
  await expect.poll(picture).toBe(empty);

  // By a finger.
  await ville.page
    .getByTestId('toolbar')
    .getByRole('button', { name: ville.t('canvas.tool.laser') })
    .tap();
  const finger = await ville.page.context().newCDPSession(ville.page);
  await pressOnBoard(cecilia, '1');
  const everything = async (): Promise<string> => (await canvas.screenshot()).toString('base64');
  const still = await everything();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 190, y: 300 }] });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 210, y: 330 }] });
  await expect.poll(everything).not.toBe(still);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(everything).toBe(still);

  await cecilia.page.reload();
  await new BoardPage(cecilia).ready();
  await expect((await new BoardPage(cecilia).people()).getByRole('switch')).not.toBeChecked();
});

test('a reaction floats on every screen for a moment and is told in words', async ({ person }) => {
  const { aino, bertil, cecilia } = await gather(person, 'Reaktiot');
  const { page, t } = bertil;
  await page
    .getByTestId('toolbar')
    .getByRole('button', { name: t('reaction.title') })
    .click();
  await expect(page.getByTestId('reaction-bar').getByRole('button')).toHaveCount(6);
  await expectAccessible(page, 'reactions');
  await page
    .getByTestId('reaction-bar')
    .getByRole('button', { name: t('reaction.is.party') })
    .click();
  for (const one of [aino, bertil, cecilia]) {
    await expect(one.page.getByTestId('reaction')).toHaveCount(1);
    await expect(one.page.getByTestId('reaction')).toHaveAttribute('data-is', 'party');
  }
  const counted = cecilia.t('reaction.counted', { name: cecilia.t('reaction.is.party'), count: 1 });
  await expect(cecilia.page.getByRole('status').getByText(counted)).toBeAttached();
  for (const one of [aino, bertil, cecilia]) await expect(one.page.getByTestId('reaction')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('reaction-bar')).toBeHidden();
  await expect(page.getByTestId('toolbar').getByRole('button', { name: t('reaction.title') })).toBeFocused();
});
