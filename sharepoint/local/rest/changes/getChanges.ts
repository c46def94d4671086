import { createHash } from 'node:crypto';
import { demand, type RequestContext } from '../dispatch/context';
import { mayReadItem } from '../items/access';
import type { Arguments } from '../odata/arguments';
import { isObject } from '../odata/body';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import { type ChangeRange, type ChangeRecord, changeTypes } from '../state/changes';
import type { ListRecord } from '../state/records';
import { type ChangeScope, placeOfToken, tokenOf } from './changeToken';

interface ScopedChange extends ChangeRecord {
  scope: ChangeScope;
}

const mostChanges = 1000;
const always = (value: unknown): Getter<ScopedChange> => () => value;

const common: Record<string, Getter<ScopedChange>> = {
  ChangeToken: ({ scope, time, number }) => tokenOf(scope, time, number),
  ChangeType: ({ type }) => type,
  SiteId: (_, context) => context.web().siteId,
  Time: ({ time }) => formatTime(time)
};
const webId: Getter<ScopedChange> = (_, context) => context.web().webId;

const resource = (edmType: string, properties: Record<string, Getter<ScopedChange>>): Resource<ScopedChange> => ({ edmType, properties: { ...common, ...properties } });

/** How each kind of change is shown; what is recorded of SP.ChangeItem [R], the others after `$metadata`. */
const resources = {
  item: resource('SP.ChangeItem', {
    Editor: always(''), EditorEmailHint: always(null), ItemId: ({ item }) => item ?? 0, ListId: ({ list }) => list ?? null, ServerRelativeUrl: always(''),
    SharedByUser: always(null), SharedWithUsers: always(null), UniqueId: ({ id }) => id, WebId: webId
  }),
  file: resource('SP.ChangeFile', { UniqueId: ({ id }) => id, WebId: webId }),
  folder: resource('SP.ChangeFolder', { UniqueId: ({ id }) => id, WebId: webId }),
  list: resource('SP.ChangeList', {
    BaseTemplate: ({ list }, context) => context.store.lists.get(list ?? '')?.baseTemplate ?? 0, Editor: always(''),
    Hidden: ({ list }, context) => context.store.lists.get(list ?? '')?.hidden ?? false, ListId: ({ id }) => id,
    RootFolderUrl: ({ list }, context) => context.store.lists.get(list ?? '')?.url ?? '', Title: ({ title }) => title ?? '', WebId: webId
  }),
  field: resource('SP.ChangeField', { FieldId: ({ id }) => id, WebId: webId }),
  view: resource('SP.ChangeView', { ListId: ({ list }) => list ?? null, ViewId: ({ id }) => id, WebId: webId }),
  web: resource('SP.ChangeWeb', { WebId: ({ id }) => id })
};

/** The flag of a query that a type of change goes by. */
const flagOfType: Record<number, string> = {
  [changeTypes.add]: 'Add', [changeTypes.update]: 'Update', [changeTypes.deleteObject]: 'DeleteObject', [changeTypes.rename]: 'Rename',
  [changeTypes.moveInto]: 'Move', [changeTypes.restore]: 'Restore', [changeTypes.assignmentAdd]: 'RoleAssignmentAdd',
  [changeTypes.assignmentDelete]: 'RoleAssignmentDelete', [changeTypes.scopeAdd]: 'RoleAssignmentAdd', [changeTypes.scopeDelete]: 'RoleAssignmentDelete'
};

type Query = Record<string, unknown>;

/** As what a query wants to see a change; undefined when it does not. Documents are items to who asks for those. */
function wantedAs(change: ChangeRecord, query: Query): Resource<ScopedChange> | undefined {
  if (query[flagOfType[change.type] ?? ''] !== true) {
    return undefined;
  }
  switch (change.kind) {
    case 'item':
      if (query.Item === true) {
        return resources.item;
      }
      return change.shape === 'folder' ? wanted(query.Folder, resources.folder) : change.shape === 'document' ? wanted(query.File, resources.file) : undefined;
    case 'list':
      return wanted(query.List, resources.list);
    case 'field':
      return wanted(query.Field, resources.field);
    case 'view':
      return wanted(query.View, resources.view);
    default:
      return wanted(query.Web, resources.web);
  }
}

const wanted = (flag: unknown, shown: Resource<ScopedChange>): Resource<ScopedChange> | undefined => (flag === true ? shown : undefined);

const textOf = (token: unknown): string | undefined => (isObject(token) && typeof token.StringValue === 'string' ? token.StringValue : undefined);

/** The part of the log between the tokens of a query. */
function rangeOf(query: Query, scope: ChangeScope, site: string, list: ListRecord | undefined): ChangeRange {
  const [start, end] = [textOf(query.ChangeTokenStart), textOf(query.ChangeTokenEnd)];
  const from = start === undefined ? undefined : placeOfToken(start, scope);
  const to = end === undefined ? undefined : placeOfToken(end, scope);
  return { site, list: list?.id, after: from?.number, since: from && from.number === undefined ? from.time : undefined, to: to?.number };
}

/**
 * `GetChanges` of a list, a web or a site.
 * @throws SharePointError 403 for who may not read the list [A], 500 for a token of another
 */
export function getChanges(scope: ChangeScope, list: ListRecord | undefined, args: Arguments, context: RequestContext, path: string): CollectionNode {
  demand(list ? context.effective.onList(list) : context.effective.onWeb(context.web()), rights.viewListItems);
  const query = args.object('query');
  const isTrimmed = query.RequireSecurityTrim === true;
  const limit = Math.min(Number(query.FetchLimit ?? mostChanges) || mostChanges, mostChanges);
  const found = context.store.changes.read(rangeOf(query, scope, context.site.url, list))
    .map((change) => ({ change, shown: wantedAs(change, query) }))
    .filter((one): one is { change: ChangeRecord; shown: Resource<ScopedChange> } => one.shown !== undefined && !(isTrimmed && isHidden(one.change, context)));
  const nodes = (query.LatestFirst === true ? found.reverse() : found).slice(0, limit)
    .map(({ change, shown }): EntityNode => entityNode(shown, { ...change, scope }, `${shown.edmType}${guidOf(change, context)}`));
  return { kind: 'collection', shape: metadataShape('SP.Change', context.metadata), path, members: () => nodes };
}

function isHidden({ kind, list: id, item: itemId }: ChangeRecord, context: RequestContext): boolean {
  const list = context.store.lists.get(id ?? '');
  const item = list && context.store.items.of(list.id).get(itemId ?? 0);
  return kind === 'item' && list !== undefined && item !== undefined && !mayReadItem(list, item, context);
}

/** Changes have an id of their own, which nobody can ask for again. */
function guidOf({ number }: ChangeRecord, context: RequestContext): string {
  const hash = createHash('sha256').update(`${context.web().webId}|${number}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
