// A guest on a mobile line: from the link to the first sticky, nothing kept from before. performance.md asks for 10 s.
import { gzipSync } from 'node:zlib';
import { openWorkshop } from './product.mjs';

/** Throughput in bits a second, time there and back in ms; "slow 4G" is Lighthouse's. */
const LINES = {
  '4G': { down: 9e6, up: 3e6, latency: 85 },
  'slow 4G': { down: 1.6e6, up: 0.75e6, latency: 150 },
};
const PHONE = { width: 390, height: 844 };
const WORDS = 'Ensimmäinen lappu';

/** One row a line: ms until the page asks for the name, until the board, until the sticky; JavaScript on the way. */
export async function firstStickyRows(browser, product, { slowdowns = [1, 4] } = {}) {
  const { joinCode } = await openWorkshop(product, 'First sticky');
  const rows = [];
  for (const [line, speed] of Object.entries(LINES)) {
    for (const slowdown of slowdowns) {
      rows.push({
        line,
        slowdown,
        ...(await firstSticky(browser, `${product.base}/join/${joinCode}`, speed, slowdown)),
      });
    }
  }
  return rows;
}

async function firstSticky(browser, link, { down, up, latency }, slowdown) {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'en' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: down / 8,
    uploadThroughput: up / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const scripts = scriptsOf(cdp);
  const start = performance.now();
  const since = () => performance.now() - start;
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Your name' }).fill('Eero');
  const form = since();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.locator('[data-testid=board-canvas][data-listens]').waitFor();
  const sticky = page.getByRole('button', { name: /sticky note/i });
  await sticky.waitFor();
  const [board, boardScripts] = [since(), [...scripts]];
  await sticky.click();
  await page.touchscreen.tap(PHONE.width / 2, PHONE.height / 2);
  await page.locator('.ql-editor').pressSequentially(WORDS);
  const first = since();
  await context.close();
  return { form, board, first, javascript: await gzipped(boardScripts), all: await gzipped(scripts) };
}

/** Addresses of all JavaScript that came over the line; grows. */
function scriptsOf(cdp) {
  const scripts = new Set();
  cdp.on('Network.responseReceived', ({ response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(response.url);
  });
  return scripts;
}

/** Bytes of these files with gzip; the server sends brotli, which is smaller. */
async function gzipped(urls) {
  let bytes = 0;
  for (const url of urls) bytes += gzipSync(await (await fetch(url)).arrayBuffer()).length;
  return bytes;
}

/** Markdown, as it stands in the README. */
export function firstStickyTable(rows) {
  const seconds = (ms) => (ms / 1000).toFixed(1);
  const kilobytes = (bytes) => Math.round(bytes / 1000);
  return [
    '| line | processor | name asked, s | board, s | first sticky, s | JavaScript until the board, kB gzip | with the editor |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ line, slowdown, form, board, first, javascript, all }) =>
        `| ${line} | ${slowdown === 1 ? 'this machine' : `${slowdown} x slower`} | ${seconds(form)} | ${seconds(board)} | ` +
        `${seconds(first)} | ${kilobytes(javascript)} | ${kilobytes(all)} |`,
    ),
  ].join('\n');
}
