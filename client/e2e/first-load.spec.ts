import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BoardPage } from './pages/board.ts';
import { expect, test } from './support/test.ts';
import { openWorkshop } from './support/workshop.ts';

/**
 * Kilobytes of JavaScript, with gzip, between a guest's link and the board. A guest on a phone waits for all of it:
 * whoever needs more first looks what can come later, see `ui/late-part.tsx` and `ui/late-code.ts`.
 */
const MOST_KB = 250;

const DIST = join(import.meta.dirname, '../dist');

interface Built {
  file: string;
  imports?: string[];
}

/** What a browser must have to run these modules, as the build's manifest tells. */
async function filesOf(modules: string[]): Promise<Set<string>> {
  const manifest: Record<string, Built> = JSON.parse(await readFile(join(DIST, '.vite/manifest.json'), 'utf8'));
  const files = new Set<string>();
  const follow = (name: string): void => {
    const built = manifest[name];
    if (!built) throw new Error(`${name} was not built as a file of its own`);
    if (files.has(built.file)) return;
    files.add(built.file);
    for (const other of built.imports ?? []) follow(other);
  };
  for (const name of modules) follow(name);
  return files;
}

async function kilobytes(files: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(join(DIST, file)), { level: 9 }).length;
  return bytes / 1000;
}

const BOARD = ['src/pages/board/board-page.tsx', 'src/pages/board/live-board.tsx'];

test('a guest loads no more than this before the board', async () => {
  for (const language of ['fi', 'sv', 'en']) {
    const files = await filesOf(['index.html', `virtual:words/${language}`, 'src/pages/join/join-page.tsx', ...BOARD]);
    expect(await kilobytes(files), [...files].join(', ')).toBeLessThan(MOST_KB);
  }
});

test('no other page loads the board', async () => {
  const begun = await filesOf(['index.html', 'src/pages/join/join-page.tsx']);
  const ofBoard = [...(await filesOf(BOARD))].filter((file) => !begun.has(file));
  expect(ofBoard.length).toBeGreaterThan(1);
  for (const page of ['home/home-page', 'setup/setup-page', 'sign-in/sign-in-page', 'invitation/invitation-page']) {
    const shared = [...(await filesOf([`src/pages/${page}.tsx`]))].filter((file) => ofBoard.includes(file));
    expect(shared, `what ${page} shares with the board: name it in BEGINNING of vite.config.ts`).toEqual([]);
  }
});

test('what is pressed before its code is here opens when it comes', async ({ person }) => {
  const { aino } = await openWorkshop(person, 'Hidas linja');
  const { page, t } = aino;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/(board-menu|context-menu|reaction-popover)-/, async (route) => {
    await released;
    await route.continue();
  });
  await page.reload();
  const button = page.getByRole('button', { name: t('board.menu'), exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('menu')).toBeHidden();
  release();
  await expect(page.getByRole('menu', { name: t('board.menu') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'false');

  // What a key opens gives the focus back too, the first time as well.
  const { canvas } = new BoardPage(aino);
  await canvas.focus();
  await page.keyboard.press('ContextMenu');
  await expect(page.getByTestId('context-menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('context-menu')).toBeHidden();
  await expect(canvas).toBeFocused();

  const reactions = page.getByRole('button', { name: t('reaction.title') });
  await reactions.press('Enter');
  await expect(page.getByRole('dialog', { name: t('reaction.title') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reactions).toBeFocused();
  await expect(page.getByRole('tooltip')).toHaveText(t('reaction.title'));
});
