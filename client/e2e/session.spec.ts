import type { Locator } from '@playwright/test';
import { BoardPage } from './pages/board.ts';
import { JoinPage } from './pages/join.ts';
import { expect, type Person, test } from './support/test.ts';
import { takeTurn } from './support/turns.ts';
import { comeIn, openWorkshop } from './support/workshop.ts';

/** The bar from which a facilitator leads, and what it does. */
class Lead {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  get bar(): Locator {
    return this.#person.page.getByTestId('step-bar');
  }

  async next(title: string): Promise<void> {
    await this.bar.getByRole('button', { name: this.#person.t('console.next', { title }) }).click();
    await expect(this.bar).toContainText(title);
  }

  async panel(): Promise<Locator> {
    const { page, t } = this.#person;
    const panel = page.getByRole('complementary', { name: t('console.title') });
    if (!(await panel.isVisible())) await this.bar.getByRole('button', { name: t('console.title') }).click();
    return panel;
  }
}

async function expectNote(person: Person, words: string, count: number): Promise<void> {
  // The list says what is on the board, whatever the canvas shows of it.
  await expect.poll(() => notesWith(person, words)).toBe(count);
}

/** How often these words stand in the list of the board. */
async function notesWith({ page, t }: Person, words: string): Promise<number> {
  const list = page.getByRole('tree', { name: t('outline.label') });
  return list.getByRole('treeitem', { name: new RegExp(`^${words}`) }).count();
}

/** A screen for the room, opened by a link that the facilitator makes. */
async function roomScreen(aino: Person, wall: Person): Promise<{ wall: Person; screen: Locator }> {
  const share = await new BoardPage(aino).share();
  await share.getByRole('button', { name: aino.t('display.make') }).click();
  const link = await share.getByRole('textbox', { name: aino.t('display.link') }).inputValue();
  await aino.page.keyboard.press('Escape');
  await wall.page.setViewportSize({ width: 1920, height: 1080 });
  await wall.page.goto(`${link}&lang=fi`);
  return { wall, screen: wall.page.getByTestId('display') };
}

test('a retrospective is led from check-in to check-out; browsers die and come back on the way', async ({ person }) => {
  test.setTimeout(180_000);
  const { aino, code } = await openWorkshop(person, 'Katselmus', { template: 'Aloita – lopeta – jatka' });
  const { guest: bo, board: boBoard } = await comeIn(person, code, 'Bo');
  const { guest: ceci, board: ceciBoard } = await comeIn(person, code, 'Ceci', { scheme: 'dark' });
  const ville = await person({ phone: true, language: 'fi', name: 'Ville' });
  await new JoinPage(ville).join(code, 'Ville');
  const phone = ville.page.getByTestId('phone');
  const { wall, screen } = await roomScreen(aino, await person({ name: 'wall' }));
  const lead = new Lead(aino);

  // Check-in: everybody in turn, on whatever they came with.
  await lead.bar.getByRole('button', { name: aino.t('console.begin', { title: 'Aloituskierros' }) }).click();
  for (const one of [bo, ceci]) await expect(one.page.getByTestId('step-bar')).toContainText('Aloituskierros');
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Aloituskierros');
  for (let turn = 0; turn < 3; turn++) await takeTurn([bo, ceci, ville]);

  await lead.next('Ohjeistus');
  await lead.next('Hiljainen kirjoittaminen');
  // Private writing: nobody reads the others' notes.
  await boBoard.addSticky('Bon salaisuus', { x: 330, y: 400 });
  await ceciBoard.addSticky('Cecin salaisuus', { x: 330, y: 400 });
  await phone.getByRole('textbox', { name: ville.t('phone.note') }).fill('Villen salaisuus');
  await phone.getByRole('button', { name: ville.t('phone.add') }).tap();
  for (const one of [bo, ceci]) await new BoardPage(one).ready();
  // A phone, too, may be put away and taken up again.
  await expect(phone).toContainText(ville.t('save.saved'));
  await ville.page.reload();
  await expect(phone.getByRole('listitem')).toContainText('Villen salaisuus');
  await bo.page.reload();
  await boBoard.ready();
  for (const one of [bo, ceci, aino]) await one.page.keyboard.press('Control+Shift+L');
  await expectNote(bo, 'Bon salaisuus', 1);
  await expectNote(bo, 'Cecin salaisuus', 0);
  await expectNote(aino, 'Bon salaisuus', 0);
  await expectNote(ceci, 'Bon salaisuus', 0);
  for (const one of [aino, bo, ceci, wall]) expect(await one.page.content()).not.toContain('Villen salaisuus');
  expect(await wall.page.content()).not.toContain('salaisuus');

  // The facilitator's browser dies; nobody else notices, and whoever comes back leads on.
  const context = aino.page.context();
  await aino.page.close();
  aino.page = await context.newPage();
  await aino.page.goto(bo.page.url());
  await expect(lead.bar).toContainText('Hiljainen kirjoittaminen');

  await lead.next('Lappujen paljastus ja lukeminen');
  const panel = await lead.panel();
  await panel.getByRole('button', { name: aino.t('console.reveal') }).click();
  const dialog = aino.page.getByRole('dialog');
  await dialog.getByRole('button', { name: aino.t('console.reveal') }).click();
  for (const one of [bo, ceci]) {
    await expectNote(one, 'Bon salaisuus', 1);
    await expectNote(one, 'Cecin salaisuus', 1);
    await expectNote(one, 'Villen salaisuus', 1);
  }
  await expect(screen).toHaveAttribute('data-scene', 'board');

  await lead.next('Ryhmittely');
  await lead.next('Äänestys');
  // The vote opens by itself beside the board; one reloads in the middle of it.
  const votes = bo.page.getByRole('complementary', { name: bo.t('round.title') });
  await votes.getByRole('button', { name: bo.t('round.more', { words: 'Cecin salaisuus' }) }).click();
  await expect(votes).toContainText(bo.t('round.saved'));
  await bo.page.reload();
  await expect(votes).toContainText(bo.t('round.left', { count: 2 }));
  const ceciVotes = ceci.page.getByRole('complementary', { name: ceci.t('round.title') });
  await ceciVotes.getByRole('button', { name: ceci.t('round.more', { words: 'Cecin salaisuus' }) }).click();
  await expect(ceciVotes).toContainText(ceci.t('round.saved'));
  await phone.getByRole('button', { name: ville.t('round.more', { words: 'Bon salaisuus' }) }).tap();
  await expect(phone).toContainText(ville.t('round.saved'));
  await expect(screen).toContainText(wall.t('display.voting'));
  await lead.next('Sovitaan jatkotoimet');
  for (const shown of [votes, ceciVotes, phone, screen])
    await expect(shown).toContainText(bo.t('round.dots', { count: 2 }));

  // What was voted stays in the list in words, and on the notes.
  await bo.page.keyboard.press('Escape');
  const judged = bo.page.getByRole('treeitem', { name: /^Cecin salaisuus/ });
  await expect(judged).toHaveAccessibleName(new RegExp(bo.t('round.dots', { count: 2 })));
  await bo.page.keyboard.press('Control+Shift+L');
  const marks = bo.page.getByTestId('vote-marks').getByRole('button');
  await expect(marks.filter({ hasText: '2' })).toHaveAccessibleName(new RegExp(bo.t('round.dots', { count: 2 })));

  // Everybody writes actions, in view of all.
  await phone.getByRole('textbox', { name: ville.t('phone.note') }).fill('Palaveriton maanantai, Ville, 1.3.');
  await phone.getByRole('button', { name: ville.t('phone.add') }).tap();
  for (const one of [aino, ceci]) await expectNote(one, 'Palaveriton maanantai', 1);
  await lead.next('Lopetuskierros');
  await (await lead.panel()).getByRole('button', { name: aino.t('console.end') }).click();
  for (const one of [bo, ceci]) await expect(one.page.getByTestId('step-bar')).toBeHidden();
});
