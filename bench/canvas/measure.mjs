// CPU of a page's main thread, and real input into it, by the DevTools protocol.

const AFTERWARDS_MS = 300;

/** A page under the clock. */
export class Measured {
  #cdp;

  constructor(page, cdp) {
    this.page = page;
    this.#cdp = cdp;
  }

  static async of(page) {
    const cdp = await page.context().newCDPSession(page);
    // Ticks of the main thread's own CPU clock: what other processes take does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Measured(page, cdp);
  }

  /** CPU milliseconds the main thread has spent in tasks. */
  async cpu() {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  }

  /** Live JavaScript heap in MB, after everything dead was collected. */
  async heap() {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    await this.#cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#cdp.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  }

  async run(expression) {
    const answer = await this.#cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'error in the page');
    return answer.result.value;
  }

  frame() {
    return this.run('new Promise((done) => requestAnimationFrame(() => done()))');
  }

  wheel({ x, y }, deltaX, deltaY, ctrl = false) {
    const modifiers = ctrl ? 2 : 0;
    return this.#cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers });
  }

  mouse(type, { x, y }, pressed = true) {
    const button = pressed ? 'left' : 'none';
    return this.#cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button,
      buttons: pressed ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  }

  async key(key) {
    await this.page.keyboard.press(key);
  }

  async rest(ms = AFTERWARDS_MS) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.frame();
  }

  /**
   * One input a frame, as many as there are or as time allows; CPU ms per frame, what is put off to just after
   * included. The driver itself costs about what the row "nothing" of a run says.
   */
  async perFrame(inputs, budgetMs) {
    await this.rest();
    const before = await this.cpu();
    const start = performance.now();
    let frames = 0;
    for (const input of inputs) {
      // Both at once: on a busy machine every further round trip lets idle frames slip in.
      await Promise.all([input(), this.frame()]);
      frames++;
      if (performance.now() - start > budgetMs) break;
    }
    await this.rest();
    return ((await this.cpu()) - before) / frames;
  }

  /** Counts frames in which something was painted, for so long; answers frames per second. */
  async paintedPerSecond(ms) {
    await this.run(PAINT_COUNTER);
    await this.run('window.paintCounter.start()');
    await new Promise((resolve) => setTimeout(resolve, ms));
    return this.run('window.paintCounter.stop()');
  }
}

/** Only while counting: the figures for CPU are taken without it. */
const PAINT_COUNTER = `window.paintCounter ??= (() => {
  let painted = false, frames = 0, running = false, began = 0, observer;
  const save = CanvasRenderingContext2D.prototype.save;
  const fillRect = CanvasRenderingContext2D.prototype.fillRect;
  const look = () => {
    if (painted) frames++;
    painted = false;
    if (running) requestAnimationFrame(look);
  };
  return {
    start() {
      frames = 0; painted = false; running = true; began = performance.now();
      CanvasRenderingContext2D.prototype.save = function () { painted = true; return save.call(this); };
      CanvasRenderingContext2D.prototype.fillRect = function (...box) { painted = true; return fillRect.apply(this, box); };
      const shapes = document.querySelector('.tl-html-layer');
      if (shapes) {
        observer = new MutationObserver(() => { painted = true; });
        observer.observe(shapes, { subtree: true, attributes: true });
      }
      requestAnimationFrame(look);
    },
    stop() {
      running = false;
      observer?.disconnect();
      CanvasRenderingContext2D.prototype.save = save;
      CanvasRenderingContext2D.prototype.fillRect = fillRect;
      return frames / ((performance.now() - began) / 1000);
    },
  };
})(); undefined`;
