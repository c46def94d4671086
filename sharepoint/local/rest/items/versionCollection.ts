import { pathOf } from '../caml/columns';
import type { RequestContext } from '../dispatch/context';
import { demand } from '../dispatch/context';
import { itemNotFound, sharePointException } from '../http/errors';
import { formatTime } from '../odata/dates';
import { type CollectionNode, entityNode, type EntityNode, type Resource, type Shape } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { FieldRecord, ItemRecord, ListRecord, VersionRecord } from '../state/records';
import { principalById } from '../users/principals';
import { userNode } from '../users/userResource';
import { isPerson, isTaxonomy } from '../fields/kinds';
import { levelOfVersion, statusOf, versionsSeen } from './drafts';
import { escapedName } from './fieldStrings';
import { readPath } from './itemQuery';
import { showTaxonomy } from '../taxonomy/termValues';
import { isLink } from './itemShape';
import { fileRef, objectType } from './place';
import { versionLabel } from './systemColumns';

interface VersionOfItem {
  list: ListRecord;
  item: ItemRecord;
  version: VersionRecord;
}

const shapeOf = (context: RequestContext): Shape => {
  const shape = metadataShape('SP.ListItemVersion', context.metadata);
  // Versions are open: whatever the list has may be selected, and what it has not is left out.
  return {
    ...shape,
    // [R] Created has no Z here, so it is not held against Edm.DateTime.
    member: (name) => (name === 'Created' ? undefined : shape.member(name)) ?? { kind: 'property', name, type: 'Edm.Untyped' }
  };
};

const versionResource: Resource<VersionOfItem> = {
  edmType: 'SP.ListItemVersion',
  properties: {},
  shapeOf: (_, context) => shapeOf(context),
  defaultsOf: ({ list }) => [
    'Created', 'IsCurrentVersion', 'VersionId', 'VersionLabel',
    ...list.fields.filter((field) => shown(field)).map((field) => escapedName(field.internalName))
  ],
  dynamic: (version, name, context) => readVersion(version, name, context),
  navigations: {
    CreatedBy: ({ list, version }, context, path) => {
      const editor = principalById(context.store, list.site, version.editorId);
      return editor && userNode(editor, path);
    }
  },
  functions: {
    DeleteObject: (version, _, context) => remove(version, context)
  },
  remove: (version, context) => {
    remove(version, context);
  }
};

/** @throws SharePointError 403 without Delete Versions, 400 for the version that counts */
function remove({ list, item, version }: VersionOfItem, context: RequestContext): undefined {
  demand(context.effective.onItem(list, item), rights.deleteVersions);
  const published = context.store.items.of(list.id).get(item.id)?.published;
  if (version.uiVersion === item.uiVersion || version.uiVersion === published?.uiVersion) {
    throw sharePointException('You cannot delete the current version.', 400); // [A]
  }
  context.store.versions.delete(list.id, item.id, version.uiVersion);
  return undefined;
}

/** Columns of every list that the recorded versions show. */
const shownInVersions = new Set([
  'ID', 'ContentTypeId', 'Title', 'Modified', 'Created', 'Author', 'Editor', 'owshiddenversion', '_UIVersionString', '_ModerationStatus', '_Level',
  'GUID', 'FileRef', 'FSObjType', 'UniqueId', 'ScopeId', 'MetaInfo', 'Attachments', 'ComplianceAssetId', 'CheckoutUser', 'Name', 'EMail'
]);
const shown = (field: FieldRecord): boolean => field.type !== 'Computed' && (!field.fromBaseType || shownInVersions.has(field.internalName));

function readVersion({ list, item, version }: VersionOfItem, name: string, context: RequestContext): unknown {
  const people = (ids: number[]): unknown[] => ids.map((id) => {
    const person = principalById(context.store, list.site, id);
    return { LookupId: id, LookupValue: person?.title ?? '', Email: person?.email ?? '' };
  });
  switch (name) {
    case 'Created':
      return formatTime(version.modified).slice(0, -1); // [R] without Z here
    case 'IsCurrentVersion':
      return version.uiVersion === item.uiVersion;
    case 'VersionId':
      return version.uiVersion;
    case 'VersionLabel':
    case 'OData__x005f_UIVersionString':
      return versionLabel(version.uiVersion);
    case 'ContentTypeId':
      return { StringValue: version.contentTypeId };
    case 'ID':
      return item.id;
    case 'Modified':
      return formatTime(version.modified);
    case 'Author':
      return people([item.authorId])[0];
    case 'Editor':
      return people([version.editorId])[0];
    case 'Attachments':
      return (item.attachments ?? []).length > 0;
    case 'GUID':
      return item.guid;
    case 'UniqueId':
      return item.uniqueId;
    case 'owshiddenversion':
      return version.version;
    case 'OData__x005f_ModerationStatus':
      return statusOf(list, version);
    case 'OData__x005f_Level':
      return levelOfVersion(list, version);
    case 'FSObjType':
      return String(objectType(item));
    case 'ScopeId':
      return `{${list.rootFolderId.toUpperCase()}}`;
    case 'FileRef':
      return fileRef(item, list);
    case 'MetaInfo':
      return '';
    default:
      return ownValue({ list, item, version }, name, people, context);
  }
}

function ownValue({ list, item, version }: VersionOfItem, name: string, people: (ids: number[]) => unknown[], context: RequestContext): unknown {
  const field = list.fields.find((candidate) => escapedName(candidate.internalName) === name);
  const value = field && version.values[field.internalName];
  if (!field || value === undefined) {
    return null;
  }
  if (isTaxonomy(field.type)) {
    return showTaxonomy(field, value, context);
  }
  if (!isLink(field)) {
    return value;
  }
  const ids = (Array.isArray(value) ? value : [value]).map(Number);
  const shown = isPerson(field.type) ? undefined : readPath(list, { ...item, values: version.values }, pathOf(field, false), context);
  const linked = shown === undefined
    ? people(ids)
    : ids.map((id, index) => ({ LookupId: id, LookupValue: String((Array.isArray(shown) ? shown as unknown[] : [shown])[index] ?? '') }));
  return field.multiple ? linked : linked[0];
}

/** `item/versions`, newest first. */
export function versionCollection(list: ListRecord, item: ItemRecord, context: RequestContext, path: string): CollectionNode {
  const all = (): VersionRecord[] => {
    demand(context.effective.onItem(list, item), rights.viewVersions);
    return [item, ...versionsSeen(list, item, context)];
  };
  const node = (version: VersionRecord): EntityNode => entityNode(versionResource, { list, item, version }, `${path}(${version.uiVersion})`);
  const byId = (id: number): EntityNode => {
    const version = all().find((candidate) => candidate.uiVersion === id);
    if (!version) {
      throw itemNotFound();
    }
    return node(version);
  };
  return {
    kind: 'collection',
    shape: shapeOf(context),
    path,
    members: () => all().map(node),
    byKey: (key) => byId(key.integer('versionId')),
    functions: { GetById: (args) => byId(args.integer('versionId')) }
  };
}
