import { html, type Html } from '../page/html';
import { literal, Refused } from './asking';
import { cell, readShown, type Row } from './cells';
import { history } from './history';
import { columnsOf, rightsOfRow, type ListFacts, type Rights } from './listFacts';
import { attach, sentFile, uploadForm } from './uploads';
import { askedId, digestName, sent, type Outcome, type Visit } from './visit';

const systemColumns = ['Created', 'Author', 'Modified', 'Editor'];

/**
 * One item: its columns, its files, its versions, and what the person may do with it.
 * @throws Refused 404 for an item that is not there
 */
export async function displayPage(list: ListFacts, visit: Visit): Promise<Outcome> {
  const { url, say, asking } = visit;
  const id = askedId(visit);
  const columns = columnsOf(list, 'Display');
  const row = readShown(list, id, [...columns, ...list.columns.filter(({ InternalName }) => systemColumns.includes(InternalName))], asking);
  if (!row) {
    throw new Refused(404, say.goneText);
  }
  if (visit.form) {
    return act(list, id, visit.form, visit);
  }
  const may = rightsOfRow(row.PermMask);
  const name = String(row.Title ?? '') || String(row.FileLeafRef ?? row.ID);
  return {
    kind: 'page',
    title: `${name} – ${list.title}`,
    content: html`${url.searchParams.has('Saved') && html`<p class="done" role="status">${say.saved}</p>`}
<h1>${name}</h1>${commands(list, id, may, visit)}
<dl class="item">${columns.map((column) => html`<dt>${column.Title}</dt><dd>${cell(column.TypeAsString, column.InternalName, row)}</dd>`)}</dl>
${list.hasAttachments && attachments(list, id, may, visit)}
<p>${say.created(text(row, 'Created'), who(row, 'Author'))} ${say.changed(text(row, 'Modified'), who(row, 'Editor'))}</p>
${list.hasVersions && allowed(() => history(list, id, visit))}`
  };
}

const text = (row: Row, name: string): string => String(row[name] ?? '');
const who = (row: Row, name: string): string => String(row[`${name}.title`] ?? '');

/** A part that some may not see is left out for them. */
function allowed(part: () => Html): Html | undefined {
  try {
    return part();
  } catch (problem) {
    if (problem instanceof Refused && problem.status === 403) {
      return undefined;
    }
    throw problem;
  }
}

const digest = ({ facts }: Visit): Html => html`<input type="hidden" name="${digestName}" value="${facts.formDigestValue}">`;

function commands(list: ListFacts, id: number, may: Rights, visit: Visit): Html {
  const { say } = visit;
  return html`<div class="commands">${may.edit && html`<a class="button" href="${encodeURI(list.pagesUrl)}/EditForm.aspx?ID=${id}">${say.edit}</a>`}
<a href="${encodeURI(list.defaultViewUrl)}">${say.back}</a>
${may.remove && html`<details><summary>${say.deleteItem}</summary><form method="post">${digest(visit)}<p>${say.deleteAsk}</p><button name="do" value="recycle">${say.deleteDo}</button></form></details>`}</div>`;
}

function attachments(list: ListFacts, id: number, may: Rights, visit: Visit): Html {
  const { say, asking } = visit;
  const files = asking.rows<{ FileName: string; ServerRelativeUrl: string }>(`${list.api}/items(${id})/AttachmentFiles?$select=FileName,ServerRelativeUrl`);
  const file = ({ FileName, ServerRelativeUrl }: { FileName: string; ServerRelativeUrl: string }): Html => html`<li><a href="${encodeURI(ServerRelativeUrl)}">${FileName}</a>
${may.edit && html` <button name="remove" value="${FileName}" aria-label="${say.remove(FileName)}">×</button>`}</li>`;
  return html`<h2>${say.attachments}</h2>${files.length === 0 ? html`<p>${say.noAttachments}</p>` : html`<form method="post">${digest(visit)}<ul>${files.map(file)}</ul></form>`}
${may.edit && uploadForm(say.attach, say.attachDo, visit)}`;
}

/** Puts the item in the recycle bin, takes an attached file off, or attaches one. */
async function act(list: ListFacts, id: number, form: FormData, visit: Visit): Promise<Outcome> {
  const item = `${list.api}/items(${id})`;
  if (sent(form, 'do') === 'recycle') {
    visit.asking.post(`${item}/recycle`, sent(form, digestName));
    return { kind: 'redirect', to: `${encodeURI(list.defaultViewUrl)}?Deleted=1` };
  }
  const name = sent(form, 'remove');
  const file = await sentFile(form);
  if (name !== '') {
    visit.asking.post(`${item}/AttachmentFiles/getByFileName(${literal(name)})/recycleObject`, sent(form, digestName));
  } else if (file) {
    attach(list, id, file, visit);
  }
  return { kind: 'redirect', to: `${encodeURI(list.pagesUrl)}/DispForm.aspx?ID=${id}&Saved=1` };
}
