import { randomUUID } from 'node:crypto';
import { callerId, demand, type RequestContext } from '../dispatch/context';
import { notBuiltHere, sharePointException } from '../http/errors';
import { changeList } from '../lists/changeLists';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import { listData } from '../render/listData';
import { readWanted } from '../render/wanted';
import type { ListRecord, ViewRecord } from '../state/records';
import { parseViewXml, writeViewXml } from './viewXml';

export interface ViewOfList {
  list: ListRecord;
  view: ViewRecord;
}

const always = (value: unknown): Getter<ViewOfList> => () => value;
const url = ({ list, view }: ViewOfList): string => `${list.url}${list.baseType === 1 ? '/Forms' : ''}/${view.fileName}`;

const viewResource: Resource<ViewOfList> = {
  edmType: 'SP.View',
  properties: {
    Aggregations: ({ view }) => view.aggregations ?? null,
    AggregationsStatus: always(null),
    AssociatedContentTypeId: always(null),
    BaseViewId: ({ view }) => view.baseViewId ?? null,
    CalendarViewStyles: always(null),
    ColumnWidth: always(null),
    ContentTypeId: always({ StringValue: '0x' }),
    CustomFormatter: ({ view }) => view.customFormatter ?? null,
    DefaultView: ({ view }) => view.isDefault,
    DefaultViewForContentType: always(false),
    EditorModified: always(false),
    Formats: always(null),
    GridLayout: always(null),
    Hidden: ({ view }) => view.hidden,
    HtmlSchemaXml: ({ list, view }) => writeViewXml(view, url({ list, view })),
    Id: ({ view }) => view.id,
    // [R] Text for the list's first view, null for one that was made.
    ImageUrl: ({ view }) => (view.baseViewId === undefined ? null : '/_layouts/15/images/generic.png?rev=47'),
    IncludeRootFolder: always(false),
    ViewJoins: always(null),
    JSLink: always(null),
    ListViewXml: ({ list, view }) => writeViewXml(view, url({ list, view })),
    Method: always(null),
    MobileDefaultView: always(false),
    MobileView: always(false),
    ModerationType: always(null),
    NewDocumentTemplates: always(null),
    OrderedView: always(false),
    Paged: ({ view }) => view.paged,
    PersonalView: ({ view }) => view.personalOf !== undefined,
    ViewProjectedFields: always(null),
    ViewQuery: ({ view }) => view.query,
    ReadOnlyView: always(false),
    RequiresClientIntegration: always(false),
    RowLimit: ({ view }) => view.rowLimit,
    Scope: ({ view }) => view.scope,
    ServerRelativePath: (owned) => ({ DecodedUrl: url(owned) }),
    ServerRelativeUrl: url,
    StyleId: always(null),
    TabularView: always(true),
    Threaded: always(false),
    Title: ({ view }) => view.title,
    Toolbar: always(null),
    ToolbarTemplateName: always(null),
    ViewType: ({ view }) => view.viewType,
    ViewData: ({ view }) => view.viewData ?? null,
    ViewType2: ({ view }) => view.viewType2 ?? null,
    VisualizationInfo: always(null)
  },
  navigations: { ViewFields: ({ list, view }, _, path) => entityNode(viewFieldsResource, { list, view }, path) },
  functions: {
    DeleteObject: (owned, _, context) => removeView(owned, context),
    RenderAsHtml: (owned, _, context) => ({ kind: 'value', type: 'Edm.String', name: 'RenderAsHtml', value: viewAsHtml(owned, context) }),
    SetViewXml: (owned, args, context) => saveView(owned, { ...owned.view, ...parseViewXml(args.text('viewXml')) }, context)
  },
  update: (owned, body, context) => saveView(owned, changedView(owned.view, body, context), context),
  remove: (owned, context) => {
    removeView(owned, context);
  }
};

