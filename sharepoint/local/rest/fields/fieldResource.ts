import type { RequestContext } from '../dispatch/context';
import type { Arguments } from '../odata/arguments';
import { normalGuid } from '../odata/literals';
import { entityNode, type EntityNode, type Getter, type Operation, type Resource } from '../odata/nodes';
import type { FieldRecord, ListRecord } from '../state/records';
import { type FieldOwner, removeField, updateField } from './changeFields';
import { userResources } from '../web/userResources';
import { removeSiteColumn, updateSiteColumn } from './siteColumns';
import { writeFieldXml } from './fieldXml';
import { entityPropertyName, fieldKind, isLookup } from './kinds';

/** A column with the list it belongs to. */
interface FieldOfList {
  field: FieldRecord;
  list: ListRecord;
}

/** A column of a list, or of a web. */
interface FieldOfOwner {
  field: FieldRecord;
  list: FieldOwner;
}

type FieldGetter = Getter<FieldOfOwner>;

const emptyGuid = '00000000-0000-0000-0000-000000000000';

const attribute = (name: string, otherwise: string | null = null): FieldGetter => ({ field }) => field.attributes[name] ?? otherwise;
const flag = (name: string, otherwise: boolean = false): FieldGetter => ({ field }) =>
  (field.attributes[name] === undefined ? otherwise : field.attributes[name].toUpperCase() === 'TRUE');
const number = (name: string, otherwise: number): FieldGetter => ({ field }) => Number(field.attributes[name] ?? otherwise);
const always = (value: unknown): FieldGetter => () => value;

const common: Record<string, FieldGetter> = {
  AutoIndexed: always(false),
  CanBeDeleted: ({ field }) => !field.fromBaseType,
  ClientSideComponentId: always(emptyGuid),
  ClientSideComponentProperties: always(null),
  ClientValidationFormula: always(null),
  ClientValidationMessage: always(null),
  CustomFormatter: ({ field }) => field.customFormatter ?? null,
  DefaultFormula: always(null),
  DefaultValue: ({ field }) => field.defaultValue ?? null,
  Description: ({ field }) => field.description,
  Direction: always('none'),
  EnforceUniqueValues: ({ field }) => field.unique,
  EntityPropertyName: ({ field }) => entityPropertyName(field.internalName),
  Filterable: ({ field }) => field.type !== 'Note',
  FromBaseType: ({ field }) => field.fromBaseType,
  Group: ({ field }) => field.group,
  Hidden: ({ field }) => field.hidden,
  Id: ({ field }) => field.id,
  Indexed: ({ field }) => field.indexed,
  IndexStatus: ({ field }) => (field.indexed ? 1 : 0),
  InternalName: ({ field }) => field.internalName,
  IsModern: always(false),
  JSLink: attribute('JSLink', 'clienttemplates.js'),
  PinnedToFiltersPane: always(false),
  ReadOnlyField: ({ field }) => field.readOnly,
  Required: ({ field }) => field.required,
  SchemaXml: ({ field, list }) => writeFieldXml(field, list.id),
  Scope: ({ list }) => list.url,
  Sealed: ({ field }) => field.sealed,
  ShowInFiltersPane: always(0),
  Sortable: ({ field }) => field.type !== 'Note' && !field.multiple,
  StaticName: ({ field }) => field.staticName,
  Title: ({ field }) => field.title,
  FieldTypeKind: ({ field }) => fieldKind(field.type)?.kind ?? 0,
  TypeAsString: ({ field }) => field.type,
  TypeDisplayName: ({ field }) => fieldKind(field.type)?.displayName ?? field.type,
  TypeShortDescription: ({ field }) => fieldKind(field.type)?.displayName ?? field.type,
  ValidationFormula: ({ field }) => field.validationFormula ?? null,
  ValidationMessage: ({ field }) => field.validationMessage ?? null
};

const lookupProperties: Record<string, FieldGetter> = {
  AllowMultipleValues: ({ field }) => field.multiple,
  DependentLookupInternalNames: ({ field, list }) =>
    list.fields.filter((other) => other.lookup?.primary === field.internalName).map((other) => other.internalName),
  IsDependentLookup: ({ field }) => field.lookup?.primary !== undefined,
  IsRelationship: ({ field }) => isLookup(field.type),
  LookupField: ({ field }) => field.lookup?.field ?? '',
  LookupList: ({ field }) => field.lookup?.list ?? '',
  LookupWebId: (_, context) => context.web().webId,
  PrimaryFieldId: ({ field, list }) => list.fields.find((other) => other.internalName === field.lookup?.primary)?.id ?? null,
  RelationshipDeleteBehavior: always(0),
  UnlimitedLengthInDocumentLibrary: always(false)
};

const numberProperties: Record<string, FieldGetter> = {
  CommaSeparator: flag('CommaSeparator', true),
  CustomUnitName: attribute('CustomUnitName'),
  CustomUnitOnRight: flag('CustomUnitOnRight', true),
  DisplayFormat: number('Decimals', -1),
  MaximumValue: number('Max', Number.MAX_VALUE),
  MinimumValue: number('Min', -Number.MAX_VALUE),
  ShowAsPercentage: flag('Percentage'),
  Unit: attribute('Unit')
};

const choiceProperties: Record<string, FieldGetter> = {
  FillInChoice: flag('FillInChoice'),
  Mappings: always(null),
  Choices: ({ field }) => field.choices ?? []
};

const setting = (name: string, otherwise: unknown): FieldGetter => ({ field }) => {
  const value = field.customization?.[name];
  return value === undefined ? otherwise : typeof otherwise === 'boolean' ? /^true$/i.test(value) : normalGuid(value) ?? value;
};

