// What every target draws, and how it is driven. Shared by node and by the pages, so that all draw the same board.

export const WINDOW = { width: 1600, height: 900 };
export const STICKY = 160;
const STEP = 180;

export const COLOURS = ['yellow', 'orange', 'red', 'pink', 'violet', 'blue', 'green', 'grey'];

const WORDS = (
  'we could ask people what they need before the next round starts so that nobody waits for plans which change ' +
  'again when the team has learned more about daily work and its small troubles'
).split(' ');

/** About 60 characters, the same for the same number. */
function wordsOf(at) {
  let text = '';
  for (let word = at * 7; text.length < 56; word += 1 + (at % 3))
    text += (text ? ' ' : '') + WORDS[word % WORDS.length];
  return text.slice(0, 64);
}

function columnsOf(count) {
  return Math.ceil(Math.sqrt(count * 1.6));
}

/** The board: a grid of stickies. Ids tell the place in the grid. */
export function stickies(count) {
  const columns = columnsOf(count);
  return Array.from({ length: count }, (_, at) => ({
    id: `s${at}`,
    x: (at % columns) * STEP,
    y: Math.floor(at / columns) * STEP,
    colour: COLOURS[(at * 5 + Math.floor(at / columns)) % COLOURS.length],
    text: wordsOf(at),
  }));
}

/**
 * Boards of the bench. `cells` stand in the grid; the rest of the elements are lines between neighbours. Peers and the
 * bare loop know stickies only.
 */
export const BOARDS = {
  stickies: { cells: (count) => count, kindOf: () => 'sticky' },
  mixed: {
    cells: (count) => Math.round(count * 0.8),
    // What the rows drag is a sticky on every board.
    kindOf: (at, cells) => (at === middleOf(cells) ? 'sticky' : ({ 3: 'image', 6: 'drawing' }[at % 8] ?? 'sticky')),
  },
};

/** Cells that lines join: of every three neighbours in a row the first two. */
export function joined(cells, lines) {
  const columns = columnsOf(cells);
  const found = [];
  for (let at = 0; found.length < lines && at + columns < cells; at += 3) {
    found.push([at, (at + 1) % columns ? at + 1 : at + columns]);
  }
  return found;
}

export function boardSize(count) {
  const columns = columnsOf(count);
  return { width: columns * STEP - 20, height: Math.ceil(count / columns) * STEP - 20 };
}

/** Number of the sticky in the middle of the board. */
export function middleOf(count) {
  const columns = columnsOf(count);
  return Math.floor(Math.ceil(count / columns) / 2) * columns + Math.floor(columns / 2);
}

/** The 20 x 10 stickies around the middle, which somebody else moves. */
export function movedByOthers(count) {
  const columns = columnsOf(count);
  const middle = middleOf(count);
  const found = [];
  for (let row = -5; row < 5; row++) {
    for (let column = -10; column < 10; column++) found.push(middle + row * columns + column);
  }
  return found;
}

/**
 * Where the moved stickies are at a step: on a circle, so that they stay in view. The step itself is in the
 * thousandths of `y`, so that a page can tell how far it has come.
 */
export function offsetAt(step) {
  return { x: Math.round(24 * Math.cos(step / 6)) - 24, y: Math.round(24 * Math.sin(step / 6)) + (step % 1000) / 1000 };
}

/** The step that a moved sticky shows; its place on the untouched board is whole. */
export function stepOf(y) {
  return Math.round((y - Math.floor(y)) * 1000);
}

/** Zoom and middle (board units) of the three views, for a canvas of this size. */
export function viewOf(kind, count, canvas) {
  const { width, height } = boardSize(count);
  if (kind === 'fit') {
    const zoom = Math.min(1, (canvas.width - 80) / width, (canvas.height - 80) / height);
    return { zoom, x: width / 2, y: height / 2 };
  }
  const middle = stickies(count)[middleOf(count)];
  return { zoom: kind === '33' ? 0.33 : 1, x: middle.x + STICKY / 2, y: middle.y + STICKY / 2 };
}
