// The product's own row: from the click on a workshop to all stickies painted and editable, beside what Yjs alone
// needs for the same bytes in the same browser.
import { encodeStateAsUpdate } from '../../node_modules/yjs/dist/yjs.mjs';
import { Measured } from './measure.mjs';
import { scriptText } from './peers.mjs';
import { newPage } from './targets.mjs';

/** Runs in the page: waits frame by frame until the board is whole, painted and may be written. */
const WATCH = ({ count, probes }) => `new Promise((done, fail) => {
  addEventListener('click', () => { window.clickedAt = performance.now(); }, { capture: true, once: true });
  let seen = 'no canvas';
  const give = setTimeout(() => fail(new Error('the board did not come: ' + seen)), 60000);
  let paintsChecked = 0;
  const painted = (controller) => {
    const canvas = document.querySelector('[data-canvas-host] canvas');
    const ctx = canvas?.getContext('2d');
    if (!ctx || !controller.camera.ready) return false;
    paintsChecked++;
    const view = controller.camera.view();
    const scale = controller.camera.zoom * devicePixelRatio;
    for (const id of ${JSON.stringify(everyFortieth(probes))}) {
      const box = controller.model.box(id);
      const x = Math.round((box.x + 80 - view.x) * scale);
      const y = Math.round((box.y + 140 - view.y) * scale);
      const [r, g, b] = ctx.getImageData(x, y, 1, 1).data;
      seen = id + ' is not painted';
      if ((r === 248 && g === 245 && b === 238) || r + g + b === 0) return false;
    }
    return true;
  };
  const look = () => {
    const controller = window.bench.controllerNow();
    const session = controller?.session;
    if (session) seen = controller.model.size + ' elements, ' + session.saveState().kind;
    if (session && controller.model.size === ${count} && !window.allAt) window.allAt = performance.now();
    if (window.allAt && session.saveState().kind === 'saved' && painted(controller)) {
      const may = session.may({ type: 'set', id: 's0', field: 'place', value: { frame: null, x: 1, y: 1 } });
      if (may.allowed) {
        clearTimeout(give);
        done({ ms: performance.now() - window.clickedAt, model: window.allAt - window.clickedAt, paintsChecked });
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** Forty of them, from all over the board. */
function everyFortieth(ids) {
  return Array.from({ length: 40 }, (_, at) => ids[Math.floor((at * ids.length) / 40)]);
}

async function signedIn(browser, window, product) {
  const { context, page } = await newPage(browser, window);
  await page.goto(`${product.base}/sign-in`);
  await page.evaluate(async ({ email, password }) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/v1/session', { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  }, product.account);
  await page.goto(`${product.base}/`);
  return { context, page };
}

async function openOnce(page, workshop) {
  const card = page.getByRole('link', { name: workshop.title, exact: true });
  await card.waitFor();
  await page.evaluate(await scriptText('pages/product.js'));
  await page.waitForTimeout(1_500);
  const watching = page.evaluate(WATCH(workshop));
  await card.click();
  return watching;
}

/** Yjs alone in a page of the same origin that has done nothing yet. */
async function yjsAlone(browser, window, product, workshop) {
  const { context, page } = await newPage(browser, window);
  await page.goto(`${product.base}/join`);
  await page.evaluate(await scriptText('pages/yjs.js'));
  const measured = await Measured.of(page);
  const bytes = Buffer.from(encodeStateAsUpdate(workshop.writer.doc));
  const before = await measured.heap();
  const { ms } = await page.evaluate((base64) => window.yjsAlone(base64), bytes.toString('base64'));
  await measured.rest(500);
  const heap = (await measured.heap()) - before;
  await context.close();
  return { ms, heap, bytes: bytes.length };
}

/** Opens the board the first time, without a local copy, and again with one. */
export async function openRow(browser, window, product, workshop) {
  const alone = await yjsAlone(browser, window, product, workshop);
  const { context, page } = await signedIn(browser, window, product);
  const first = await openOnce(page, workshop);
  const measured = await Measured.of(page);
  await measured.rest(4_000);
  const heap = await measured.heap();
  await page.goto(`${product.base}/`);
  const again = await openOnce(page, workshop);
  await context.close();
  return {
    target: 'Talkoot',
    stickies: workshop.count,
    open: first.ms,
    'open until the model is full': first.model,
    'open again': again.ms,
    heap,
    'applyUpdate alone': alone.ms,
    'Y.Doc alone': alone.heap,
    bytes: alone.bytes,
  };
}
