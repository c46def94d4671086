import { setLike } from '../comments/likes';
import { digestSeconds } from '../http/digest';
import { listCollection } from '../lists/listResource';
import type { Arguments } from '../odata/arguments';
import type { Node } from '../odata/nodes';
import { moveCopyFunctions } from '../files/fileFunctions';
import { resolveUser, searchUsers } from '../users/peoplePicker';
import { expandGroups, ownAddress, resolvePrincipal, searchPrincipals } from '../users/principalInfo';
import { peopleManager } from '../users/userProfiles';
import { addressFunctions } from '../web/siteFunctions';
import { navigationService } from '../web/menuState';
import { siteNode } from '../web/siteResource';
import { webNode } from '../web/webResource';
import type { RequestContext } from './context';

type RootFunction = (args: Arguments, context: RequestContext) => Node | undefined;

/** What stands right behind `/_api/` without being in `$metadata`, by lower-case name. */
export const rootServices: Record<string, (context: RequestContext) => Node> = { navigation: navigationService };

/** What `$metadata` has right behind `/_api/`, by lower-case name. */
export const rootFunctions: Record<string, RootFunction> = {
  sp_ui_applicationpages_clientpeoplepickerwebserviceinterface_clientpeoplepickersearchuser: searchUsers,
  sp_ui_applicationpages_clientpeoplepickerwebserviceinterface_clientpeoplepickerresolveuser: resolveUser,
  sp_userprofiles_peoplemanager: () => peopleManager(),
  sp_utilities_utility_searchprincipalsusingcontextweb: searchPrincipals,
  sp_utilities_utility_resolveprincipalincurrentcontext: resolvePrincipal,
  sp_utilities_utility_expandgroupstoprincipals: expandGroups,
  sp_utilities_utility_getcurrentuseremailaddresses: (_, context) => ownAddress(context),
  microsoft_office_server_reputationmodel_reputation_setlike: setLike,
  web: (_, context) => webNode(context),
  site: (_, context) => siteNode(context),
  lists: (_, context) => listCollection(context),
  ...addressFunctions,
  ...moveCopyFunctions,
  contextinfo: (_, context) => ({
    kind: 'value',
    type: 'SP.ContextWebInformation',
    name: 'GetContextWebInformation',
    value: {
      FormDigestTimeoutSeconds: digestSeconds,
      FormDigestValue: context.digests.issue(context.caller.account.login, context.now),
      LibraryVersion: '16.0.26121.12013',
      SiteFullUrl: context.webUrl,
      SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'],
      WebFullUrl: context.webUrl
    }
  })
};
