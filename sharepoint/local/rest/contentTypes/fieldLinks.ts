import { demand, type RequestContext } from '../dispatch/context';
import { createField } from '../fields/changeFields';
import { writeFieldXml } from '../fields/fieldXml';
import { siteColumns } from '../fields/siteColumns';
import { itemNotFound, notBuiltHere, sharePointException } from '../http/errors';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { ContentTypeRecord, FieldLinkRecord, FieldRecord, ListRecord } from '../state/records';
import { isBelow } from './builtIn';
import { type ContentTypePlace, webContentTypes } from './contentTypes';

interface LinkOfType {
  place: ContentTypePlace;
  link: FieldLinkRecord;
  field: FieldRecord;
}

/** What every type has: its own name, and a title or a file name. */
const firstColumns = ['c042a256-787d-4a6f-8a8a-cf6ab767f12d', 'fa564e0f-0c70-4ab9-b863-0177e6ddd247'];
const fileName = '8553196d-ec8d-4564-9861-3dbe931050c8';

/** The links of a type of the web: those of its parents, and its own. */
export function linksOf(type: ContentTypeRecord, context: RequestContext): FieldLinkRecord[] {
  const first = [...(isBelow(type.id, '0x0101') ? [fileName] : []), ...firstColumns];
  const above = webContentTypes(context).filter(({ id }) => isBelow(type.id, id)).sort((one, other) => one.id.length - other.id.length);
  const own = above.flatMap((one) => (one.id === type.id ? type : one).fieldLinks ?? []);
  const links = [...first.map((id) => ({ id, required: id === firstColumns[1] && first.length === 2, hidden: false })), ...own];
  return [...new Map(links.map((link) => [link.id, link])).values()];
}

/** A list that takes a type takes its columns. */
export function addColumnsOfType(type: ContentTypeRecord, list: ListRecord, context: RequestContext): void {
  const { id, fields } = siteColumns(context);
  for (const link of linksOf(type, context)) {
    const column = fields.find((field) => field.id === link.id && !field.fromBaseType);
    const current = context.store.lists.get(list.id) ?? list;
    if (column && !current.fields.some((field) => field.id === column.id)) {
      createField(current, writeFieldXml({ ...column, required: column.required || link.required }, id), 8, context);
    }
  }
}

const linkResource: Resource<LinkOfType> = {
  edmType: 'SP.FieldLink',
  properties: {
    DisplayName: ({ field }) => field.title,
    FieldInternalName: ({ field }) => field.internalName,
    Hidden: ({ link }) => link.hidden,
    Id: ({ field }) => field.id,
    Name: ({ field }) => field.internalName,
    ReadOnly: ({ field }) => field.readOnly,
    Required: ({ link }) => link.required,
    ShowInDisplayForm: () => true
  },
  functions: {
    DeleteObject: (of, _, context) => {
      keep(of, undefined, context);
      return undefined;
    }
  },
  update: (of, { Required, Hidden }, context) => {
    const link = { ...of.link, required: Required === undefined ? of.link.required : Required === true, hidden: Hidden === undefined ? of.link.hidden : Hidden === true };
    keep(of, link, context);
    return undefined;
  },
  remove: (of, context) => keep(of, undefined, context)
};

/** Keeps a link of a type of the web, or with undefined none any more. */
function keep({ place: { type, list }, field }: Pick<LinkOfType, 'place' | 'field'>, link: FieldLinkRecord | undefined, context: RequestContext): void {
  if (list) {
    throw notBuiltHere('SP.ContentType/FieldLinks of a list, to be changed');
  }
  demand(context.effective.onWeb(context.web()), rights.manageWeb);
  const known = [...context.store.contentTypes.values()].find(({ site, type: one }) => site === context.site.url && one.id === type.id);
  if (!known) {
    throw sharePointException('The content type is part of the site and cannot be changed.'); // [A]
  }
  const others = (known.type.fieldLinks ?? []).filter(({ id }) => id !== field.id);
  context.store.contentTypes.put({ ...known, type: { ...known.type, fieldLinks: link ? [...others, link] : others } });
}

/** `contenttype/fieldlinks`; [A] a type of a list has all the columns of the list that people fill in. */
export function fieldLinkCollection(place: ContentTypePlace, context: RequestContext, path: string): CollectionNode {
  const { type, list } = place;
  const all = (): LinkOfType[] => {
    const { fields } = list ?? siteColumns(context);
    const links = list
      ? fields.filter((field) => !field.fromBaseType || firstColumns.includes(field.id)).map(({ id, required }) => ({ id, required, hidden: false }))
      : linksOf(webContentTypes(context).find(({ id }) => id === type.id) ?? type, context);
    return links.flatMap((link) => fields.filter(({ id }) => id === link.id).map((field) => ({ place, link, field })));
  };
  const node = (of: LinkOfType): EntityNode => entityNode(linkResource, of, `${path}(guid'${of.field.id}')`);
  const byId = (id: string): EntityNode => {
    const found = all().find(({ field }) => field.id === id);
    if (!found) {
      throw itemNotFound(); // [A]
    }
    return node(found);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.FieldLink', context.metadata),
    path,
    members: () => all().map(node),
    byKey: (key) => byId(key.guid('id')),
    add: (body) => {
      const { FieldInternalName, Required, Hidden } = readTyped('SP.FieldLink', body, context.metadata);
      const field = siteColumns(context).fields.find(({ internalName }) => internalName === FieldInternalName);
      if (!field) {
        throw sharePointException(`Column '${String(FieldInternalName)}' does not exist. It may have been deleted by another user.`, 400, -2147024809); // [A]
      }
      const link = { id: field.id, required: Required === true || (Required === undefined && field.required), hidden: Hidden === true };
      keep({ place, field }, link, context);
      return node({ place, link, field });
    },
    functions: { GetById: (args) => byId(args.guid('id')) }
  };
}
