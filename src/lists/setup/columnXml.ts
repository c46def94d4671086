import { escapeXml } from '../caml';
import type { Column, ColumnType } from '../schema/columns';

/** How each kind of column is written for `fields/createfieldasxml`. */
const xmlTypes: Readonly<Record<ColumnType, { type: string; attributes?: Record<string, string> }>> = {
  Text: { type: 'Text', attributes: { MaxLength: '255' } },
  Note: { type: 'Note', attributes: { NumLines: '6', RichText: 'FALSE', UnlimitedLengthInDocumentLibrary: 'FALSE' } },
  Number: { type: 'Number' },
  Boolean: { type: 'Boolean' },
  DateOnly: { type: 'DateTime', attributes: { Format: 'DateOnly' } },
  DateTime: { type: 'DateTime', attributes: { Format: 'DateTime' } },
  Choice: { type: 'Choice', attributes: { Format: 'Dropdown' } },
  MultiChoice: { type: 'MultiChoice' },
  User: { type: 'User', attributes: { UserSelectionMode: 'PeopleOnly' } },
  UserMulti: { type: 'UserMulti', attributes: { UserSelectionMode: 'PeopleOnly', Mult: 'TRUE' } },
  Lookup: { type: 'Lookup', attributes: { ShowField: 'Title' } },
  LookupMulti: { type: 'LookupMulti', attributes: { ShowField: 'Title', Mult: 'TRUE' } }
};

/**
 * A column as SharePoint's field XML.
 * @param lookupListId GUID of the list that a lookup points at
 */
export function columnXml(column: Column, lookupListId: string | undefined): string {
  const { type, attributes: typeAttributes } = xmlTypes[column.type];
  const attributes: Record<string, string | undefined> = {
    Type: type, Name: column.name, StaticName: column.name, DisplayName: column.title,
    Required: truth(column.required), Indexed: truth(column.indexed || column.unique), EnforceUniqueValues: truth(column.unique), Hidden: truth(column.hidden),
    FillInChoice: truth(column.fillIn), List: lookupListId && `{${lookupListId}}`, ...typeAttributes
  };
  const written = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined).map(([name, value]) => `${name}="${escapeXml(value)}"`);
  const choices = column.choices ? `<CHOICES>${column.choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join('')}</CHOICES>` : '';
  return `<Field ${written.join(' ')}>${choices}${column.type === 'Boolean' ? '<Default>0</Default>' : ''}</Field>`;
}

function truth(value: boolean | undefined): string | undefined {
  return value ? 'TRUE' : undefined;
}
