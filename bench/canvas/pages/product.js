// Looks into the page of the product as it is shipped: what React holds at the canvas. It changes nothing but the
// view, as a person would by keys.
import { movedByOthers, stepOf, viewOf } from '../plan.mjs';

function controllerNow() {
  const host = document.querySelector('[data-canvas-host]');
  const key = host && Object.keys(host).find((name) => name.startsWith('__reactProps$'));
  const children = key ? [host[key].children].flat() : [];
  return children.find((child) => child?.props?.canvas)?.props.canvas ?? null;
}

const canvas = () => controllerNow();
let arrived = 0;
let firstMoved = '';
window.bench = {
  controllerNow,
  count: () => controllerNow()?.model.size ?? 0,
  view(kind, count) {
    const { camera } = canvas();
    const { width, height } = camera.viewport;
    const { x, y, zoom } = viewOf(kind, count, { width, height });
    canvas().takeView();
    camera.set({ x: x - width / 2 / zoom, y: y - height / 2 / zoom, zoom });
  },
  /** Counts what arrives: under load the server joins several updates into one. */
  countArrivals(count) {
    firstMoved = `s${movedByOthers(count)[0]}`;
    canvas().model.subscribe(() => arrived++);
  },
  arrivals: () => arrived,
  step: () => stepOf(canvas().model.box(firstMoved).y),
  camera: () => JSON.stringify(canvas().camera.state),
  placeOf: (at) => ({ ...canvas().model.box(`s${at}`) }),
  toScreen(point) {
    const { left, top } = document.querySelector('[data-canvas-host]').getBoundingClientRect();
    const { x, y } = canvas().camera.toScreen(point);
    return { x: x + left, y: y + top };
  },
};
