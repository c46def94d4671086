import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../dispatch/context';
import { parseFieldXml } from '../fields/fieldXml';
import { isTaxonomy } from '../fields/kinds';
import type { FieldRecord } from '../state/records';
import { termList } from './termList';
import { noteOf } from './termValues';

/** What a managed metadata column comes with. */
export interface Companions {
  field: FieldRecord;
  /** The hidden note column that holds the same as text, and `TaxCatchAll`, where they are not there yet. */
  more: FieldRecord[];
}

/** Completes a managed metadata column; every other column is complete. */
export function withCompanions(fields: readonly FieldRecord[], field: FieldRecord, context: RequestContext): Companions {
  if (!isTaxonomy(field.type)) {
    return { field, more: [] };
  }
  const list = termList(context);
  const there = noteOf(field, fields);
  const note = there ?? newNote(field);
  const completed = { ...field, lookup: { list: list.id, field: 'Term1033' }, customization: { ...field.customization, TextField: `{${note.id}}` } };
  const shared = fields.some(({ internalName }) => internalName === 'TaxCatchAll') ? [] : catchAll(list.id);
  return { field: completed, more: [...(there ? [] : [note]), ...shared] };
}

/** [I] Its name is a guid's digits behind a letter. */
function newNote({ title }: FieldRecord): FieldRecord {
  const name = `g${randomUUID().replace(/-/g, '').slice(1)}`;
  return { ...parseFieldXml('<Field Type="Note" Hidden="TRUE" ShowInViewForms="FALSE" CanToggleHidden="TRUE" />'), internalName: name, staticName: name, title: `${title}_0` };
}

/** The two columns that have the terms of all others. */
const catchAll = (listId: string): FieldRecord[] => [
  ['TaxCatchAll', 'f3b0adf9-c1a2-4b02-920d-943fba4b3611', 'Taxonomy Catch All Column', 'CatchAllData', ''],
  ['TaxCatchAllLabel', '8f6b6dd8-9357-4019-8172-966fcd502ed2', 'Taxonomy Catch All Column1', 'CatchAllDataLabel', ' FieldRef="TaxCatchAll"']
].map(([name, id, title, shown, more]) => {
  const field = parseFieldXml(`<Field Type="LookupMulti" Mult="TRUE" ID="{${id}}" Name="${name}" DisplayName="${title}" List="{${listId}}" ShowField="${shown}" Hidden="TRUE"${more} />`);
  return { ...field, fromBaseType: true, lookup: { list: listId, field: shown, ...(more === '' ? {} : { primary: 'TaxCatchAll' }) } };
});
