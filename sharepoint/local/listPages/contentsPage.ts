import { html, type Html } from '../page/html';
import { parseTime } from '../rest/odata/dates';
import type { Outcome, Visit } from './visit';

interface Listed { Title: string; Description: string; ItemCount: number; BaseType: number; DefaultViewUrl: string; LastItemUserModifiedDate: string }

/** The lists and libraries that the person may see. */
export function contentsPage({ asking, say, locale }: Visit): Outcome {
  const lists = asking.rows<Listed>('web/lists?$select=Title,Description,ItemCount,BaseType,DefaultViewUrl,LastItemUserModifiedDate&$filter=Hidden eq false&$orderby=Title');
  const row = (list: Listed): Html => html`<tr><th scope="row"><a href="${encodeURI(list.DefaultViewUrl)}">${list.Title}</a></th><td>${list.BaseType === 1 ? say.library : say.list}</td>
<td>${list.Description}</td><td class="number">${list.ItemCount}</td><td>${locale.dateTime(parseTime(list.LastItemUserModifiedDate) ?? 0)}</td></tr>`;
  const content = html`<h1>${say.contents}</h1><div class="scrolls" role="region" tabindex="0" aria-label="${say.tableScrolls(say.contents)}"><table>
<thead><tr>${[say.name, say.list, say.description, say.items, say.modified].map((words) => html`<th scope="col">${words}</th>`)}</tr></thead><tbody>${lists.map(row)}</tbody></table></div>`;
  return { kind: 'page', title: say.contents, content };
}
