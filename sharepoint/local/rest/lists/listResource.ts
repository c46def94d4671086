import { getItems } from '../caml/getItems';
import { currentToken, listScopeOf } from '../changes/changeToken';
import { changesSinceToken } from '../changes/changesSinceToken';
import { getChanges } from '../changes/getChanges';
import { listContentTypeCollection } from '../contentTypes/contentTypeCollection';
import { fieldCollection } from '../fields/fieldCollection';
import type { RequestContext } from '../dispatch/context';
import { addValidateUpdateItem } from '../forms/validateUpdate';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { userResources } from '../web/userResources';
import { informationRights } from './informationRights';
import { itemByUniqueId, readableItem } from '../items/access';
import { itemCollection } from '../items/itemCollection';
import { itemNode } from '../items/itemResource';
import { userNode } from '../users/userResource';
import { principalById } from '../users/principals';
import type { ListCounters, ListRecord } from '../state/records';
import { renderListData, renderListDataAsStream } from '../render/renderListData';
import { viewCollection, viewNode } from '../views/viewCollection';
import { rootFolderNode } from '../files/folderResource';
import { securableFunctions, securableNavigations, listScope } from '../permissions/securable';
import { recycled } from '../recycleBin/recycledNode';
import { recycleList } from '../recycleBin/recycle';
import { basePermissions, halvesOf } from '../permissions/masks';
import { subscriptionCollection } from '../webhooks/subscriptionCollection';
import { customActionsOfList } from '../customActions/customActions';
import { emptyNavigations } from '../web/emptyCollections';
import { webNode } from '../web/webResource';
import { formCollection, formUrl, relatedFields, reserveItemId } from './listParts';
import { emptyValue } from '../odata/values';
import { createList, deleteList, keptProperties, updateList } from './changeLists';
import { listById, listByTitle, visibleLists } from './findLists';
import { readTyped } from '../odata/body';
import { effectivePermissions } from '../permissions/effective';
import { principalByLogin } from '../users/principals';
import { sharePointException } from '../http/errors';

const emptyGuid = '00000000-0000-0000-0000-000000000000';
const always = (value: unknown): Getter<ListRecord> => () => value;
const counters = (list: ListRecord, context: RequestContext): ListCounters =>
  context.store.counters.get(list.id) ??
    { list: list.id, nextItemId: 1, lastItemModified: list.created, lastItemUserModified: list.created, lastItemDeleted: list.created };
const setting = (name: keyof ListRecord['settings']): Getter<ListRecord> => (list) => list.settings[name] ?? null;
const form = (name: string): Getter<ListRecord> => (list) => formUrl(list, name);
const defaultView: Getter<ListRecord> = (list) => {
  const view = list.views.find((candidate) => candidate.isDefault) ?? list.views[0];
  return view === undefined ? null : formUrl(list, view.fileName);
};

