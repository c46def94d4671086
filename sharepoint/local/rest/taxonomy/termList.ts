import type { RequestContext } from '../dispatch/context';
import { parseFieldXml } from '../fields/fieldXml';
import { insertItem } from '../items/changeItems';
import { listsOf } from '../lists/findLists';
import { newList } from '../lists/newList';
import type { FieldRecord, ItemRecord, ListRecord } from '../state/records';

/** A term of a managed metadata column. [A] There is no term store here: whatever guid is written is a term, called what was written first. */
export interface Term {
  label: string;
  guid: string;
}

const systemAccountId = 1073741823;
const columns = ['IdForTermStore', 'Term', 'IdForTermSet', 'IdForTerm', 'Term1033', 'Path1033', 'CatchAllData', 'CatchAllDataLabel'];

const find = (context: RequestContext): ListRecord | undefined => listsOf(context).find(({ url, site }) => url === `${site}/Lists/TaxonomyHiddenList`);

/** The hidden list whose rows number the terms that a site uses (WssId). [A] It comes with the first column, and nobody else writes in it. */
export function termList(context: RequestContext): ListRecord {
  const there = find(context);
  if (there) {
    return there;
  }
  const { list, counters } = newList({
    site: context.site.url, url: `${context.site.url}/Lists/TaxonomyHiddenList`, title: 'TaxonomyHiddenList', description: '', baseTemplate: 100, hidden: true,
    localeId: context.web().localeId, authorId: systemAccountId, now: context.now
  });
  const created: ListRecord = { ...list, readOnly: true, fields: [...list.fields, ...columns.map((name) => parseFieldXml(`<Field Type="Text" Name="${name}" DisplayName="${name}" />`))] };
  context.store.lists.put(created);
  context.store.counters.put(counters);
  return created;
}

/** The number of a term of a term set; a term that is new to the site gets the next one. */
export function numberOf({ label: written, guid }: Term, column: FieldRecord, context: RequestContext): number {
  const list = termList(context);
  const set = column.customization?.TermSetId ?? '';
  for (const { id, values } of context.store.items.of(list.id).values()) {
    if (values.IdForTerm === guid && values.IdForTermSet === set) {
      return id;
    }
  }
  const label = written.trim() || guid;
  const row: Record<string, string> = {
    Title: label, Term: label, Term1033: label, Path1033: label, IdForTermStore: column.customization?.SspId ?? '', IdForTermSet: set, IdForTerm: guid,
    CatchAllData: `${guid}|${set}`, CatchAllDataLabel: `${label}#|`
  };
  return insertItem(list, new Map(list.fields.filter(({ internalName }) => internalName in row).map((field) => [field, row[field.internalName]])), context).id;
}

/** The term with a number. */
export function termOf(id: number, context: RequestContext): Term | undefined {
  const list = find(context);
  const row: ItemRecord | undefined = list && context.store.items.of(list.id).get(id);
  return row && { label: String(row.values.Term ?? ''), guid: String(row.values.IdForTerm) };
}
