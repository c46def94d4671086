import { isPerson, typeOfKind } from './kinds';

/** XML attributes by the property that sets them, for properties without a place of their own. */
const attributeOf: Record<string, string> = {
  MaxLength: 'MaxLength', NumberOfLines: 'NumLines', RichText: 'RichText', AppendOnly: 'AppendOnly', RestrictedMode: 'RestrictedMode',
  AllowHyperlink: 'AllowHyperlink', FillInChoice: 'FillInChoice', MaximumValue: 'Max', MinimumValue: 'Min', CommaSeparator: 'CommaSeparator',
  ShowAsPercentage: 'Percentage', CurrencyLocaleId: 'LCID', JSLink: 'JSLink', Unit: 'Unit', CustomUnitName: 'CustomUnitName',
  ShowInDisplayForm: 'ShowInDisplayForm', ShowInEditForm: 'ShowInEditForm', ShowInNewForm: 'ShowInNewForm'
};

/** The XML attributes that the properties of a body set, for a new column and for one that is changed. */
export function fieldAttributes(type: string, body: Record<string, unknown>): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [property, attribute] of Object.entries(attributeOf)) {
    const value = body[property];
    if (value !== undefined && value !== null) {
      attributes[attribute] = typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
    }
  }
  if (typeof body.DisplayFormat === 'number') {
    Object.assign(attributes, displayFormat(type, body.DisplayFormat));
  }
  if (typeof body.EditFormat === 'number' && type === 'Choice') {
    attributes.Format = body.EditFormat === 1 ? 'RadioButtons' : 'Dropdown';
  }
  if (typeof body.SelectionMode === 'number' && isPerson(type)) {
    attributes.UserSelectionMode = body.SelectionMode === 0 ? 'PeopleOnly' : 'PeopleAndGroups';
  }
  if (typeof body.OutputType === 'number') {
    attributes.ResultType = typeOfKind(body.OutputType) ?? 'Text';
  }
  if (typeof body.DateFormat === 'number' && type === 'Calculated') {
    attributes.Format = body.DateFormat === 0 ? 'DateOnly' : 'DateTime';
  }
  return attributes;
}

/** One property means a date's time, a number's decimals or a link's picture, by the kind of column. */
function displayFormat(type: string, format: number): Record<string, string> {
  switch (type) {
    case 'DateTime':
      return { Format: format === 0 ? 'DateOnly' : 'DateTime' };
    case 'URL':
      return { Format: format === 0 ? 'Hyperlink' : 'Image' };
    case 'Number':
    case 'Currency':
    case 'Calculated':
      return { Decimals: String(format) };
    default:
      return {};
  }
}
