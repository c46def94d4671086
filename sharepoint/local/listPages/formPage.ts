import { html, type Html } from '../page/html';
import { Refused } from './asking';
import { defaultsOf, enteredIn, enteredOf, formValue, type Entered } from './entered';
import { field, inputId } from './inputs';
import { columnsOf, rightsOf, type Column, type ListFacts, type Permissions } from './listFacts';
import { askedId, digestName, sent, type Outcome, type Visit } from './visit';

/** The number that SharePoint's own forms carry to notice that somebody else saved first. */
const versionName = 'owshiddenversion';

interface Item extends Record<string, unknown> { EffectiveBasePermissions: Permissions; owshiddenversion: number }

/** What was not taken, by internal name; under the empty name what belongs to no column. */
type Problems = ReadonlyMap<string, string>;

/**
 * A new item, or one to change. What is sent goes the way of SharePoint's own forms, with an answer for each column; nothing typed is lost.
 * @throws Refused 404 for an item that is not there, 403 for whoever may not write it
 */
export function formPage(list: ListFacts, kind: 'New' | 'Edit', visit: Visit): Outcome {
  const { asking, form, say } = visit;
  const item = kind === 'Edit' ? asking.get<Item>(`${list.api}/items(${askedId(visit)})?$select=*,FileLeafRef,${versionName},EffectiveBasePermissions`) : undefined;
  if (!(item ? rightsOf(item.EffectiveBasePermissions).edit : list.may.add)) {
    throw new Refused(403, say.deniedText);
  }
  const columns = formColumns(list, kind, say.name);
  const before = new Map(columns.map((column) => [column, item ? enteredOf(column, item, visit) : defaultsOf(column, visit)]));
  const entered = form ? new Map(columns.map((column) => [column, enteredIn(form, column)])) : before;
  const version = form ? sent(form, versionName) : String(item?.owshiddenversion ?? '');
  const saved = form && (item && version !== String(item.owshiddenversion)
    ? new Map([['', say.conflict]])
    : save(list, item ? columns.filter((column) => needsWriting(column, before, entered)) : columns, entered, form, visit));
  if (typeof saved === 'number') {
    return { kind: 'redirect', to: `${list.pagesUrl}/DispForm.aspx?ID=${saved}&Saved=1` };
  }
  const problems: Problems = saved ?? new Map<string, string>();
  const heading = item ? say.editItem : say.newItem;
  const title = `${heading} – ${list.title}`;
  return {
    kind: 'page',
    title,
    content: html`<h1>${title}</h1>${problems.size > 0 && summary(problems, columns, visit)}
<form method="post" class="item"><p>${say.requiredNote}</p><input type="hidden" name="${digestName}" value="${visit.facts.formDigestValue}"><input type="hidden" name="${versionName}" value="${version}">
${columns.map((column) => field(column, entered.get(column) ?? [], problems.get(column.InternalName), asking, say))}
<p><button class="button">${say.save}</button> <a href="${encodeURI(item ? `${list.pagesUrl}/DispForm.aspx?ID=${askedId(visit)}` : list.defaultViewUrl)}">${say.cancel}</a></p></form>`
  };
}

/** A document has a name as well. */
function formColumns(list: ListFacts, kind: 'New' | 'Edit', name: string): Column[] {
  const leaf = list.isLibrary ? list.columns.filter(({ InternalName }) => InternalName === 'FileLeafRef') : [];
  return [...leaf.map((column) => ({ ...column, TypeAsString: 'Text', Title: name, Required: true })), ...columnsOf(list, kind)];
}

/** As in SharePoint only what was changed is written; what must be filled in and is not is asked for. */
function needsWriting(column: Column, before: ReadonlyMap<Column, Entered>, entered: ReadonlyMap<Column, Entered>): boolean {
  const same = (values: Entered = []): string => JSON.stringify(column.AllowMultipleValues ? [...values].sort() : values);
  return same(before.get(column)) !== same(entered.get(column)) || (column.Required && entered.get(column)?.length === 0);
}

interface FormResult { FieldName: string; FieldValue: string | null; ErrorMessage: string | null; HasException: boolean }

/** The id of what was written, or what was not taken. */
function save(list: ListFacts, columns: readonly Column[], entered: ReadonlyMap<Column, Entered>, form: FormData, visit: Visit): number | Problems {
  const formValues = columns.map((column) => ({ FieldName: column.InternalName, FieldValue: formValue(column, entered.get(column) ?? []) }));
  const id = askedId(visit);
  const isNew = id === 0;
  const path = isNew ? `${list.api}/AddValidateUpdateItemUsingPath` : `${list.api}/items(${id})/ValidateUpdateListItem`;
  const body = { formValues, bNewDocumentUpdate: false, ...(isNew ? { listItemCreateInfo: { FolderPath: { DecodedUrl: list.url } } } : {}) };
  try {
    const results = columns.length === 0 ? [] : visit.asking.post<{ value: FormResult[] }>(path, sent(form, digestName), body).value;
    const refused = results.filter(({ HasException }) => HasException);
    return refused.length > 0
      ? new Map(refused.map(({ FieldName, ErrorMessage }) => [FieldName, ErrorMessage ?? '']))
      : isNew ? Number(results.find(({ FieldName }) => FieldName === 'Id')?.FieldValue) : id;
  } catch (problem) {
    if (problem instanceof Refused) {
      return new Map([['', problem.message]]);
    }
    throw problem;
  }
}

/** Every problem once more above the form, where the reader is taken first. */
function summary(problems: Problems, columns: readonly Column[], { say, url }: Visit): Html {
  const line = ([name, message]: [string, string]): Html => {
    const column = columns.find(({ InternalName }) => InternalName === name);
    return html`<li>${column ? html`<a href="#${inputId(column)}">${column.Title}</a>: ${message}` : message}</li>`;
  };
  const isConflict = problems.get('') === say.conflict;
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>${!isConflict && html`<p>${say.wrong}</p>`}<ul>${[...problems].map(line)}</ul>
${isConflict && html`<p><a href="DispForm.aspx${url.search}" target="_blank" rel="noopener">${say.conflictOpen}</a></p>`}</div>`;
}
