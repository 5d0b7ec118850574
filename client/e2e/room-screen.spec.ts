import type { Agenda } from '@talkoot/protocol';
import { JoinPage } from './pages/join.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Person, test } from './support/test.ts';
import { command, openWorkshop } from './support/workshop.ts';

const SECRET = 'maanantait ilman palavereja';

/** What a page holds: its words, and the names of its parts that are said and not seen. */
function contentOf({ page }: Person): Promise<string> {
  return page.content();
}

test('a phone writes and votes, a room screen shows it and never a private word before', async ({ person }) => {
  const { aino, board, code, id } = await openWorkshop(person, 'Huonenäyttö', { template: 'Aloita – lopeta – jatka' });
  const agenda: Agenda = await aino.page.evaluate(
    async (workshop) => (await fetch(`/api/v1/workshops/${workshop}/agenda`)).json(),
    id,
  );
  const goTo = (type: string | null): Promise<void> =>
    command(aino.page, { type: 'goTo', stepId: agenda.steps.find((step) => step.type === type)?.id ?? null });

  // The link is made where people are invited, and opened in another browser.
  const share = await board.share();
  await share.getByRole('button', { name: aino.t('display.make') }).click();
  const link = await share.getByRole('textbox', { name: aino.t('display.link') }).inputValue();
  const wall = await person({ name: 'wall' });
  await wall.page.setViewportSize({ width: 1920, height: 1080 });
  await wall.page.goto(`${link}&lang=fi,sv`);
  const screen = wall.page.getByTestId('display');
  await expect(screen).toContainText(code);
  await expectAccessible(wall.page, 'the way in');
  await expect(share.getByText(aino.t('display.on'))).toBeVisible();
  await aino.page.keyboard.press('Escape');

  const ville = await person({ phone: true, language: 'fi', name: 'Ville' });
  await new JoinPage(ville).join(code, 'Ville');
  const phone = ville.page.getByTestId('phone');
  await expect(phone).toContainText(ville.t('phone.quietTitle'));
  await expectAccessible(ville.page, 'nothing to do');

  await goTo('private-writing');
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Hiljainen kirjoittaminen');
  await expect(screen).toContainText('Tyst skrivande');
  await expect(screen.getByRole('timer')).toHaveText(/^[78]:\d\d$/);
  await phone.getByRole('textbox', { name: ville.t('phone.note') }).fill(`${SECRET} 1`);
  await phone.getByRole('button', { name: ville.t('phone.add') }).tap();
  await expect(phone.getByRole('listitem')).toContainText(SECRET);
  // Without a line what is written waits, is said to wait, and goes when the line is back.
  ville.guard.expectLostLine();
  await ville.page.context().setOffline(true);
  await expect(phone).toContainText(ville.t('save.offlineNone'));
  await phone.getByRole('textbox', { name: ville.t('phone.note') }).fill(`${SECRET} 2`);
  await phone.getByRole('button', { name: ville.t('phone.add') }).tap();
  await expect(phone).toContainText(/Yhteys|odottaa/i);
  await ville.page.context().setOffline(false);
  await expect(phone).toContainText(ville.t('save.saved'), { timeout: 20_000 });
  await expectAccessible(ville.page, 'writing');
  await phone.getByRole('button', { name: ville.t('phone.deleteNote', { words: `${SECRET} 1` }) }).tap();
  await expect(phone.getByRole('listitem')).toHaveCount(1);
  await expect(phone).toContainText(ville.t('save.saved'));
  expect(await contentOf(wall)).not.toContain(SECRET);
  wall.guard.expectLostLine();
  await wall.page.context().setOffline(true);
  await expect(screen).toContainText(wall.t('display.lost'));
  await wall.page.context().setOffline(false);
  await expect(screen).not.toContainText(wall.t('display.lost'), { timeout: 20_000 });
  expect(await contentOf(aino)).not.toContain(SECRET);

  await command(aino.page, { type: 'reveal', frames: null, authors: null });
  await goTo('reveal');
  await expect(phone.getByRole('listitem').filter({ hasText: `${SECRET} 2` })).toBeVisible();
  await expect(screen).toHaveAttribute('data-scene', 'board');

  await goTo('voting');
  const more = phone.getByRole('button', { name: ville.t('round.more', { words: `${SECRET} 2` }) });
  await more.tap();
  await more.tap();
  await expect(phone).toContainText(ville.t('round.saved'));
  await expect(screen).toContainText(wall.t('display.voting'));
  await expectAccessible(ville.page, 'voting');
  // The console or the panel of votes: whichever the facilitator has open.
  await board.menu(aino.t('round.title'));
  await aino.page.getByRole('button', { name: aino.t('round.close') }).click();
  await aino.page.getByRole('button', { name: aino.t('round.closeYes'), exact: true }).click();
  const results = wall.page.getByTestId('display-results');
  await expect(results).toContainText(`${SECRET} 2`);
  await expect(results).toContainText(wall.t('round.dots', { count: 2 }));
  await expect(phone).toContainText(ville.t('round.dots', { count: 2 }));
  await expectAccessible(wall.page, 'results');
  // Nothing sticks out, and the letters are read from the back of the room.
  const sizes = await screen.evaluate((page) => ({
    over: page.scrollHeight - page.clientHeight,
    title: Number.parseFloat(getComputedStyle(page.querySelector('h1') as Element).fontSize),
    clock: Number.parseFloat(getComputedStyle(page.querySelector('[role=timer]') as Element).fontSize),
  }));
  expect(sizes).toMatchObject({ over: 0 });
  expect(sizes.title).toBeGreaterThanOrEqual(64);
  expect(sizes.clock).toBeGreaterThanOrEqual(120);

  // To the board and back; a renewed code ends the screen.
  await phone.getByRole('link', { name: ville.t('phone.board'), exact: true }).tap();
  await ville.page.getByRole('button', { name: ville.t('run.caughtUp') }).tap();
  await ville.page.getByRole('link', { name: ville.t('phone.page') }).tap();
  await expect(phone).toContainText(ville.t('round.dots', { count: 2 }));
  await command(aino.page, { type: 'renewCode' });
  await expect(wall.page.getByText(wall.t('display.endedTitle'))).toBeVisible();
});
