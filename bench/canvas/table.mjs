// Figures to lines of a table, with ratios.

export const COLUMNS = [
  'pan 100',
  'pan 33',
  'pan fit',
  'zoom',
  'drag 100',
  'drag fit',
  'remote 100',
  'remote fit',
  'arrived 100',
  'drawn 100',
  'arrived fit',
  'drawn fit',
  'load',
  'heap',
];

/** What performance.md asks of the whole product, at any number of stickies. */
const REACH = {
  'pan 100': 8,
  'pan 33': 8,
  'pan fit': 12,
  zoom: 14,
  'drag 100': 8,
  'drag fit': 8,
  'remote 100': 15,
  'remote fit': 15,
};

/** Ratios are of cost: frames drawn are no cost, and what load and heap hold differs by target. */
const RATIOS = Object.keys(REACH);

/** One row per target and size: of several rounds the middle, of two their mean. */
export function middleRows(rows) {
  const groups = Map.groupBy(rows, ({ target, ...row }) => `${sceneOf(row)} ${target}`);
  return [...groups.values()].map((group) => {
    const merged = {
      ...group[0],
      rounds: group.length,
      failed: [...new Set(group.flatMap((row) => row.failed ?? []))],
    };
    for (const key of new Set(group.flatMap((row) => Object.keys(row)))) {
      const values = group.map((row) => row[key]).filter((value) => typeof value === 'number');
      if (values.length > 0) merged[key] = median(values);
    }
    return merged;
  });
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Markdown, as it stands in the README. */
export function canvasTable(rows) {
  const parts = [];
  for (const [scene, group] of Map.groupBy(rows, sceneOf)) {
    parts.push(...tableOf(scene, group), '');
    const product = group.find(({ target }) => target === 'Talkoot');
    if (product?.open) parts.push(openLine(product), '');
    for (const row of group) for (const why of row.failed) parts.push(`${row.target}: ${why}`);
  }
  return parts.join('\n');
}

/** Names a table: how many of what, on which screen. */
function sceneOf({ stickies, board, scale }) {
  return `${stickies.toLocaleString('en')} ${board}, scale ${scale}`;
}

function tableOf(scene, group) {
  const product = group.find(({ target }) => target === 'Talkoot');
  const lines = [
    line(scene, COLUMNS),
    line(
      '---',
      COLUMNS.map(() => '---'),
    ),
  ];
  for (const row of group)
    lines.push(
      line(
        row.target,
        COLUMNS.map((column) => figure(row[column])),
      ),
    );
  lines.push(
    line(
      'reach',
      COLUMNS.map((column) => figure(REACH[column])),
    ),
  );
  for (const row of group) {
    if (!product || row === product) continue;
    const ratio = (column) => (RATIOS.includes(column) ? figure(product[column] / row[column]) : '');
    lines.push(line(`Talkoot / ${row.target}`, COLUMNS.map(ratio)));
  }
  return lines;
}

function openLine(row) {
  const more = row.open - row['applyUpdate alone'];
  const heap = row.heap - row['Y.Doc alone'];
  return (
    `open: ${figure(row.open)} ms first time (model full at ${figure(row['open until the model is full'])}), ` +
    `${figure(row['open again'])} ms with a local copy; Yjs alone ${figure(row['applyUpdate alone'])} ms for ` +
    `${figure(row.bytes / 1e6)} MB: + ${figure(more)} ms (reach + 300). Heap ${figure(row.heap)} MB, ` +
    `Y.Doc alone ${figure(row['Y.Doc alone'])}: + ${figure(heap)} MB (reach + 40).`
  );
}

function line(name, cells) {
  return `| ${[name, ...cells].join(' | ')} |`;
}

function figure(value) {
  if (value === undefined || Number.isNaN(value)) return '';
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value * 100) / 100);
}
