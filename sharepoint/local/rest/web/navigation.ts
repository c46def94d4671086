import { demand, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { NavigationNodeRecord, NavigationRecord, WebRecord } from '../state/records';
import { changedNode, type Menu, menus, moved, navigationOf, newNode, nodeIn, pathTo, without } from './navigationTree';

/** A node where it stands: its menu and what it was when it was found. */
interface PlacedNode {
  menu: Menu;
  node: NavigationNodeRecord;
}

const nodeResource: Resource<PlacedNode> = {
  edmType: 'SP.NavigationNode',
  properties: {
    AudienceIds: () => null,
    CurrentLCID: (_, context) => context.web().localeId,
    Id: ({ node }) => node.id,
    IsDocLib: ({ node }) => node.isDocumentLibrary,
    IsExternal: ({ node }) => node.isExternal,
    IsVisible: ({ node }) => node.isVisible,
    ListTemplateType: () => 0,
    Title: ({ node }) => node.title,
    Url: ({ node }) => node.url
  },
  navigations: { Children: ({ menu, node }, context, path) => nodeCollection(menu, node.id, context, path) },
  functions: {
    DeleteObject: ({ menu, node }, _, context) => {
      change(menu, context, (nodes) => without(nodes, node.id));
      return undefined;
    }
  },
  update: ({ menu, node }, body, context) => {
    change(menu, context, (nodes) => changedNode(nodes, node.id, (before) => ({
      ...before,
      title: typeof body.Title === 'string' ? body.Title : before.title,
      url: typeof body.Url === 'string' ? localUrl(body.Url, context) : before.url,
      isVisible: typeof body.IsVisible === 'boolean' ? body.IsVisible : before.isVisible
    })));
    return undefined;
  },
  remove: ({ menu, node }, context) => change(menu, context, (nodes) => without(nodes, node.id))
};

const navigationResource: Resource<WebRecord> = {
  edmType: 'SP.Navigation',
  properties: { UseShared: () => false },
  navigations: {
    QuickLaunch: (_, context, path) => nodeCollection('quickLaunch', undefined, context, path),
    TopNavigationBar: (_, context, path) => nodeCollection('topNavigationBar', undefined, context, path)
  },
  functions: {
    GetNodeById: (web, args) => {
      const id = args.integer('id');
      for (const menu of menus) {
        const node = nodeIn(navigationOf(web)[menu], id);
        if (node) {
          return nodeOf(menu, node);
        }
      }
      throw noSuchNode();
    }
  }
};

export const navigationNode = (context: RequestContext): EntityNode => entityNode(navigationResource, context.web(), 'Web/Navigation');

const nodeOf = (menu: Menu, node: NavigationNodeRecord): EntityNode => entityNode(nodeResource, { menu, node }, `Web/Navigation/GetNodeById(${node.id})`);

const noSuchNode = (): Error => sharePointException('Value does not fall within the expected range.', 404, -2147024809); // [A]

/** The nodes of a menu, or the children of one of its nodes. */
function nodeCollection(menu: Menu, parentId: number | undefined, context: RequestContext, path: string): CollectionNode {
  const members = (): readonly NavigationNodeRecord[] => {
    const nodes = navigationOf(context.web())[menu];
    return parentId === undefined ? nodes : nodeIn(nodes, parentId)?.children ?? [];
  };
  const find = (node: NavigationNodeRecord | undefined): EntityNode => {
    if (!node) {
      throw noSuchNode();
    }
    return nodeOf(menu, node);
  };
  const byId = (id: number): EntityNode => find(members().find((node) => node.id === id));
  return {
    kind: 'collection',
    shape: metadataShape('SP.NavigationNode', context.metadata),
    path,
    members: () => members().map((node) => nodeOf(menu, node)),
    byKey: (key) => byId(key.integer('id')),
    add: (body) => addNode(menu, parentId, readTyped('SP.NavigationNode', body, context.metadata), context),
    functions: {
      GetById: (args) => byId(args.integer('id')),
      GetByIndex: (args) => find(members()[args.integer('index')]),
      MoveAfter: (args) => {
        byId(args.integer('nodeId'));
        const previous = args.integer('previousNodeId');
        if (previous !== 0) {
          byId(previous);
        }
        change(menu, context, (nodes) => pathTo(nodes, parentId, (siblings) => moved(siblings, args.integer('nodeId'), previous)));
        return undefined;
      }
    }
  };
}

/** [A] New nodes come last. */
function addNode(menu: Menu, parentId: number | undefined, body: Record<string, unknown>, context: RequestContext): EntityNode {
  const { Title, Url } = body;
  if (typeof Title !== 'string' || Title === '') {
    throw sharePointException('A navigation node must have a title.', 400); // [A]
  }
  const url = typeof Url === 'string' ? localUrl(Url, context) : '';
  const node = newNode(navigationOf(context.web()).nextId, Title, url, {
    isExternal: body.IsExternal === true || /^https?:/i.test(url), isVisible: body.IsVisible !== false
  });
  change(menu, context, (nodes) => pathTo(nodes, parentId, (siblings) => [...siblings, node]), 1);
  return nodeOf(menu, node);
}

/** Addresses of the own server are kept without it. */
const localUrl = (url: string, context: RequestContext): string => (url.startsWith(`${context.origin()}/`) ? url.slice(context.origin().length) : url);

function change(
  menu: Menu, context: RequestContext, update: (nodes: readonly NavigationNodeRecord[]) => NavigationNodeRecord[], idsTaken: number = 0
): void {
  const web = context.web();
  demand(context.effective.onWeb(web), rights.manageWeb);
  const navigation: NavigationRecord = navigationOf(web);
  context.store.webs.put({ ...web, navigation: { ...navigation, [menu]: update(navigation[menu]), nextId: navigation.nextId + idsTaken }, version: web.version + 1 });
}
