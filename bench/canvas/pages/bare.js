// The yardstick: the same picture by a loop over a plain array, with nothing else. No index, no cache of pictures.
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
const FONT_SIZE = 19;
const LINE = 24;
const canvas = document.body.appendChild(document.createElement('canvas'));
canvas.width = innerWidth * devicePixelRatio;
canvas.height = innerHeight * devicePixelRatio;
canvas.style.width = `${innerWidth}px`;
const ctx = canvas.getContext('2d');
const camera = { x: 0, y: 0, zoom: 1 };
let items = [];
let selected = null;
let asked = false;

function ask() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(paint);
}

function linesOf(text) {
  ctx.font = `${FONT_SIZE}px sans-serif`;
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (ctx.measureText(longer).width > STICKY - 26) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.slice(0, 5).map((line) => ({ line, width: ctx.measureText(line).width }));
}

function paint() {
  asked = false;
  const zoom = camera.zoom * devicePixelRatio;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = '#f8f5ee';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.setTransform(zoom, 0, 0, zoom, Math.round(-camera.x * zoom), Math.round(-camera.y * zoom));
  ctx.font = `${FONT_SIZE}px sans-serif`;
  const right = camera.x + canvas.width / zoom;
  const bottom = camera.y + canvas.height / zoom;
  for (const item of items) {
    if (item.x > right || item.y > bottom || item.x + STICKY < camera.x || item.y + STICKY < camera.y) continue;
    paintSticky(item, zoom);
  }
  if (selected) {
    ctx.strokeStyle = '#1769aa';
    ctx.lineWidth = 2 / zoom;
    ctx.strokeRect(selected.x, selected.y, STICKY, STICKY);
  }
}

function paintSticky({ x, y, colour, lines }, zoom) {
  if (zoom >= 0.2) {
    rounded(x + 2, y + 6, 'rgba(60, 48, 28, 0.07)', zoom);
    rounded(x, y + 2, 'rgba(60, 48, 28, 0.10)', zoom);
  }
  rounded(x, y, FILL[colour], zoom);
  const size = FONT_SIZE * zoom;
  if (size < 2) return;
  ctx.fillStyle = '#1f2a33';
  if (size < 5) ctx.globalAlpha = 0.45;
  lines.forEach(({ line, width }, at) => {
    const baseline = y + 30 + at * LINE;
    if (size >= 5) ctx.fillText(line, x + 13, baseline);
    else ctx.fillRect(x + 13, baseline - 9, width, 9);
  });
  ctx.globalAlpha = 1;
}

function rounded(x, y, fill, zoom) {
  ctx.fillStyle = fill;
  if (zoom < 0.25) {
    ctx.fillRect(x, y, STICKY, STICKY);
    return;
  }
  ctx.beginPath();
  ctx.roundRect(x, y, STICKY, STICKY, 6);
  ctx.fill();
}

canvas.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    if (event.ctrlKey) {
      const zoom = camera.zoom * Math.exp(-event.deltaY * 0.01);
      camera.x += event.clientX / camera.zoom - event.clientX / zoom;
      camera.y += event.clientY / camera.zoom - event.clientY / zoom;
      camera.zoom = zoom;
    } else {
      camera.x += event.deltaX / camera.zoom;
      camera.y += event.deltaY / camera.zoom;
    }
    ask();
  },
  { passive: false },
);
let grip = null;
let before = null;
canvas.addEventListener('pointerdown', (event) => {
  const x = camera.x + event.clientX / camera.zoom;
  const y = camera.y + event.clientY / camera.zoom;
  selected = items.findLast((item) => x >= item.x && y >= item.y && x <= item.x + STICKY && y <= item.y + STICKY);
  before = selected && { x: selected.x, y: selected.y };
  grip = selected && { x: selected.x - x, y: selected.y - y };
  ask();
});
canvas.addEventListener('pointermove', (event) => {
  if (!grip) return;
  selected.x = camera.x + event.clientX / camera.zoom + grip.x;
  selected.y = camera.y + event.clientY / camera.zoom + grip.y;
  ask();
});
canvas.addEventListener('pointerup', () => {
  grip = null;
});

addEventListener('keydown', ({ key, ctrlKey }) => {
  if (key === 'z' && ctrlKey && before) Object.assign(selected, before);
  if (key === 'Escape') selected = null;
  ask();
});

let moved = [];
offer({
  async load(count) {
    items = stickies(count).map((item) => ({ ...item, lines: linesOf(item.text) }));
    moved = movedByOthers(count).map((at) => ({ item: items[at], x: items[at].x, y: items[at].y }));
    ask();
  },
  view(kind, count) {
    const { x, y, zoom } = viewOf(kind, count, { width: innerWidth, height: innerHeight });
    Object.assign(camera, { zoom, x: x - innerWidth / 2 / zoom, y: y - innerHeight / 2 / zoom });
    ask();
  },
  camera: () => `${camera.x},${camera.y},${camera.zoom}`,
  placeOf: (at) => ({ x: items[at].x, y: items[at].y }),
  toScreen: ({ x, y }) => ({ x: (x - camera.x) * camera.zoom, y: (y - camera.y) * camera.zoom }),
  moveOthers(step) {
    const { x, y } = offsetAt(step);
    for (const entry of moved) Object.assign(entry.item, { x: entry.x + x, y: entry.y + y });
    ask();
  },
});
