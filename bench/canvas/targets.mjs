// How each target is opened in Chromium, filled, and moved by others.
import { scriptText } from './peers.mjs';
import { Measured } from './measure.mjs';
import { moveOthers, restMoved } from './product.mjs';

/** Wheel with Ctrl that zooms by about 5 %. */
const ZOOM_STEP = 5;
/** Excalidraw zooms by hundredths whatever the zoom: steps that end at about the same zoom as the others'. */
const EXCALIDRAW_STEPS = { 1000: 2.4, 10000: 0.8 };

/** A context of its own per page, with nothing but this machine within reach. */
async function newPage(browser, { viewport, scale }) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, colorScheme: 'light', locale: 'en' });
  await context.route(
    (url) => url.hostname !== '127.0.0.1' && url.protocol.startsWith('http'),
    (route) => route.abort(),
  );
  return { context, page: await context.newPage() };
}

/** A peer with its board; answers how long it took to take it, and its heap. */
export async function openPeer(browser, window, peers, name, count) {
  const { context, page } = await newPage(browser, window);
  await page.goto(`${peers.base}/${name}.html`);
  await page.waitForFunction(() => window.bench, null, { timeout: 30_000 });
  const measured = await Measured.of(page);
  await measured.run(`window.bench.prepare?.(${count})`);
  const load = await measured.run(`window.bench.timedLoad(${count})`);
  await measured.run(`window.bench.view('fit', ${count})`);
  await measured.rest(2_000);
  const target = {
    name,
    zoomStep: (stickies) => (name === 'Excalidraw' ? EXCALIDRAW_STEPS[stickies] : ZOOM_STEP),
    async moveOthers() {
      await measured.run('window.bench.startOthers()');
      return () => measured.run('window.bench.stopOthers()');
    },
    movesSoFar: () => measured.run('window.bench.movesSoFar()'),
    arrivals: () => measured.run('window.bench.movesSoFar()'),
  };
  return { target, measured, load, heap: await measured.heap(), close: () => context.close() };
}

/** The product, opened by somebody who joined with the code. */
export async function openProduct(browser, window, product, workshop) {
  const { context, page } = await newPage(browser, window);
  await page.goto(`${product.base}/join`);
  await page.evaluate(async (code) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ code, name: 'Eero' });
    const answer = await fetch('/api/v1/join', { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`joining: ${answer.status} ${await answer.text()}`);
  }, workshop.joinCode);
  await page.goto(`${product.base}/w/${workshop.id}`);
  const script = await scriptText('pages/product.js');
  await page.evaluate(script);
  await page.waitForFunction((all) => window.bench.count() >= all, workshop.count, { timeout: 120_000 });
  const measured = await Measured.of(page);
  await measured.run(`window.bench.countArrivals(${workshop.cells})`);
  await measured.rest(3_000);
  const target = {
    name: 'Talkoot',
    zoomStep: () => ZOOM_STEP,
    async moveOthers() {
      const stop = moveOthers(workshop);
      return async () => {
        stop();
        await restMoved(workshop);
      };
    },
    movesSoFar: () => measured.run('window.bench.step()'),
    arrivals: () => measured.run('window.bench.arrivals()'),
  };
  return { target, measured, close: () => context.close() };
}

export { newPage };
