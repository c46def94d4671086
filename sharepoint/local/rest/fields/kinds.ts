/** What a column type is in SharePoint's other languages. */
export interface FieldKind {
  /** SP.FieldTypeKind. */
  kind: number;
  /** The entity type of the column itself. */
  entityType: string;
  /** The type of a value, for columns that hold their value under their own name. */
  valueType: string;
  displayName: string;
}

const kind = (number: number, entityType: string, valueType: string, displayName: string): FieldKind =>
  ({ kind: number, entityType, valueType, displayName });

const kinds: Record<string, FieldKind> = {
  Integer: kind(1, 'SP.FieldNumber', 'Edm.Int32', 'Integer'),
  Text: kind(2, 'SP.FieldText', 'Edm.String', 'Single line of text'),
  Note: kind(3, 'SP.FieldMultiLineText', 'Edm.String', 'Multiple lines of text'),
  DateTime: kind(4, 'SP.FieldDateTime', 'Edm.DateTime', 'Date and Time'),
  Counter: kind(5, 'SP.Field', 'Edm.Int32', 'Counter'),
  Choice: kind(6, 'SP.FieldChoice', 'Edm.String', 'Choice'),
  Lookup: kind(7, 'SP.FieldLookup', 'Edm.Int32', 'Lookup'),
  LookupMulti: kind(7, 'SP.FieldLookup', 'Collection(Edm.Int32)', 'Lookup'),
  Boolean: kind(8, 'SP.Field', 'Edm.Boolean', 'Yes/No'),
  Number: kind(9, 'SP.FieldNumber', 'Edm.Double', 'Number'),
  Currency: kind(10, 'SP.FieldCurrency', 'Edm.Double', 'Currency'),
  URL: kind(11, 'SP.FieldUrl', 'SP.FieldUrlValue', 'Hyperlink or Picture'),
  Computed: kind(12, 'SP.FieldComputed', 'Edm.String', 'Computed'),
  Guid: kind(14, 'SP.FieldGuid', 'Edm.Guid', 'Guid'),
  MultiChoice: kind(15, 'SP.FieldMultiChoice', 'Collection(Edm.String)', 'Choice'),
  Calculated: kind(17, 'SP.FieldCalculated', 'Edm.String', 'Calculated'),
  File: kind(18, 'SP.Field', 'Edm.String', 'File'),
  Attachments: kind(19, 'SP.Field', 'Edm.Boolean', 'Attachments'),
  User: kind(20, 'SP.FieldUser', 'Edm.Int32', 'Person or Group'),
  UserMulti: kind(20, 'SP.FieldUser', 'Collection(Edm.Int32)', 'Person or Group'),
  ModStat: kind(23, 'SP.Field', 'Edm.Int32', 'Approval Status'),
  TaxonomyFieldType: kind(0, 'SP.Taxonomy.TaxonomyField', 'SP.Taxonomy.TaxonomyFieldValue', 'Managed Metadata'),
  TaxonomyFieldTypeMulti: kind(0, 'SP.Taxonomy.TaxonomyField', 'Collection(SP.Taxonomy.TaxonomyFieldValue)', 'Managed Metadata'),
  Location: kind(33, 'SP.FieldLocation', 'Edm.String', 'Location'),
  Thumbnail: kind(34, 'SP.Field', 'Edm.String', 'Image'),
  ContentTypeId: kind(25, 'SP.Field', 'Edm.String', 'Content Type Id')
};

/** Undefined for a type that is not built here. */
export const fieldKind = (type: string): FieldKind | undefined => kinds[type];

/** The type of a kind number, as POST to `fields` and `AddField` give it; 0 is that of several that come by XML only. */
export function typeOfKind(number: number): string | undefined {
  return Object.keys(kinds).find((type) => number !== 0 && kinds[type].kind === number);
}

export const isPerson = (type: string): boolean => type === 'User' || type === 'UserMulti';
export const isLookup = (type: string): boolean => type === 'Lookup' || type === 'LookupMulti';
export const isTaxonomy = (type: string): boolean => type === 'TaxonomyFieldType' || type === 'TaxonomyFieldTypeMulti';

/** The name a column has in JSON: names that begin with `_` (also an escaped first character) get a prefix. */
export const entityPropertyName = (internalName: string): string => (internalName.startsWith('_') ? `OData_${internalName}` : internalName);

/** Turns a display name into an internal one: what is no letter, digit or `_` becomes `_xNNNN_`, at most 32 characters. */
export function internalNameOf(displayName: string): string {
  const escape = (character: string): string => `_x${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`;
  const escaped = [...displayName].map((character, index) =>
    (/[A-Za-z_]/.test(character) || (index > 0 && /\d/.test(character)) ? character : escape(character)));
  return escaped.join('').slice(0, 32);
}
