/** What every row of a list carries. */
export interface Stored {
  id: number;
  /** The ETag that a write must present. */
  etag: string;
}

/** Whether two ETags name the same version. SharePoint writes one as `"3"` in rows and `"<guid>,3"` in headers. */
export function isSameVersion(etag: string, other: string): boolean {
  const version = (text: string): string => text.replace(/"/g, '').split(',').pop() ?? '';
  return version(etag) === version(other);
}

/** A value in a row that could not be read: the row is still shown, the trouble beside it. */
export interface RowProblem {
  /** Internal name of the column. */
  column: string;
  /** The value as found, as text. */
  found: string;
}
