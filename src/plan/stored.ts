/** What every row of a list carries. */
export interface Stored {
  id: number;
  /** The ETag that a write must present. */
  etag: string;
}

/** A value in a row that could not be read: the row is still shown, the trouble beside it. */
export interface RowProblem {
  /** Internal name of the column. */
  column: string;
  /** The value as found, as text. */
  found: string;
}
