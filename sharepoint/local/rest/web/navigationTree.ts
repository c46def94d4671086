import type { NavigationNodeRecord, NavigationRecord, WebRecord } from '../state/records';

export const menus = ['quickLaunch', 'topNavigationBar'] as const;
export type Menu = typeof menus[number];

type Nodes = readonly NavigationNodeRecord[];

/** SharePoint's own nodes have low ids; those that people add begin here. */
const firstNodeId = 2001;
const homeNodeId = 1031;

export const newNode = (id: number, title: string, url: string, more: Partial<NavigationNodeRecord> = {}): NavigationNodeRecord =>
  ({ id, title, url, isExternal: false, isVisible: true, isDocumentLibrary: false, children: [], ...more });

/** The menus of a site; one that nobody has changed has what every team site begins with [A]. */
export function navigationOf(web: WebRecord): NavigationRecord {
  const isDanish = web.localeId === 1030;
  return web.navigation ?? {
    nextId: firstNodeId + 2,
    quickLaunch: [
      newNode(homeNodeId, isDanish ? 'Startside' : 'Home', `${web.url}/SitePages/Home.aspx`),
      newNode(firstNodeId, isDanish ? 'Dokumenter' : 'Documents', `${web.url}/Shared Documents/Forms/AllItems.aspx`, { isDocumentLibrary: true }),
      newNode(firstNodeId + 1, isDanish ? 'Webstedsindhold' : 'Site contents', `${web.url}/_layouts/15/viewlsts.aspx`)
    ],
    topNavigationBar: []
  };
}

/** The node with the id, at any depth. */
export function nodeIn(nodes: Nodes, id: number): NavigationNodeRecord | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : nodeIn(node.children, id);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** The nodes with one of them changed, at any depth. */
export const changedNode = (nodes: Nodes, id: number, change: (node: NavigationNodeRecord) => NavigationNodeRecord): NavigationNodeRecord[] =>
  nodes.map((node) => (node.id === id ? change(node) : { ...node, children: changedNode(node.children, id, change) }));

/** The nodes with the children of one of them changed; without an id, the top ones themselves. */
export const pathTo = (nodes: Nodes, parentId: number | undefined, change: (siblings: Nodes) => NavigationNodeRecord[]): NavigationNodeRecord[] =>
  (parentId === undefined ? change(nodes) : changedNode(nodes, parentId, (parent) => ({ ...parent, children: change(parent.children) })));

export const without = (nodes: Nodes, id: number): NavigationNodeRecord[] =>
  nodes.filter((node) => node.id !== id).map((node) => ({ ...node, children: without(node.children, id) }));

/** The siblings with one moved behind another; behind 0 is to the front [A]. */
export function moved(siblings: Nodes, id: number, previousId: number): NavigationNodeRecord[] {
  const node = siblings.find((candidate) => candidate.id === id);
  if (!node || id === previousId) {
    return [...siblings];
  }
  const others = siblings.filter((candidate) => candidate.id !== id);
  const place = others.findIndex((candidate) => candidate.id === previousId) + 1;
  return [...others.slice(0, place), node, ...others.slice(place)];
}
