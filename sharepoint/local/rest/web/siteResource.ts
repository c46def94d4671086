import { currentToken, siteScopeOf } from '../changes/changeToken';
import { getChanges } from '../changes/getChanges';
import type { RequestContext } from '../dispatch/context';
import { notBuiltHere } from '../http/errors';
import { entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import { siteRecycleBin, siteRecycleBinFunctions } from '../recycleBin/recycleBinCollection';
import type { WebRecord } from '../state/records';
import { principalById } from '../users/principals';
import { userNode } from '../users/userResource';
import { customActionsOfSite } from '../customActions/customActions';
import { emptyNavigations } from './emptyCollections';
import { featuresOfSite } from './features';
import { emptyGuid, webNode } from './webResource';

const always = (value: unknown): Getter<WebRecord> => () => value;

const siteResource: Resource<WebRecord> = {
  edmType: 'SP.Site',
  properties: {
    AllowCreateDeclarativeWorkflow: always(true),
    AllowDesigner: always(true),
    AllowMasterPageEditing: always(false),
    AllowRevertFromTemplate: always(false),
    Classification: always(''),
    CompatibilityLevel: always(15),
    CurrentChangeToken: (_, context) => currentToken(siteScopeOf(context), context),
    GroupId: always(emptyGuid),
    HubSiteId: always(emptyGuid),
    Id: (web) => web.siteId,
    IsHubSite: always(false),
    LockIssue: always(null),
    MaxItemsPerThrottledOperation: always(5000),
    PrimaryUri: (_, context) => `${context.webUrl}/`,
    ReadOnly: always(false),
    RequiredDesignerVersion: always('15.0.0.0'),
    ServerRelativePath: (web) => ({ DecodedUrl: web.url }),
    ServerRelativeUrl: (web) => web.url,
    Url: (_, context) => context.webUrl
  },
  onDemand: new Set(['ServerRelativePath']),
  navigations: {
    ...emptyNavigations('EventReceivers'),
    Features: featuresOfSite,
    UserCustomActions: customActionsOfSite,
    Owner: (web, context, path) => {
      const owner = principalById(context.store, web.url, principalById(context.store, web.url, web.groups.owners)?.members[0] ?? 0);
      return owner && userNode(owner, path);
    },
    RecycleBin: siteRecycleBin,
    RootWeb: (_, context) => webNode(context)
  },
  update: () => {
    throw notBuiltHere('changes of SP.Site');
  },
  functions: {
    ...siteRecycleBinFunctions,
    GetChanges: (_, args, context, path) => getChanges(siteScopeOf(context), undefined, args, context, path),
    OpenWebById: (web, args, context) => (args.guid('gWebId') === web.webId ? webNode(context) : undefined)
  }
};

export const siteNode = (context: RequestContext): EntityNode => entityNode(siteResource, context.web(), 'Site');
