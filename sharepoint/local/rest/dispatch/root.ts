import { digestSeconds } from '../http/digest';
import { listCollection } from '../lists/listResource';
import type { Arguments } from '../odata/arguments';
import type { Node } from '../odata/nodes';
import { siteNode, webNode } from '../web/webResource';
import type { RequestContext } from './context';

type RootFunction = (args: Arguments, context: RequestContext) => Node | undefined;

/** What stands right behind `/_api/`, by lower-case name. */
export const rootFunctions: Record<string, RootFunction> = {
  web: (_, context) => webNode(context),
  site: (_, context) => siteNode(context),
  lists: (_, context) => listCollection(context),
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
