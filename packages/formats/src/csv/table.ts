/** A spreadsheet takes a cell that begins so for a formula, which may send the table's content elsewhere. */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A cell as text that no spreadsheet runs. */
export function harmless(cell: string): string {
  return BEGINS_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Rows as CSV: every cell quoted, so that separators and line breaks in words stay in their cell. */
export function writeTable(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const cell = (text: string): string => `"${harmless(text.toWellFormed()).replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}
