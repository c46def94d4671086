import type { ListDifference } from '../../plan/ports/planSetup';
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

/** The type of a column as SharePoint names it, in XML and in `TypeAsString`. */
export function xmlTypeOf(column: Column): string {
  return xmlTypes[column.type].type;
}

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

/** The XML of a column that is there, with the choices it lacks and as plain text; everything else as it was found. */
export function mendedXml(found: string, column: Column, differences: readonly ListDifference[]): string {
  let xml = found;
  if (differences.some(({ kind }) => kind === 'richTextOn')) {
    xml = xml.replace(/ RichText="TRUE"/i, ' RichText="FALSE"').replace(/ RichTextMode="[^"]*"/, '');
  }
  if (differences.some(({ kind }) => kind === 'choiceMissing')) {
    const missing = (column.choices ?? []).map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).filter((choice) => !xml.includes(choice)).join('');
    xml = withChoices(xml, missing);
  }
  return xml;
}

function withChoices(xml: string, choices: string): string {
  if (xml.includes('</CHOICES>')) {
    return xml.replace('</CHOICES>', `${choices}</CHOICES>`);
  }
  const all = `<CHOICES>${choices}</CHOICES>`;
  const withoutEmpty = xml.replace(/<CHOICES\s*\/>/, '');
  return withoutEmpty.includes('</Field>') ? withoutEmpty.replace('</Field>', `${all}</Field>`) : withoutEmpty.replace(/\s*\/>$/, `>${all}</Field>`);
}

function truth(value: boolean | undefined): string | undefined {
  return value ? 'TRUE' : undefined;
}