const properties: Record<string, Getter<ListRecord>> = {
  AllowContentTypes: always(true),
  BaseTemplate: (list) => list.baseTemplate,
  BaseType: (list) => list.baseType,
  ContentTypesEnabled: setting('contentTypesEnabled'),
  CrawlNonDefaultViews: always(false),
  Created: (list) => formatTime(list.created),
  CurrentChangeToken: (list, context) => currentToken(listScopeOf(list), context),
  DefaultContentApprovalWorkflowId: always(emptyGuid),
  DefaultItemOpenUseListSetting: always(false),
  Description: (list) => list.description,
  Direction: always('none'),
  DisableCommenting: setting('disableCommenting'),
  DisableGridEditing: setting('disableGridEditing'),
  DocumentTemplateUrl: (list) => (list.baseType === 1 ? `${list.url}/Forms/template.dotx` : null),
  DraftVersionVisibility: setting('draftVersionVisibility'),
  EnableAttachments: setting('enableAttachments'),
  EnableFolderCreation: setting('enableFolderCreation'),
  EnableMinorVersions: setting('enableMinorVersions'),
  EnableModeration: setting('enableModeration'),
  EnableRequestSignOff: always(true),
  EnableVersioning: setting('enableVersioning'),
  EntityTypeName: (list) => list.entityTypeName,
  ExemptFromBlockDownloadOfNonViewableFiles: always(false),
  FileSavePostProcessingEnabled: always(false),
  ForceCheckout: setting('forceCheckout'),
  HasExternalDataSource: always(false),
  Hidden: (list) => list.hidden,
  Id: (list) => list.id,
  ImagePath: always({ DecodedUrl: '/_layouts/15/images/itgen.png?rev=47' }),
  ImageUrl: always('/_layouts/15/images/itgen.png?rev=47'),
  IrmEnabled: always(false),
  IrmExpire: always(false),
  IrmReject: always(false),
  IsApplicationList: always(false),
  IsCatalog: (list) => list.url.includes('/_catalogs/'),
  IsPrivate: always(false),
  ItemCount: (list, context) => context.store.items.of(list.id).size,
  LastItemDeletedDate: (list, context) => formatTime(counters(list, context).lastItemDeleted),
  LastItemModifiedDate: (list, context) => formatTime(counters(list, context).lastItemModified),
  LastItemUserModifiedDate: (list, context) => formatTime(counters(list, context).lastItemUserModified),
  ListExperienceOptions: setting('listExperienceOptions'),
  ListItemEntityTypeFullName: (list) => itemTypeName(list),
  MajorVersionLimit: setting('majorVersionLimit'),
  MajorWithMinorVersionsLimit: always(0),
  MultipleDataList: always(false),
  NoCrawl: setting('noCrawl'),
  ParentWebPath: (list) => ({ DecodedUrl: list.site }),
  ParentWebUrl: (list) => list.site,
  ParserDisabled: always(false),
  ServerTemplateCanCreateFolders: always(true),
  TemplateFeatureId: always('00bfea71-de22-43b2-a848-c05709900100'),
  Title: (list) => list.title,
  DefaultDisplayFormUrl: form('DispForm.aspx'),
  DefaultEditFormUrl: form('EditForm.aspx'),
  DefaultNewFormUrl: form('NewForm.aspx'),
  DefaultViewUrl: defaultView,
  EffectiveBasePermissions: (list, context) => basePermissions(context.effective.onList(list)),
  HasUniqueRoleAssignments: (list) => list.assignments !== undefined,
  IsDefaultDocumentLibrary: (list) => list.url === `${list.site}/Shared Documents`,
  IsSiteAssetsLibrary: (list) => list.url === `${list.site}/SiteAssets`,
  IsSystemList: (list) => list.url.includes('/_catalogs/'),
  OnQuickLaunch: setting('onQuickLaunch'),
  ReadSecurity: setting('readSecurity'),
  SchemaXml: (list) => `<List ID="{${list.id}}" Title="${list.title}" BaseType="${list.baseType}" ServerTemplate="${list.baseTemplate}" />`,
  ValidationFormula: setting('validationFormula'),
  ValidationMessage: setting('validationMessage'),
  WriteSecurity: setting('writeSecurity')
};

/** The ones that only come when selected by name. */
const onDemand = new Set<string>([
  ...keptProperties.filter((name) => !(name in properties)),
  'DefaultDisplayFormUrl', 'DefaultEditFormUrl', 'DefaultNewFormUrl', 'DefaultViewUrl', 'EffectiveBasePermissions', 'HasUniqueRoleAssignments',
  'IsDefaultDocumentLibrary', 'IsSiteAssetsLibrary', 'IsSystemList', 'OnQuickLaunch', 'ReadSecurity', 'SchemaXml', 'ValidationFormula',
  'ValidationMessage', 'WriteSecurity'
]);

/** Type of a list's items: `SP.Data.TasksListItem`. */
export const itemTypeName = (list: ListRecord): string => `SP.Data.${list.entityTypeName}Item`;

/** What somebody has set goes before what a list begins with. */
const kept = Object.fromEntries(keptProperties.map((name) => [name, (list: ListRecord, context: RequestContext) => {
  const begins = properties[name] as Getter<ListRecord> | undefined;
  return list.settings.others?.[name] ?? begins?.(list, context) ?? emptyValue(context.metadata.member('SP.List', name)?.type ?? 'Edm.String');
}]));

