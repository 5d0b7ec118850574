// What the driver in node may ask of a page. A target gives its own functions; the clockwork is the same for all.

let timer;
let applied = 0;

export function offer(target) {
  window.bench = {
    ...target,
    /** Milliseconds from being given the stickies to the frame after they were painted. */
    async timedLoad(count) {
      const start = performance.now();
      await target.load(count);
      await frames(2);
      return performance.now() - start;
    },
    /** Somebody else moves 200 stickies 30 times a second, as far as the page keeps up. */
    startOthers() {
      applied = 0;
      let step = 0;
      timer = setInterval(() => {
        applied++;
        target.moveOthers(++step);
      }, 1000 / 30);
    },
    movesSoFar: () => applied,
    stopOthers: () => clearInterval(timer),
  };
}

function frames(count) {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(count > 1 ? frames(count - 1) : undefined)));
}
