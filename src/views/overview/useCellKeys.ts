import * as React from 'react';

/**
 * Arrow keys between the cells of the table, Enter and F2 into a cell's editor. Only the cell itself is moved from:
 * inside a field or on a button the keys mean what they always mean.
 */
export function useCellKeys(): (event: React.KeyboardEvent<HTMLElement>) => void {
  return React.useCallback((event) => {
    const cell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined ? event.target : undefined;
    if (!cell || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      const opener = cell.querySelector<HTMLElement>('[data-edits]') ?? cell.closest('tr')?.querySelector<HTMLElement>(`[data-edits~="${cell.dataset.cell}"]`);
      if (opener) {
        event.preventDefault();
        opener.click();
      }
      return;
    }
    const next = neighbour(cell, event.key);
    if (next) {
      event.preventDefault();
      focusCell(next);
    }
  }, []);
}

/** The way in: of all cells one can be reached with Tab, the first until another has had the focus. */
export function useCellEntry(): React.RefObject<HTMLTableElement> {
  const table = React.useRef<HTMLTableElement>(null);
  // After every drawing: sorting, filtering or another month may have taken the cell away.
  React.useEffect(() => {
    const first = table.current?.querySelector('[data-cell][tabindex="0"]') ? null : table.current?.querySelector<HTMLElement>('[data-cell]');
    if (first) {
      first.tabIndex = 0;
    }
  });
  return table;
}

/** Puts focus on a cell and makes it the one that Tab comes back to. */
export function focusCell(cell: HTMLElement): void {
  cell.closest('table')?.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]').forEach((each) => { each.tabIndex = -1; });
  cell.tabIndex = 0;
  cell.focus();
}

function neighbour(cell: HTMLElement, key: string): HTMLElement | undefined {
  const table = cell.closest('table');
  if (!table) {
    return undefined;
  }
  const rows = Array.from(table.querySelectorAll('tr')).map((row) => Array.from(row.querySelectorAll<HTMLElement>(':scope > [data-cell]'))).filter((cells) => cells.length > 0);
  const row = rows.findIndex((cells) => cells.includes(cell));
  const column = rows[row].indexOf(cell);
  switch (key) {
    case 'ArrowRight':
      return rows[row][column + 1];
    case 'ArrowLeft':
      return rows[row][column - 1];
    case 'ArrowDown':
      return rows[row + 1]?.[Math.min(column, rows[row + 1].length - 1)];
    case 'ArrowUp':
      return rows[row - 1]?.[Math.min(column, rows[row - 1].length - 1)];
    default:
      return undefined;
  }
}