export const listResource: Resource<ListRecord> = {
  edmType: 'SP.List',
  properties: { ...properties, ...kept },
  onDemand,
  eTag: (list) => `"${list.version}"`,
  navigations: {
    ...securableNavigations(listScope),
    ...emptyNavigations('EventReceivers', 'WorkflowAssociations'),
    ...userResources<ListRecord>({ TitleResource: ({ title }) => title, DescriptionResource: ({ description }) => description }),
    Forms: formCollection,
    InformationRightsManagementSettings: informationRights,
    UserCustomActions: customActionsOfList,
    FirstUniqueAncestorSecurableObject: (list, context) => (list.assignments ? listNode(list) : webNode(context)),
    Fields: (list, context, path) => fieldCollection(list, context, path),
    Items: (list, context, path) => itemCollection(list, context, path),
    ContentTypes: (list, context, path) => listContentTypeCollection(list, context, path),
    Views: (list, context, path) => viewCollection(list, context, path),
    DefaultView: (list, _, path) => {
      const view = list.views.find((candidate) => candidate.isDefault);
      return view === undefined ? undefined : viewNode(list, view, path);
    },
    Subscriptions: (list, context, path) => subscriptionCollection(list, context, path),
    RootFolder: (list, _, path) => rootFolderNode(list, path),
    ParentWeb: (_, context) => webNode(context),
    Author: (list, context, path) => {
      const author = principalById(context.store, list.site, list.authorId);
      return author === undefined ? undefined : userNode(author, path);
    }
  },
  functions: {
    ...securableFunctions(listScope),
    AddValidateUpdateItem: addValidateUpdateItem,
    AddValidateUpdateItemUsingPath: addValidateUpdateItem,
    GetItems: getItems,
    GetRelatedFields: relatedFields,
    ReserveListItemId: reserveItemId,
    RenderListData: renderListData,
    RenderListDataAsStream: renderListDataAsStream,
    GetItemById: (list, args, context) => itemNode(list, readableItem(list, args.integer('id'), context)),
    GetItemByStringId: (list, args, context) => itemNode(list, readableItem(list, Number(args.text('sId')), context)),
    GetItemByUniqueId: (list, args, context) => itemNode(list, itemByUniqueId(list, args.guid('uniqueId'), context)),
    GetView: (list, args, _, path) => {
      const view = list.views.find((candidate) => candidate.id === args.guid('viewGuid'));
      return view === undefined ? undefined : viewNode(list, view, path);
    },
    GetUserEffectivePermissions: (list, args, context) => {
      const user = principalByLogin(context.store, list.site, args.text('userName'));
      if (!user) {
        throw sharePointException('User cannot be found.');
      }
      const mask = effectivePermissions(context.store, list.site, user.id).onList(list);
      return { kind: 'value', type: 'SP.BasePermissions', name: 'GetUserEffectivePermissions', value: basePermissions(mask) };
    },
    GetListItemChangesSinceToken: (list, args, context) => changesSinceToken(list, args, context),
    GetChanges: (list, args, context, path) => getChanges(listScopeOf(list), list, args, context, path),
    Recycle: (list, _, context) => recycled(recycleList(list, context)),
    DeleteObject: (list, _, context) => {
      deleteList(list, context);
      return undefined;
    }
  },
  update: (list, body, context) => listNode(updateList(list, body, context)),
  remove: deleteList
};

export const listPath = (list: ListRecord): string => `Web/Lists(guid'${list.id}')`;
export const listNode = (list: ListRecord): EntityNode => entityNode(listResource, list, listPath(list));

/** `web/lists`. */
export function listCollection(context: RequestContext): CollectionNode {
  return {
    kind: 'collection',
    shape: metadataShape('SP.List', context.metadata),
    path: 'Web/Lists',
    members: () => visibleLists(context).map(listNode),
    byKey: (key) => listNode(listById(key.guid('id'), context)),
    add: (body) => listNode(addList(readTyped('SP.List', body, context.metadata), context)),
    functions: {
      GetById: (args) => listNode(listById(args.guid('id'), context)),
      GetByTitle: (args) => listNode(listByTitle(args.text('title'), context)),
      Add: (args) => {
        const { Title, Url, TemplateType, Description } = args.object('parameters');
        return listNode(createList({
          title: String(Title ?? ''), description: String(Description ?? ''), baseTemplate: Number(TemplateType ?? 100),
          url: typeof Url === 'string' && Url !== '' ? Url : undefined, properties: {}
        }, context));
      },
      EnsureSiteAssetsLibrary: () => listNode(listByFolder('SiteAssets', context)),
      EnsureSitePagesLibrary: () => listNode(listByFolder('SitePages', context))
    }
  };
}

function addList(body: Record<string, unknown>, context: RequestContext): ListRecord {
  const { Title, Description, BaseTemplate, ...properties } = body;
  return createList({
    title: String(Title ?? ''), description: String(Description ?? ''), baseTemplate: Number(BaseTemplate ?? 100), properties
  }, context);
}

function listByFolder(folder: string, context: RequestContext): ListRecord {
  const list = visibleLists(context).find((candidate) => candidate.url === `${candidate.site}/${folder}`);
  if (!list) {
    throw sharePointException(`The library ${folder} does not exist.`); // [A]
  }
  return list;
}

/** The mask as the page context wants it. */
export const listHalves = (list: ListRecord, context: RequestContext): { high: number; low: number } => halvesOf(context.effective.onList(list));
