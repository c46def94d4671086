import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import type { Arguments } from '../odata/arguments';
import { entityNode, type EntityNode, type Resource } from '../odata/nodes';
import type { NavigationNodeRecord, WebRecord } from '../state/records';
import { type Menu, navigationOf, nodeIn } from './navigationTree';

/** Keys and titles of the menus themselves. */
const starts: Record<Menu, { key: string; title: string }> = {
  quickLaunch: { key: '1025', title: 'Quick launch' }, topNavigationBar: { key: '1002', title: 'SharePoint Top Navigation Bar' }
};

/** [A] The provider of the global menu has that in its name; every other one, and none, means the quick launch. */
const menuOf = (args: Arguments): Menu => (args.has('mapProviderName') && /global|top/i.test(args.text('mapProviderName')) ? 'topNavigationBar' : 'quickLaunch');

const edmType = 'Microsoft.SharePoint.Navigation.REST.NavigationServiceRest';

/** `_api/navigation`: the menus as mega menus and footers read them. */
const resource: Resource<WebRecord> = {
  edmType,
  properties: {},
  functions: {
    MenuState: (web, args, context) => ({ kind: 'value', type: 'SP.MenuState', name: 'MenuState', value: menuState(web, args, context) }),
    MenuNodeKey: (web, args) => ({ kind: 'value', type: 'Edm.String', name: 'MenuNodeKey', value: keyOf(web, args) })
  }
};

export const navigationService = (context: RequestContext): EntityNode => entityNode(resource, context.web(), 'navigation');

function menuState(web: WebRecord, args: Arguments, context: RequestContext): Record<string, unknown> {
  const menu = menuOf(args);
  const navigation = navigationOf(web);
  const key = args.has('menuNodeKey') ? args.text('menuNodeKey') : starts[menu].key;
  const start = key === starts[menu].key ? { title: starts[menu].title, children: navigation[menu] } : nodeIn(navigation[menu], Number(key));
  if (!start) {
    throw noSuchNode();
  }
  const depth = args.has('depth') ? args.integer('depth') : 10;
  return {
    AudienceIds: [], FriendlyUrlPrefix: '', IsAudienceTargetEnabledForGlobalNav: false, Nodes: written(start.children, depth, context), SimpleUrl: '',
    SPSitePrefix: web.url, SPWebPrefix: web.url, StartingNodeKey: key, StartingNodeTitle: start.title, Version: String(web.version) // [A]
  };
}

const written = (nodes: readonly NavigationNodeRecord[], depth: number, context: RequestContext): unknown[] => (depth < 1 ? [] : nodes.map((node) => ({
  AudienceIds: [], CurrentLCID: context.web().localeId, CustomProperties: [], FriendlyUrlSegment: '', IsDeleted: false, IsHidden: !node.isVisible,
  IsTitleForExistingLanguage: false, Key: String(node.id), Nodes: written(node.children, depth - 1, context), NodeType: 0, OpenInNewWindow: null,
  SimpleUrl: node.url, Title: node.title, Translations: []
})));

/** The node that leads to an address. @throws SharePointError 404 when none does [A] */
function keyOf(web: WebRecord, args: Arguments): string {
  const wanted = args.text('currentUrl').toLowerCase();
  const find = (nodes: readonly NavigationNodeRecord[]): NavigationNodeRecord | undefined => {
    const all = nodes.flatMap((node) => [node, find(node.children)]);
    return all.find((node) => node?.url.toLowerCase() === wanted);
  };
  const found = find(navigationOf(web)[menuOf(args)]);
  if (!found) {
    throw noSuchNode();
  }
  return String(found.id);
}

const noSuchNode = (): Error => sharePointException('Value does not fall within the expected range.', 404, -2147024809); // [A]
