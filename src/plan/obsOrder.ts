/** A row with a place that people gave it. Several may share a number, or have none of their own yet. */
export interface Ordered {
  id: number;
  sortOrder: number;
}

const step = 10;
/** Below this, halving a gap would soon meet the end of a number's digits. */
const smallestGap = 0.001;

/**
 * What must be written so that a row stands at another place: usually one number between its new neighbours, and new
 * numbers for all where there is no room.
 * @param rows in the order shown
 * @param to the place among the rows, counted from 0, after the move
 */
export function moveRow(rows: readonly Ordered[], id: number, to: number): Ordered[] {
  const moved = rows.find((row) => row.id === id);
  const others = rows.filter((row) => row.id !== id);
  const place = Math.max(0, Math.min(to, others.length));
  if (!moved || rows.findIndex((row) => row.id === id) === place) {
    return [];
  }
  const above = others[place - 1]?.sortOrder;
  const below = others[place]?.sortOrder;
  const between = numberBetween(above, below);
  if (between !== undefined) {
    return [{ id, sortOrder: between }];
  }
  const reordered = [...others.slice(0, place), moved, ...others.slice(place)];
  return reordered.map((row, index) => ({ id: row.id, sortOrder: (index + 1) * step })).filter(({ sortOrder }, index) => sortOrder !== reordered[index].sortOrder);
}

function numberBetween(above: number | undefined, below: number | undefined): number | undefined {
  if (above !== undefined && below !== undefined) {
    // A row that never got a number sorts last with the largest there is: no place to count from.
    return below - above > smallestGap && isGiven(below) ? (above + below) / 2 : undefined;
  }
  const neighbour = above ?? below;
  return neighbour !== undefined && isGiven(neighbour) ? neighbour + (above === undefined ? -step : step) : undefined;
}

function isGiven(sortOrder: number): boolean {
  return Math.abs(sortOrder) < Number.MAX_SAFE_INTEGER / 2;
}
