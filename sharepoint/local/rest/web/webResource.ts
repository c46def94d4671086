import { demand, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { listCollection, listNode } from '../lists/listResource';
import { listByTitle, listByUrl, listsOf } from '../lists/findLists';
import { formatTime } from '../odata/dates';
import { entityNode, type EntityNode, type Getter, type Navigate, type Resource } from '../odata/nodes';
import { effectivePermissions } from '../permissions/effective';
import { basePermissions, grants, maskOf, rights } from '../permissions/masks';
import { roleCollection } from '../permissions/roleDefinitions';
import { securableFunctions, securableNavigations, webScope } from '../permissions/securable';
import type { WebRecord } from '../state/records';
import { groupCollection, groupNode } from '../users/groupResource';
import { principalById, principalByLogin } from '../users/principals';
import { ensureUser, siteUsers, userById, userNode } from '../users/userResource';
import { fileFunctions } from '../files/fileFunctions';
import { folderCollection, folderNode } from '../files/folderResource';
import { componentFunctions } from './components';
import { regionalSettingsNode } from './regionalSettings';

const always = (value: unknown): Getter<WebRecord> => () => value;
const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** When an item of any list was last changed. */
const newestItem = (context: RequestContext): number =>
  Math.max(context.web().created, ...listsOf(context).map((list) => context.store.counters.get(list.id)?.lastItemModified ?? 0));

const properties: Record<string, Getter<WebRecord>> = {
  AllowRssFeeds: always(true),
  AlternateCssUrl: always(''),
  AppInstanceId: always(emptyGuid),
  ClassicWelcomePage: always(null),
  Configuration: always(0),
  Created: (web) => formatTime(web.created),
  CurrentChangeToken: (web, context) => ({ StringValue: `1;2;${web.webId};${(BigInt(context.now) + 62135596800000n) * 10000n};${web.version}` }),
  CustomMasterUrl: (web) => `${web.url}/_catalogs/masterpage/seattle.master`,
  Description: (web) => web.description,
  DesignPackageId: always(emptyGuid),
  DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: always(false),
  EnableMinimalDownload: always(false),
  FooterEmphasis: always(0),
  FooterEnabled: always(false),
  FooterLayout: always(0),
  HeaderEmphasis: always(0),
  HeaderLayout: always(0),
  HideTitleInHeader: always(false),
  HorizontalQuickLaunch: always(false),
  Id: (web) => web.webId,
  IsEduClass: always(false),
  IsHomepageModernized: always(false),
  IsMultilingual: always(false),
  IsRevertHomepageLinkHidden: always(false),
  Language: (web) => web.localeId,
  LastItemModifiedDate: (_, context) => formatTime(newestItem(context)),
  LastItemUserModifiedDate: (_, context) => formatTime(newestItem(context)),
  LogoAlignment: always(0),
  MasterUrl: (web) => `${web.url}/_catalogs/masterpage/seattle.master`,
  MegaMenuEnabled: always(false),
  NavAudienceTargetingEnabled: always(false),
  NoCrawl: always(false),
  ObjectCacheEnabled: always(false),
  OverwriteTranslationsOnChange: always(false),
  ResourcePath: (_, context) => ({ DecodedUrl: context.webUrl }),
  QuickLaunchEnabled: always(true),
  RecycleBinEnabled: always(true),
  SearchScope: always(0),
  ServerRelativeUrl: (web) => web.url,
  SiteLogoUrl: always(null),
  SyndicationEnabled: always(true),
  TenantAdminMembersCanShare: always(0),
  Title: (web) => web.title,
  TreeViewEnabled: always(false),
  UIVersion: always(15),
  UIVersionConfigurationEnabled: always(false),
  Url: (_, context) => context.webUrl,
  WebTemplate: always('GROUP'),
  WelcomePage: always('SitePages/Home.aspx'),
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
  onDemand: new Set(['EffectiveBasePermissions', 'HasUniqueRoleAssignments', 'ServerRelativePath', 'SupportedUILanguageIds', 'IsHomepageModernized']),
  eTag: (web) => `"${web.version}"`,
  navigations: {
    ...securableNavigations(webScope),
    Lists: (_, context) => listCollection(context),
    CurrentUser: (_, context, path) => currentUser(context, path),
    SiteUsers: (_, context) => siteUsers(context),
    SiteGroups: (_, context) => groupCollection(context),
    RoleDefinitions: (_, context) => roleCollection(context),
    AssociatedOwnerGroup: associated('owners'),
    AssociatedMemberGroup: associated('members'),
    AssociatedVisitorGroup: associated('visitors'),
    Folders: (web, context, path) => folderCollection({ url: web.url }, context, path),
    RootFolder: (web) => folderNode({ url: web.url }),
    RegionalSettings: (web, _, path) => regionalSettingsNode(web, path),
    SiteUserInfoList: (web, context) => listNode(listByUrl(`${web.url}/_catalogs/users`, context)),
    ParentWeb: () => undefined
  },
  functions: {
    ...securableFunctions(webScope),
    ...componentFunctions,
    ...fileFunctions,
    GetList: (_, args, context) => listNode(listByUrl(args.text('strUrl'), context)),
    GetListUsingPath: (_, args, context) => listNode(listByUrl(args.text('DecodedUrl'), context)),
    GetListByTitle: (_, args, context) => listNode(listByTitle(args.text('title'), context)),
    EnsureUser: (_, args, context) => userNode(ensureUser(args.text('logonName'), context)),
    GetUserById: (_, args, context) => userById(args.integer('userId'), context),
    DefaultDocumentLibrary: (web, _, context) => listNode(listByUrl(`${web.url}/Shared Documents`, context)),
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
    const text = (name: string, otherwise: string): string => (typeof body[name] === 'string' ? String(body[name]) : otherwise);
    context.store.webs.put({ ...web, title: text('Title', web.title), description: text('Description', web.description), version: web.version + 1 });
    return webNode(context);
  }
};

export const webNode = (context: RequestContext): EntityNode => entityNode(webResource, context.web(), 'Web');

function currentUser(context: RequestContext, path: string): EntityNode | undefined {
  const user = context.userId === undefined ? undefined : principalById(context.store, context.site.url, context.userId);
  return user && userNode(user, path);
}

const siteResource: Resource<WebRecord> = {
  edmType: 'SP.Site',
  properties: {
    AllowCreateDeclarativeWorkflow: always(true),
    AllowDesigner: always(true),
    AllowMasterPageEditing: always(false),
    AllowRevertFromTemplate: always(false),
    CompatibilityLevel: always(15),
    GroupId: always(emptyGuid),
    HubSiteId: always(emptyGuid),
    Id: (web) => web.siteId,
    IsHubSite: always(false),
    LockIssue: always(null),
    MaxItemsPerThrottledOperation: always(5000),
    PrimaryUri: (_, context) => `${context.webUrl}/`,
    ReadOnly: always(false),
    RequiredDesignerVersion: always('15.0.0.0'),
    ServerRelativeUrl: (web) => web.url,
    Url: (_, context) => context.webUrl
  },
  navigations: { RootWeb: (_, context) => webNode(context) }
};

export const siteNode = (context: RequestContext): EntityNode => entityNode(siteResource, context.web(), 'Site');
