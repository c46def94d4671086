/** CAML is put together here and nowhere else: every value goes through `escapeXml`. */

/** Text as it may stand in XML, in an attribute or between tags. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;');
}

/** The column holds this text. */
export function equals(column: string, type: 'Text' | 'Choice', value: string): string {
  return `<Eq>${reference(column)}<Value Type="${type}">${escapeXml(value)}</Value></Eq>`;
}

/** The person column names whoever is looking. */
export function isMe(column: string): string {
  return `<Eq>${reference(column)}<Value Type="Integer"><UserID /></Value></Eq>`;
}

export function either(left: string, right: string): string {
  return `<Or>${left}${right}</Or>`;
}

export function both(left: string, right: string): string {
  return `<And>${left}${right}</And>`;
}

export function where(condition: string): string {
  return `<Where>${condition}</Where>`;
}

/** Columns to sort by, in order. */
export function orderBy(...columns: { name: string; descending?: boolean }[]): string {
  const references = columns.map(({ name, descending }) => `<FieldRef Name="${escapeXml(name)}"${descending ? ' Ascending="FALSE"' : ''} />`);
  return `<OrderBy>${references.join('')}</OrderBy>`;
}

function reference(column: string): string {
  return `<FieldRef Name="${escapeXml(column)}" />`;
}
