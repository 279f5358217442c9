/** Places in the matrix as it is shown: row and column from 0. */
export interface Cursor {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows that one press of Page Up or Page Down passes. */
  page: number;
}

export const CURSOR_MOVES = [
  "up",
  "down",
  "left",
  "right",
  "rowStart",
  "rowEnd",
  "first",
  "last",
  "pageUp",
  "pageDown",
] as const;
export type CursorMove = (typeof CURSOR_MOVES)[number];

/** Stays inside; at an edge it stays where it is, as in a spreadsheet. */
export function moveCursor({ row, column }: Cursor, move: CursorMove, extent: Extent): Cursor {
  const lastRow = Math.max(0, extent.rows - 1);
  const lastColumn = Math.max(0, extent.columns - 1);
  const at = (nextRow: number, nextColumn: number): Cursor => ({
    row: Math.min(lastRow, Math.max(0, nextRow)),
    column: Math.min(lastColumn, Math.max(0, nextColumn)),
  });
  switch (move) {
    case "up":
      return at(row - 1, column);
    case "down":
      return at(row + 1, column);
    case "left":
      return at(row, column - 1);
    case "right":
      return at(row, column + 1);
    case "rowStart":
      return at(row, 0);
    case "rowEnd":
      return at(row, lastColumn);
    case "first":
      return at(0, 0);
    case "last":
      return at(lastRow, lastColumn);
    case "pageUp":
      return at(row - extent.page, column);
    case "pageDown":
      return at(row + extent.page, column);
  }
}

/** Rows to render: those in view with `overscan` on either side; `keep` (the cursor's) is rendered wherever it is. */
export function rowsToRender(
  view: { top: number; height: number; rowHeight: number; rows: number },
  overscan: number,
  keep: number,
): number[] {
  const first = Math.max(0, Math.floor(view.top / view.rowHeight) - overscan);
  const last = Math.min(view.rows - 1, Math.ceil((view.top + view.height) / view.rowHeight) + overscan);
  const shown: number[] = [];
  if (keep >= 0 && keep < first && keep < view.rows) shown.push(keep);
  for (let row = first; row <= last; row += 1) shown.push(row);
  if (keep > last && keep < view.rows) shown.push(keep);
  return shown;
}
