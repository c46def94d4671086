import { callerId, demand, type RequestContext } from '../dispatch/context';
import { SharePointError } from '../http/errors';
import type { Arguments } from '../odata/arguments';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Navigate, type Operation, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { grants, rights } from '../permissions/masks';
import type { PrincipalRecord, RecycledRecord, WebRecord } from '../state/records';
import { principalById } from '../users/principals';
import { userNode } from '../users/userResource';
import { localeOf } from '../web/locale';
import { purge, restore } from './restore';

const person = (context: RequestContext, id: number): PrincipalRecord | undefined => principalById(context.store, context.site.url, id);
const personNode = (idOf: (recycled: RecycledRecord) => number): Navigate<RecycledRecord> => (recycled, context, path) => {
  const found = person(context, idOf(recycled));
  return found && userNode(found, path);
};

const recycledResource: Resource<RecycledRecord> = {
  edmType: 'SP.RecycleBinItem',
  properties: {
    AuthorEmail: ({ authorId }, context) => person(context, authorId)?.email ?? '',
    AuthorName: ({ authorId }, context) => person(context, authorId)?.title ?? '',
    DeletedByEmail: ({ deletedById }, context) => person(context, deletedById)?.email ?? '',
    DeletedByName: ({ deletedById }, context) => person(context, deletedById)?.title ?? '',
    DeletedDate: ({ deleted }) => formatTime(deleted),
    DeletedDateLocalFormatted: ({ deleted }, context) => localeOf(context.web()).dateTime(deleted),
    DirName: ({ dirName }) => dirName,
    DirNamePath: ({ dirName }) => ({ DecodedUrl: dirName }),
    Id: ({ id }) => id,
    ItemState: ({ state }) => state,
    ItemType: ({ itemType }) => itemType,
    LeafName: ({ leafName }) => leafName,
    LeafNamePath: ({ leafName }) => ({ DecodedUrl: leafName }),
    Size: ({ size }) => String(size),
    Title: ({ title }) => title
  },
  navigations: {
    Author: personNode(({ authorId }) => authorId),
    DeletedBy: personNode(({ deletedById }) => deletedById)
  },
  functions: {
    Restore: (recycled, _, context) => {
      restore(recycled, context);
      return undefined;
    },
    DeleteObject: (recycled, _, context) => {
      purge(recycled, context);
      return undefined;
    },
    MoveToSecondStage: (recycled, _, context) => {
      toSecondStage(recycled, context);
      return undefined;
    }
  },
  remove: (recycled, context) => purge(recycled, context)
};

function toSecondStage(recycled: RecycledRecord, context: RequestContext): void {
  context.store.recycled.put({ ...recycled, state: 2 });
}

const node = (recycled: RecycledRecord): EntityNode => entityNode(recycledResource, recycled, `Web/RecycleBin('${recycled.id}')`);

/** What the caller may see in the bin, the newest first: [A] what one deleted oneself; whoever manages the web sees everything. */
function visible(context: RequestContext): RecycledRecord[] {
  const isManager = grants(context.effective.onWeb(context.web()), rights.manageWeb);
  return [...context.store.recycled.values()]
    .filter(({ site, deletedById }) => site === context.site.url && (isManager || deletedById === callerId(context)))
    .sort((one, other) => other.deleted - one.deleted);
}

/** The bin of the web (first stage), or of the site (both), which only who manages the web may open. */
function recycleBin(members: () => RecycledRecord[], context: RequestContext, path: string): CollectionNode {
  const byId = (id: string): RecycledRecord => {
    const found = visible(context).find((candidate) => candidate.id === id);
    if (!found) {
      throw new SharePointError(404, '-2147024809, System.ArgumentException', 'Value does not fall within the expected range.'); // [A]
    }
    return found;
  };
  const each = (recycled: RecycledRecord[], change: (one: RecycledRecord, on: RequestContext) => void): undefined => {
    recycled.forEach((one) => change(one, context));
  };
  const named = (args: Arguments): RecycledRecord[] => {
    const ids = args.value('ids');
    return (Array.isArray(ids) ? ids : []).map((id) => byId(String(id).toLowerCase()));
  };
  const secondStage = (): RecycledRecord[] => visible(context).filter(({ state }) => state === 2);
  return {
    kind: 'collection',
    shape: metadataShape('SP.RecycleBinItem', context.metadata),
    path,
    members: () => members().map(node),
    byKey: (key) => node(byId(key.guid('id'))),
    functions: {
      GetById: (args) => node(byId(args.guid('id'))),
      RestoreAll: () => each(members(), restore),
      RestoreByIds: (args) => each(named(args), restore),
      DeleteAll: () => each(members(), purge),
      DeleteByIds: (args) => each(named(args), purge),
      DeleteAllSecondStageItems: () => each(secondStage(), purge),
      MoveAllToSecondStage: () => each(members(), toSecondStage),
      MoveToSecondStageByIds: (args) => each(named(args), toSecondStage)
    }
  };
}

const firstStage = (context: RequestContext): RecycledRecord[] => visible(context).filter(({ state }) => state === 1);

export const webRecycleBin: Navigate<WebRecord> = (_, context, path) => recycleBin(() => firstStage(context), context, path);

export const siteRecycleBin: Navigate<WebRecord> = (web, context, path) => recycleBin(() => {
  demand(context.effective.onWeb(web), rights.manageWeb); // [A] in SharePoint: site collection administrators
  return visible(context);
}, context, path);

/** SP.RecycleBinOrderBy, as far as it is built: 1 title, 2 directory, 3 deleted. */
const orders: Record<number, (recycled: RecycledRecord) => string | number> = {
  1: ({ title }) => title.toLowerCase(), 2: ({ dirName }) => dirName.toLowerCase(), 3: ({ deleted }) => deleted
};

/** `GetRecycleBinItems` and `GetRecycleBinItemsByQueryInfo`: [A] without paging information. */
const search = (bin: Navigate<WebRecord>): Operation<WebRecord> => (web, args, context, path) => {
  const collection = bin(web, context, path);
  if (collection?.kind !== 'collection') {
    return collection;
  }
  const number = (name: string, otherwise: number): number => (args.has(name) ? args.integer(name) : otherwise);
  const [state, limit] = [number('itemState', 0), number('rowLimit', 0)];
  const order = orders[number('orderBy', 3)] ?? orders[3];
  const direction = args.has('isAscending') && args.flag('isAscending') ? 1 : -1;
  const isMineOnly = args.has('ShowOnlyMyItems') && args.flag('ShowOnlyMyItems');
  const found = collection.members()
    .map(({ entity }) => entity as RecycledRecord)
    .filter((recycled) => (state === 0 || recycled.state === state) && (!isMineOnly || recycled.deletedById === callerId(context)))
    .sort((one, other) => direction * (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0));
  return { ...collection, members: () => (limit > 0 ? found.slice(0, limit) : found).map(node) };
};

export const webRecycleBinFunctions: Record<string, Operation<WebRecord>> = {
  GetRecycleBinItems: search(webRecycleBin), GetRecycleBinItemsByQueryInfo: search(webRecycleBin)
};
export const siteRecycleBinFunctions: Record<string, Operation<WebRecord>> = { GetRecycleBinItems: search(siteRecycleBin) };
