import { html, type Html } from '../page/html';
import { parseTime } from '../rest/odata/dates';
import { columnsOf, type Column, type ListFacts } from './listFacts';
import type { Visit } from './visit';

interface Version extends Record<string, unknown> { VersionLabel: string; Created: string; Editor: { LookupValue: string } }

/** What each version changed, newest first, as SharePoint's own version history shows it. */
export function history(list: ListFacts, id: number, visit: Visit): Html {
  const { say, asking, locale } = visit;
  const versions = asking.rows<Version>(`${list.api}/items(${id})/versions`);
  const columns = columnsOf(list, 'Display').filter(({ TypeAsString, IsDependentLookup }) => TypeAsString !== 'Calculated' && IsDependentLookup !== true);
  const shown = (version: Version | undefined, column: Column): string => (version ? valueOf(version[column.InternalName], column, visit) : '');
  const changes = (version: Version, earlier: Version | undefined): Html => html`<dl>${columns
    .filter((column) => shown(version, column) !== shown(earlier, column))
    .map((column) => html`<dt>${column.Title}</dt><dd>${shown(version, column) === '' ? say.emptied : shown(version, column)}</dd>`)}</dl>`;
  const row = (version: Version, index: number): Html => html`<tr><th scope="row">${version.VersionLabel}</th><td>${locale.dateTime(parseTime(version.Created) ?? 0)}</td>
<td>${version.Editor.LookupValue}</td><td>${changes(version, versions[index + 1])}</td></tr>`;
  return html`<h2>${say.history}</h2><div class="scrolls" role="region" tabindex="0" aria-label="${say.tableScrolls(say.history)}"><table><thead><tr>
${[say.version, say.when, say.who, say.changes].map((words) => html`<th scope="col">${words}</th>`)}</tr></thead><tbody>${versions.map(row)}</tbody></table></div>`;
}

/** A value of a version, which REST answers as it is kept. */
function valueOf(value: unknown, column: Column, visit: Visit): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map((one) => valueOf(one, column, visit)).join('; ');
  }
  if (typeof value === 'object') {
    const { LookupValue, Url, Description } = value as { LookupValue?: string; Url?: string; Description?: string };
    return LookupValue ?? (Description === undefined || Description === '' ? Url ?? '' : Description);
  }
  const { locale } = visit;
  if (typeof value === 'boolean') {
    return locale.yesNo(value);
  }
  if (typeof value === 'number') {
    return column.ShowAsPercentage ? locale.percent(value, undefined) : locale.number(value, undefined, true);
  }
  const time = column.TypeAsString === 'DateTime' ? parseTime(value) : undefined;
  return time === undefined ? String(value) : column.DisplayFormat === 0 ? locale.date(time) : locale.dateTime(time);
}