const escaped = (value: unknown): string => (typeof value === 'string' ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;') : '');

/** [A] A bare table of what the rows show in one text. */
function viewAsHtml({ list, view }: ViewOfList, context: RequestContext): string {
  const { data, columns } = listData(list, readWanted(list, {}, new Map([['view', view.id]]), context), false, context);
  const cells = (tag: string, texts: unknown[]): string => `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  const rows = (data.Row as Record<string, unknown>[]).map((row) => cells('td', columns.map(({ field }) => row[field.internalName])));
  return `<table>${cells('th', columns.map(({ field }) => field.title))}${rows.join('')}</table>`;
}

const viewFieldsResource: Resource<ViewOfList> = {
  edmType: 'SP.ViewFieldCollection',
  properties: {
    SchemaXml: ({ view }) => view.fields.map((name) => `<FieldRef Name="${name}" />`).join(''),
    Items: ({ view }) => view.fields
  },
  functions: {
    AddViewField: (owned, args, context) => changeFields(owned, context, (fields) => [...fields, fieldName(owned.list, args.text('strField'))]),
    RemoveViewField: (owned, args, context) => changeFields(owned, context, (fields) => fields.filter((name) => name !== fieldName(owned.list, args.text('strField')))),
    RemoveAllViewFields: (owned, _, context) => changeFields(owned, context, () => []),
    MoveViewFieldTo: (owned, args, context) => changeFields(owned, context, (fields) => {
      const name = fieldName(owned.list, args.text('field'));
      const rest = fields.filter((other) => other !== name);
      return [...rest.slice(0, args.integer('index')), name, ...rest.slice(args.integer('index'))];
    })
  }
};

/** A column by internal name or title. */
function fieldName(list: ListRecord, nameOrTitle: string): string {
  const wanted = nameOrTitle.toLowerCase();
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === wanted)
    ?? list.fields.find((candidate) => candidate.title.toLowerCase() === wanted);
  if (!field) {
    throw sharePointException(`Column '${nameOrTitle}' does not exist. It may have been deleted by another user.  ${list.url}`, 500, -2147024809); // [A]
  }
  return field.internalName;
}

const latestView = ({ list, view }: ViewOfList, context: RequestContext): ViewRecord =>
  context.store.lists.get(list.id)?.views.find((candidate) => candidate.id === view.id) ?? view;

function changeFields(owned: ViewOfList, context: RequestContext, change: (fields: string[]) => string[]): undefined {
  const view = latestView(owned, context);
  return saveView(owned, { ...view, fields: [...new Set(change(view.fields))] }, context);
}

/** A personal view is its owner's; every other needs Manage Lists. */
function demandChange({ list, view }: ViewOfList, context: RequestContext): void {
  const mask = context.effective.onList(list);
  demand(mask, view.personalOf !== undefined && view.personalOf === context.userId ? rights.managePersonalViews : rights.manageLists);
}

function saveView(owned: ViewOfList, view: ViewRecord, context: RequestContext): undefined {
  demandChange(owned, context);
  changeList(owned.list, context, (list) => ({
    ...list,
    views: list.views.map((other) => (other.id === view.id ? view : view.isDefault ? { ...other, isDefault: false } : other))
  }));
  return undefined;
}

function removeView(owned: ViewOfList, context: RequestContext): undefined {
  demandChange(owned, context);
  changeList(owned.list, context, (list) => ({ ...list, views: list.views.filter((other) => other.id !== owned.view.id) }));
  return undefined;
}

function changedView(view: ViewRecord, body: Record<string, unknown>, context: RequestContext): ViewRecord {
  const text = (name: string, otherwise: string): string => (typeof body[name] === 'string' ? String(body[name]) : otherwise);
  const flag = (name: string, otherwise: boolean): boolean => (typeof body[name] === 'boolean' ? body[name] === true : otherwise);
  const optional = (name: string, otherwise: string | undefined): string | undefined =>
    (body[name] === undefined ? otherwise : body[name] === null ? undefined : String(body[name]));
  return {
    ...view,
    ...(typeof body.ListViewXml === 'string' ? parseViewXml(body.ListViewXml) : {}),
    title: text('Title', view.title),
    query: text('ViewQuery', view.query),
    rowLimit: typeof body.RowLimit === 'number' ? body.RowLimit : view.rowLimit,
    paged: flag('Paged', view.paged),
    isDefault: flag('DefaultView', view.isDefault),
    hidden: flag('Hidden', view.hidden),
    scope: typeof body.Scope === 'number' ? body.Scope : view.scope,
    aggregations: optional('Aggregations', view.aggregations),
    customFormatter: optional('CustomFormatter', view.customFormatter),
    viewData: optional('ViewData', view.viewData),
    viewType2: optional('ViewType2', view.viewType2),
    personalOf: body.PersonalView === true ? callerId(context) : view.personalOf
  };
}

export const viewNode = (list: ListRecord, view: ViewRecord, path: string): EntityNode => entityNode(viewResource, { list, view }, path);

export const noSuchView = (): Error => sharePointException('The specified view is invalid.', 404, -2147024809); // [A]

/** `list/views`. */
export function viewCollection(list: ListRecord, context: RequestContext, path: string): CollectionNode {
  const current = (): ListRecord => context.store.lists.get(list.id) ?? list;
  const visible = (): ViewRecord[] => current().views.filter((view) => view.personalOf === undefined || view.personalOf === context.userId);
  const node = (view: ViewRecord): EntityNode => viewNode(current(), view, `${path}(guid'${view.id}')`);
  const find = (matches: (view: ViewRecord) => boolean): EntityNode => {
    const view = visible().find(matches);
    if (!view) {
      throw noSuchView();
    }
    return node(view);
  };
  const add = (wanted: ViewRecord): EntityNode => {
    demandChange({ list, view: wanted }, context);
    changeList(list, context, (before) => ({
      ...before, views: [...before.views.map((view) => (wanted.isDefault ? { ...view, isDefault: false } : view)), wanted]
    }));
    return node(wanted);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.View', context.metadata),
    path,
    members: () => visible().map(node),
    byKey: (key) => find((view) => view.id === key.guid('guidId')),
    add: (body) => {
      const read = readTyped('SP.View', body, context.metadata);
      return add(changedView(emptyView(current(), String(read.Title ?? '')), read, context));
    },
    functions: {
      GetById: (args) => find((view) => view.id === args.guid('guidId')),
      GetByTitle: (args) => find((view) => view.title.toLowerCase() === args.text('strTitle').toLowerCase()),
      Add: (args) => {
        const parameters = args.object('parameters');
        if (typeof parameters.ViewTypeKind === 'number' && ![0, 1].includes(parameters.ViewTypeKind)) {
          throw notBuiltHere(`view type ${parameters.ViewTypeKind}`);
        }
        const view = emptyView(current(), String(parameters.Title ?? ''));
        const fields = Array.isArray(parameters.ViewFields) ? parameters.ViewFields.map((name) => fieldName(current(), String(name))) : view.fields;
        return add({
          ...changedView(view, { ...parameters, ViewQuery: parameters.Query, DefaultView: parameters.SetAsDefaultView }, context), fields
        });
      }
    }
  };
}

/** [A] A view made without columns shows the title only. */
function emptyView(list: ListRecord, title: string): ViewRecord {
  const base = title.replace(/[~#%&*{}\\:<>?/+|"'.]/g, '').trim() || 'View';
  const taken = (name: string): boolean => list.views.some((view) => view.fileName.toLowerCase() === name.toLowerCase());
  let fileName = `${base}.aspx`;
  for (let number = 1; taken(fileName); number++) {
    fileName = `${base}${number}.aspx`;
  }
  return {
    id: randomUUID(), title, fileName, query: '', fields: [list.baseType === 1 ? 'LinkFilename' : 'LinkTitle'], rowLimit: 30, paged: true,
    isDefault: false, hidden: false, scope: 0, viewType: 'HTML'
  };
}
