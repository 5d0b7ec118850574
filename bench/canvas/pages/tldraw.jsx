import 'tldraw/tldraw.css';
import { createRoot } from 'react-dom/client';
import { createShapeId, Tldraw, toRichText } from 'tldraw';
import { movedByOthers, offsetAt, STICKY, stickies, viewOf } from '../plan.mjs';
import { offer } from './offer.js';

const COLOUR = { pink: 'light-red', violet: 'violet', grey: 'grey' };
const ZOOMS = [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];
const idOf = (at) => createShapeId(`s${at}`);
let editor;
const mounted = new Promise((resolve) => {
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = 'position:fixed;inset:0';
  createRoot(root).render(
    <Tldraw options={{ maxShapesPerPage: 20_000 }} cameraOptions={{ zoomSteps: ZOOMS }} onMount={resolve} />,
  );
});

function shapeOf({ x, y, colour, text }, at) {
  return {
    id: idOf(at),
    type: 'geo',
    x,
    y,
    props: {
      geo: 'rectangle',
      w: STICKY,
      h: STICKY,
      color: COLOUR[colour] ?? colour,
      fill: 'solid',
      dash: 'solid',
      size: 's',
      font: 'sans',
      richText: toRichText(text),
    },
  };
}

let moved = [];
offer({
  async load(count) {
    editor = await mounted;
    editor.run(() => editor.createShapes(stickies(count).map(shapeOf)), { history: 'ignore' });
    moved = movedByOthers(count).map((at) => editor.getShape(idOf(at)));
  },
  view(kind, count) {
    const { width, height } = editor.getViewportScreenBounds();
    const { x, y, zoom } = viewOf(kind, count, { width, height });
    editor.setCamera({ x: width / 2 / zoom - x, y: height / 2 / zoom - y, z: zoom }, { immediate: true });
  },
  camera: () => JSON.stringify(editor.getCamera()),
  placeOf: (at) => ({ x: editor.getShape(idOf(at)).x, y: editor.getShape(idOf(at)).y }),
  toScreen: (point) => editor.pageToScreen(point),
  moveOthers(step) {
    const { x, y } = offsetAt(step);
    editor.store.mergeRemoteChanges(() =>
      editor.store.put(moved.map((shape) => ({ ...editor.getShape(shape.id), x: shape.x + x, y: shape.y + y }))),
    );
  },
});