/** What a kind of column has beside the common properties. */
const typed: Record<string, Record<string, FieldGetter>> = {
  'SP.FieldText': { MaxLength: number('MaxLength', 255) },
  'SP.FieldMultiLineText': {
    AllowHyperlink: flag('AllowHyperlink'),
    AppendOnly: flag('AppendOnly'),
    IsLongHyperlink: always(false),
    NumberOfLines: number('NumLines', 6),
    RestrictedMode: flag('RestrictedMode', true),
    RichText: flag('RichText'),
    UnlimitedLengthInDocumentLibrary: always(false),
    WikiLinking: always(false)
  },
  'SP.FieldNumber': numberProperties,
  'SP.FieldCurrency': { ...numberProperties, CurrencyLocaleId: number('LCID', 1033) },
  'SP.FieldDateTime': {
    DateTimeCalendarType: number('CalType', 0),
    DateFormat: always(null),
    DisplayFormat: ({ field }) => (field.attributes.Format === 'DateOnly' ? 0 : 1),
    FriendlyDisplayFormat: ({ field }) => ({ Disabled: 1, Relative: 2 })[field.attributes.FriendlyDisplayFormat ?? ''] ?? 0,
    TimeFormat: always(null)
  },
  'SP.FieldMultiChoice': choiceProperties,
  'SP.FieldChoice': { ...choiceProperties, EditFormat: ({ field }) => (field.attributes.Format === 'RadioButtons' ? 1 : 0) },
  'SP.FieldLookup': lookupProperties,
  'SP.FieldUser': {
    ...lookupProperties,
    AllowDisplay: always(true),
    Presence: always(true),
    SelectionGroup: number('UserSelectionScope', 0),
    SelectionMode: ({ field }) => (field.attributes.UserSelectionMode === 'PeopleOnly' ? 0 : 1),
    UserDisplayOptions: always(null)
  },
  'SP.Taxonomy.TaxonomyField': {
    ...lookupProperties,
    AnchorId: setting('AnchorId', emptyGuid),
    CreateValuesInEditForm: setting('CreateValuesInEditForm', false),
    IsAnchorValid: always(true),
    IsDocTagsEnabled: always(false),
    IsEnhancedImageTaggingEnabled: always(false),
    IsKeyword: setting('IsKeyword', false),
    IsPathRendered: setting('IsPathRendered', false),
    IsTermSetValid: always(true),
    Open: setting('Open', false),
    SspId: setting('SspId', emptyGuid),
    TargetTemplate: setting('TargetTemplate', null),
    TermSetId: setting('TermSetId', emptyGuid),
    TextField: setting('TextField', emptyGuid),
    UserCreated: setting('UserCreated', false)
  },
  'SP.FieldUrl': { DisplayFormat: ({ field }) => (field.attributes.Format === 'Image' ? 1 : 0) },
  'SP.FieldCalculated': {
    CurrencyLocaleId: number('LCID', 1033),
    DateFormat: ({ field }) => (field.attributes.Format === 'DateTime' ? 1 : 0),
    DisplayFormat: number('Decimals', -1),
    Formula: ({ field }) => field.formula ?? '',
    OutputType: ({ field }) => fieldKind(field.attributes.ResultType ?? 'Text')?.kind ?? 2,
    ShowAsPercentage: flag('Percentage')
  },
  'SP.FieldComputed': { EnableLookup: always(false) }
};

const entityType = (field: FieldRecord): string => fieldKind(field.type)?.entityType ?? 'SP.Field';

const readable: Pick<Resource<FieldOfOwner>, 'edmType' | 'properties' | 'navigations' | 'typeOf' | 'defaultsOf' | 'dynamic'> = {
  edmType: 'SP.Field',
  properties: common,
  navigations: userResources<FieldOfOwner>({ TitleResource: ({ field }) => field.title, DescriptionResource: ({ field }) => field.description }),
  typeOf: ({ field }) => entityType(field),
  defaultsOf: ({ field }) => [...Object.keys(common), ...Object.keys(typed[entityType(field)] ?? {})],
  dynamic: (owned, name, context) => typed[entityType(owned.field)]?.[name]?.(owned, context) ?? null
};

/** In which forms a column shows. */
function formSwitches<T extends FieldOfOwner>(change: (owned: T, body: Record<string, unknown>, context: RequestContext) => void): Record<string, Operation<T>> {
  return Object.fromEntries(['ShowInDisplayForm', 'ShowInEditForm', 'ShowInNewForm'].map((name) => [`Set${name}`, (owned: T, args: Arguments, context: RequestContext) => {
    change(owned, { [name]: args.flag('value') }, context);
    return undefined;
  }]));
}

const fieldResource: Resource<FieldOfList> = {
  ...readable,
  update: ({ field, list }, body, context) => {
    updateField(list, field, body, context);
    return undefined;
  },
  remove: ({ field, list }, context) => removeField(list, field, context),
  functions: {
    DeleteObject: ({ field, list }, _, context) => removeField(list, field, context),
    ...formSwitches<FieldOfList>(({ field, list }, body, context) => updateField(list, field, body, context))
  }
};

export const fieldNode = (list: ListRecord, field: FieldRecord, path: string): EntityNode => entityNode(fieldResource, { list, field }, path);

const siteColumnResource: Resource<FieldOfOwner> = {
  ...readable,
  update: ({ field }, body, context) => {
    updateSiteColumn(field, body, context);
    return undefined;
  },
  remove: ({ field }, context) => removeSiteColumn(field, context),
  functions: {
    DeleteObject: ({ field }, _, context) => removeSiteColumn(field, context),
    ...formSwitches<FieldOfOwner>(({ field }, body, context) => updateSiteColumn(field, body, context))
  }
};

export const siteColumnNode = (list: FieldOwner, field: FieldRecord, path: string): EntityNode => entityNode(siteColumnResource, { list, field }, path);
