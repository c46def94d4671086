import { currentToken, webScopeOf } from '../changes/changeToken';
import { getChanges } from '../changes/getChanges';
import { webContentTypeCollection } from '../contentTypes/contentTypeCollection';
import { demand, type RequestContext } from '../dispatch/context';
import { peopleTemplate } from '../fields/builtIn';
import { notBuiltHere, sharePointException } from '../http/errors';
import { listCollection, listNode } from '../lists/listResource';
import { listByTitle, listByUrl, listsOf } from '../lists/findLists';
import { formatTime } from '../odata/dates';
import { entityNode, type EntityNode, type Getter, type Navigate, type Resource } from '../odata/nodes';
import { effectivePermissions } from '../permissions/effective';
import { basePermissions, grants, maskOf, rights } from '../permissions/masks';
import { roleCollection } from '../permissions/roleDefinitions';
import { securableFunctions, securableNavigations, webScope } from '../permissions/securable';
import { webRecycleBin, webRecycleBinFunctions } from '../recycleBin/recycleBinCollection';
import type { WebRecord } from '../state/records';
import { groupCollection, groupNode } from '../users/groupResource';
import { principalById, principalByLogin } from '../users/principals';
import { ensureUser, siteUsers, userById, userNode } from '../users/userResource';
import { fileFunctions } from '../files/fileFunctions';
import { folderCollection, folderNode } from '../files/folderResource';
import { uploadImage } from '../files/uploadImage';
import { componentFunctions } from './components';
import { emptyCollection, emptyNavigations } from './emptyCollections';
import { featuresOfWeb } from './features';
import { navigationNode } from './navigation';
import { propertyBagNode } from './propertyBag';
import { regionalSettingsNode } from './regionalSettings';
import { siteColumnCollection } from '../fields/fieldCollection';
import { customActionsOfWeb } from '../customActions/customActions';
import { webQuestions } from './siteFunctions';
import { userResources } from './userResources';
import { settingDefaults, settingOf, welcomePage, withSettings } from './webSettings';

const always = (value: unknown): Getter<WebRecord> => () => value;
export const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** When an item of any list was last changed. */
const newestItem = (context: RequestContext): number =>
  Math.max(context.web().created, ...listsOf(context).map((list) => context.store.counters.get(list.id)?.lastItemModified ?? 0));

const properties: Record<string, Getter<WebRecord>> = {
  ...Object.fromEntries(Object.keys(settingDefaults).map((name) => [name, settingOf(name)])),
  AllowRssFeeds: always(true),
  AlternateCssUrl: always(''),
  AppInstanceId: always(emptyGuid),
  ClassicWelcomePage: always(null),
  Configuration: always(0),
  Created: (web) => formatTime(web.created),
  CurrentChangeToken: (_, context) => currentToken(webScopeOf(context), context),
  CustomMasterUrl: (web) => `${web.url}/_catalogs/masterpage/seattle.master`,
  Description: (web) => web.description,
  DesignPackageId: always(emptyGuid),
  DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: always(false),
  Id: (web) => web.webId,
  IsEduClass: always(false),
  IsHomepageModernized: always(false),
  IsRevertHomepageLinkHidden: always(false),
  Language: (web) => web.localeId,
  LastItemModifiedDate: (_, context) => formatTime(newestItem(context)),
  LastItemUserModifiedDate: (_, context) => formatTime(newestItem(context)),
  MasterUrl: (web) => `${web.url}/_catalogs/masterpage/seattle.master`,
  ObjectCacheEnabled: always(false),
  ResourcePath: (_, context) => ({ DecodedUrl: context.webUrl }),
  RecycleBinEnabled: always(true),
  ServerRelativeUrl: (web) => web.url,
  TenantAdminMembersCanShare: always(0),
  Title: (web) => web.title,
  UIVersion: always(15),
  UIVersionConfigurationEnabled: always(false),
  Url: (_, context) => context.webUrl,
  WebTemplate: always('GROUP'),
  WelcomePage: welcomePage,
  EffectiveBasePermissions: (web, context) => basePermissions(context.effective.onWeb(web)),
  HasUniqueRoleAssignments: always(true),
  ServerRelativePath: (web) => ({ DecodedUrl: web.url }),
  SupportedUILanguageIds: always([1030, 1033])
};

const associated = (role: keyof WebRecord['groups']): Navigate<WebRecord> => (web, context) => {
  const group = principalById(context.store, web.url, web.groups[role]);
  return group && groupNode(group);
};

