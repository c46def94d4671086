import { formatTime } from '../odata/dates';
import { entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import type { ListRecord } from '../state/records';

const always = (value: unknown): Getter<ListRecord> => () => value;

/** The root folder of a list. */
export const rootFolderResource: Resource<ListRecord> = {
  edmType: 'SP.Folder',
  properties: {
    Exists: always(true),
    ExistsAllowThrowForPolicyFailures: always(true),
    ExistsWithException: always(true),
    IsWOPIEnabled: always(false),
    ItemCount: (list, context) => context.store.items.of(list.id).size,
    Name: (list) => list.url.slice(list.url.lastIndexOf('/') + 1),
    ProgID: always(null),
    ServerRelativeUrl: (list) => list.url,
    TimeCreated: (list) => formatTime(list.created),
    TimeLastModified: (list, context) => formatTime(context.store.counters.get(list.id)?.lastItemModified ?? list.created),
    UniqueId: (list) => list.rootFolderId,
    WelcomePage: always(''),
    ServerRelativePath: (list) => ({ DecodedUrl: list.url })
  },
  onDemand: new Set(['ServerRelativePath'])
};

export const folderNode = (list: ListRecord, path: string): EntityNode => entityNode(rootFolderResource, list, path);
