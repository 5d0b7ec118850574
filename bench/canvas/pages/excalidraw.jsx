import '@excalidraw/excalidraw/index.css';
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import { createRoot } from 'react-dom/client';
import { movedByOthers, offsetAt, STICKY, stickies, viewOf } from '../plan.mjs';
import { offer } from './offer.js';

const FILL = {
  yellow: '#ffe68a',
  orange: '#ffcd94',
  red: '#ffb8ab',
  pink: '#fbc9e0',
  violet: '#dccdf8',
  blue: '#bfe0f8',
  green: '#c5e7ba',
  grey: '#e6e2d9',
};
let api;
const mounted = new Promise((resolve) => {
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = 'position:fixed;inset:0';
  createRoot(root).render(<Excalidraw excalidrawAPI={resolve} />);
});

/** Smooth lines, which are its cheapest. */
function elementsOf(count) {
  const skeleton = stickies(count).map(({ id, x, y, colour, text }) => ({
    type: 'rectangle',
    id,
    x,
    y,
    width: STICKY,
    height: STICKY,
    roughness: 0,
    strokeColor: '#1f2a33',
    backgroundColor: FILL[colour],
    fillStyle: 'solid',
    label: { text, fontSize: 16, fontFamily: 2 },
  }));
  return convertToExcalidrawElements(skeleton, { regenerateIds: false });
}

const prepared = {};
const find = (id) => api.getSceneElementsIncludingDeleted().find((element) => element.id === id);
let moved = new Map();
offer({
  async prepare(count) {
    api = await mounted;
    prepared.elements = elementsOf(count);
  },
  async load(count) {
    api.updateScene({ elements: prepared.elements, captureUpdate: CaptureUpdateAction.NEVER });
    const ids = new Set(movedByOthers(count).map((at) => `s${at}`));
    moved = new Map(
      prepared.elements
        .filter(({ id, containerId }) => ids.has(id) || ids.has(containerId))
        .map(({ id, x, y }) => [id, { x, y }]),
    );
  },
  view(kind, count) {
    const { width, height } = api.getAppState();
    const { x, y, zoom } = viewOf(kind, count, { width, height });
    api.updateScene({
      appState: { zoom: { value: zoom }, scrollX: width / 2 / zoom - x, scrollY: height / 2 / zoom - y },
    });
  },
  camera() {
    const { scrollX, scrollY, zoom } = api.getAppState();
    return `${scrollX},${scrollY},${zoom.value}`;
  },
  placeOf(at) {
    const { x, y } = find(`s${at}`);
    return { x, y };
  },
  toScreen({ x, y }) {
    const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState();
    return { x: (x + scrollX) * zoom.value + offsetLeft, y: (y + scrollY) * zoom.value + offsetTop };
  },
  moveOthers(step) {
    const { x, y } = offsetAt(step);
    const elements = api.getSceneElementsIncludingDeleted().map((element) => {
      const at = moved.get(element.id);
      if (!at) return element;
      return { ...element, x: at.x + x, y: at.y + y, version: element.version + 1, versionNonce: step };
    });
    api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
  },
});
