import { demand, type RequestContext } from '../dispatch/context';
import { itemNotFound, sharePointException } from '../http/errors';
import { demandWrite } from '../items/access';
import { versionsSeen } from '../items/drafts';
import { fileRef } from '../items/place';
import { versionLabel } from '../items/systemColumns';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { VersionRecord } from '../state/records';
import { recycleVersion } from '../recycleBin/recycle';
import { principalById } from '../users/principals';
import { userNode } from '../users/userResource';
import { writeFile } from './changeFiles';
import type { FilePlace } from './findFiles';

interface VersionOfFile {
  file: FilePlace;
  version: VersionRecord;
}

const versionResource: Resource<VersionOfFile> = {
  edmType: 'SP.FileVersion',
  properties: {
    CheckInComment: () => '',
    Created: ({ version }) => formatTime(version.modified),
    ID: ({ version }) => version.uiVersion,
    IsCurrentVersion: () => false,
    Length: ({ version }) => String(version.content?.length ?? 0),
    Size: ({ version }) => version.content?.length ?? 0,
    Url: ({ file, version }, context) => `_vti_history/${version.uiVersion}/${fileRef(file.item, file.list).slice(context.site.url.length + 1)}`,
    VersionLabel: ({ version }) => versionLabel(version.uiVersion)
  },
  navigations: {
    CreatedBy: ({ version }, context, path) => {
      const editor = principalById(context.store, context.site.url, version.editorId);
      return editor && userNode(editor, path);
    }
  },
  functions: {
    OpenBinaryStream: (version, _, context) => ({ kind: 'text', body: readVersion(version, context), contentType: 'application/octet-stream' }),
    DeleteObject: ({ file, version }, _, context) => {
      deleteVersions(file, [version], context);
      return undefined;
    }
  },
  readContent: (version, context) => readVersion(version, context),
  remove: ({ file, version }, context) => deleteVersions(file, [version], context)
};

function readVersion({ file, version }: VersionOfFile, context: RequestContext): Uint8Array {
  demand(context.effective.onItem(file.list, file.item), rights.openItems);
  return version.content ? context.store.contents.read(version.content.id) : new Uint8Array();
}

/** @throws SharePointError 403 without Delete Versions, 400 for the one that is published while there is a draft [A] */
function demandDeletion({ list, item }: FilePlace, versions: VersionRecord[], context: RequestContext): void {
  demandWrite(list, item, rights.deleteVersions, context);
  if (versions.some(({ uiVersion }) => uiVersion === item.published?.uiVersion)) {
    throw sharePointException('You cannot delete the published version.', 400);
  }
}

function deleteVersions(file: FilePlace, versions: VersionRecord[], context: RequestContext): void {
  demandDeletion(file, versions, context);
  versions.forEach(({ uiVersion }) => context.store.versions.delete(file.list.id, file.item.id, uiVersion));
  context.store.contents.sweep(file.item);
}

/** `file/versions`: what the file was before, the oldest first; what it is now is not among them. */
export function fileVersions(file: FilePlace, context: RequestContext, path: string): CollectionNode {
  const all = (): VersionRecord[] => {
    demand(context.effective.onItem(file.list, file.item), rights.viewVersions);
    return versionsSeen(file.list, file.item, context).reverse();
  };
  const node = (version: VersionRecord): EntityNode => entityNode(versionResource, { file, version }, `${path}(${version.uiVersion})`);
  const find = (matches: (version: VersionRecord) => boolean): VersionRecord => {
    const version = all().find(matches);
    if (!version) {
      throw itemNotFound(); // [A]
    }
    return version;
  };
  const byId = (id: number): VersionRecord => find((version) => version.uiVersion === id);
  const byLabel = (label: string): VersionRecord => find((version) => versionLabel(version.uiVersion) === label);
  const recycle = (version: VersionRecord): undefined => {
    demandDeletion(file, [version], context);
    recycleVersion(file.list, file.item, version, context);
  };
  const remove = (versions: VersionRecord[]): undefined => deleteVersions(file, versions, context) as undefined;
  return {
    kind: 'collection',
    shape: metadataShape('SP.FileVersion', context.metadata),
    path,
    members: () => all().map(node),
    byKey: (key) => node(byId(key.integer('versionid'))),
    functions: {
      GetById: (args) => node(byId(args.integer('versionid'))),
      DeleteByID: (args) => remove([byId(args.integer('vid'))]),
      DeleteByLabel: (args) => remove([byLabel(args.text('versionlabel'))]),
      RecycleByID: (args) => recycle(byId(args.integer('vid'))),
      RecycleByLabel: (args) => recycle(byLabel(args.text('versionlabel'))),
      DeleteAll: () => remove(all().filter(({ uiVersion }) => uiVersion !== file.item.published?.uiVersion)),
      RestoreByLabel: (args) => {
        const version = byLabel(args.text('versionlabel'));
        if (!version.content) {
          throw sharePointException('The version has no content.'); // [A]
        }
        writeFile(file, context.store.contents.read(version.content.id), context);
        return undefined;
      }
    }
  };
}