export const webResource: Resource<WebRecord> = {
  edmType: 'SP.Web',
  properties,
  onDemand: new Set([
    'CommentsOnSitePagesDisabled', 'EffectiveBasePermissions', 'HasUniqueRoleAssignments', 'IsHomepageModernized', 'MembersCanShare', 'RequestAccessEmail',
    'ServerRelativePath', 'SiteLogoDescription', 'SupportedUILanguageIds'
  ]),
  eTag: (web) => `"${web.version}"`,
  navigations: {
    ...securableNavigations(webScope),
    ...emptyNavigations('Alerts', 'EventReceivers', 'WebInfos', 'Webs', 'WorkflowAssociations'),
    ...userResources<WebRecord>({ TitleResource: ({ title }) => title, DescriptionResource: ({ description }) => description }),
    Features: featuresOfWeb,
    UserCustomActions: customActionsOfWeb,
    FirstUniqueAncestorSecurableObject: (_, context) => webNode(context),
    AllProperties: (web) => propertyBagNode(web),
    Lists: (_, context) => listCollection(context),
    CurrentUser: (_, context, path) => currentUser(context, path),
    SiteUsers: (_, context) => siteUsers(context),
    SiteGroups: (_, context) => groupCollection(context),
    RoleDefinitions: (_, context) => roleCollection(context),
    AssociatedOwnerGroup: associated('owners'),
    AssociatedMemberGroup: associated('members'),
    AssociatedVisitorGroup: associated('visitors'),
    Fields: (_, context, path) => siteColumnCollection(context, path),
    AvailableFields: (_, context, path) => siteColumnCollection(context, path),
    Folders: (web, context, path) => folderCollection({ url: web.url }, context, path),
    AvailableContentTypes: (_, context, path) => webContentTypeCollection(context, path),
    ContentTypes: (_, context, path) => webContentTypeCollection(context, path),
    RecycleBin: webRecycleBin,
    RootFolder: (web) => folderNode({ url: web.url }),
    Navigation: (_, context) => navigationNode(context),
    RegionalSettings: (web, _, path) => regionalSettingsNode(web, path),
    SiteUserInfoList: (web, context) => listNode(listByUrl(`${web.url}/_catalogs/users`, context)),
    Author: (web, context, path) => firstOwner(web, context, path),
    ParentWeb: () => undefined
  },
  functions: {
    ...securableFunctions(webScope),
    ...componentFunctions,
    ...fileFunctions,
    ...webRecycleBinFunctions,
    GetChanges: (_, args, context, path) => getChanges(webScopeOf(context), undefined, args, context, path),
    GetList: (_, args, context) => listNode(listByUrl(args.text('strUrl'), context)),
    GetListUsingPath: (_, args, context) => listNode(listByUrl(args.text('DecodedUrl'), context)),
    GetListByTitle: (_, args, context) => listNode(listByTitle(args.text('title'), context)),
    EnsureUser: (_, args, context) => userNode(ensureUser(args.text('logonName'), context)),
    GetUserById: (_, args, context) => userById(args.integer('userId'), context),
    DefaultDocumentLibrary: (web, _, context) => listNode(listByUrl(`${web.url}/Shared Documents`, context)),
    GetCatalog: (web, args, context) => catalog(web, args.integer('typeCatalog'), context),
    GetCustomListTemplates: (_, __, context, path) => emptyCollection('SP.ListTemplate', context, path),
    ...webQuestions,
    UploadImage: uploadImage,
    GetSubwebsFilteredForCurrentUser: (_, __, context, path) => emptyCollection('SP.WebInformation', context, path),
    DoesUserHavePermissions: (web, args, context) => {
      const mask = args.object('permissionMask');
      const granted = grants(context.effective.onWeb(web), maskOf(Number(mask.High ?? 0), Number(mask.Low ?? 0)));
      return { kind: 'value', type: 'Edm.Boolean', name: 'DoesUserHavePermissions', value: granted };
    },
    GetUserEffectivePermissions: (web, args, context) => {
      const user = principalByLogin(context.store, web.url, args.text('userName'));
      if (!user) {
        throw sharePointException('User cannot be found.');
      }
      const mask = effectivePermissions(context.store, web.url, user.id).onWeb(web);
      return { kind: 'value', type: 'SP.BasePermissions', name: 'GetUserEffectivePermissions', value: basePermissions(mask) };
    }
  },
  update: (web, body, context) => {
    demand(context.effective.onWeb(web), rights.manageWeb);
    context.store.webs.put(withSettings(web, body));
    return webNode(context);
  }
};

export const webNode = (context: RequestContext): EntityNode => entityNode(webResource, context.web(), 'Web');

function currentUser(context: RequestContext, path: string): EntityNode | undefined {
  const user = context.userId === undefined ? undefined : principalById(context.store, context.site.url, context.userId);
  return user && userNode(user, path);
}

/** Who made the web. */
function firstOwner(web: WebRecord, context: RequestContext, path: string): EntityNode | undefined {
  const owner = principalById(context.store, web.url, principalById(context.store, web.url, web.groups.owners)?.members[0] ?? 0);
  return owner && userNode(owner, path);
}

/** The catalogues of a site are lists; here only that of its people is one. */
function catalog(web: WebRecord, template: number, context: RequestContext): EntityNode {
  if (template !== peopleTemplate) {
    throw notBuiltHere(`SP.Web/GetCatalog(${template})`);
  }
  return listNode(listByUrl(`${web.url}/_catalogs/users`, context));
}
