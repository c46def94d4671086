import type { RequestContext } from '../dispatch/context';
import { columnsOfType, fieldCollection } from '../fields/fieldCollection';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Getter, nullNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { ListRecord } from '../state/records';
import { emptyCollection } from '../web/emptyCollections';
import { userResources } from '../web/userResources';
import { isBelow } from './builtIn';
import { addColumnsOfType, fieldLinkCollection, linksOf } from './fieldLinks';
import {
  addToList, type ContentTypePlace, contentTypeNotFound, createContentType, deleteContentType, listContentTypes, updateContentType, webContentTypes
} from './contentTypes';

const always = (value: unknown): Getter<ContentTypePlace> => () => value;
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const isDocument = ({ type }: ContentTypePlace): boolean => isBelow(type.id, '0x0101');
const form: Getter<ContentTypePlace> = (place) => (isDocument(place) ? 'DocumentLibraryForm' : 'ListForm');

const contentTypeResource: Resource<ContentTypePlace> = {
  edmType: 'SP.ContentType',
  properties: {
    ClientFormCustomFormatter: always(''),
    Description: ({ type }) => type.description,
    DisplayFormTemplateName: form,
    DisplayFormUrl: always(''),
    DocumentTemplate: always(''),
    DocumentTemplateUrl: always(''),
    EditFormTemplateName: form,
    EditFormUrl: always(''),
    Group: ({ type }) => type.group,
    Hidden: ({ type }) => type.hidden,
    Id: ({ type }) => ({ StringValue: type.id }),
    JSLink: always(''),
    MobileDisplayFormUrl: always(''),
    MobileEditFormUrl: always(''),
    MobileNewFormUrl: always(''),
    Name: ({ type }) => type.name,
    NewFormTemplateName: form,
    NewFormUrl: always(''),
    ReadOnly: ({ type }) => type.readOnly,
    SchemaXml: ({ type }) => `<ContentType ID="${type.id}" Name="${escape(type.name)}" Group="${escape(type.group)}" Description="${escape(type.description)}" />`,
    Scope: ({ list }, context) => list?.url ?? context.site.url,
    Sealed: ({ type }) => type.sealed,
    StringId: ({ type }) => type.id
  },
  navigations: {
    ...userResources<ContentTypePlace>({ NameResource: ({ type }) => type.name, DescriptionResource: ({ type }) => type.description }),
    Parent: ({ type }, context, path) => {
      const above = webContentTypes(context).filter(({ id }) => id !== type.id && isBelow(type.id, id));
      const parent = above.reduce<ContentTypePlace | undefined>((nearest, one) => (nearest && nearest.type.id.length > one.id.length ? nearest : { type: one }), undefined);
      return parent ? contentTypeNode(parent) : nullNode('SP.ContentType', path);
    },
    // [A] A type of a list has all its columns.
    Fields: ({ type, list }, context, path) => (list ? fieldCollection(list, context, path) : columnsOfType(linksOf(type, context).map(({ id }) => id), context, path)),
    FieldLinks: fieldLinkCollection,
    WorkflowAssociations: (_, context, path) => emptyCollection('SP.Workflow.WorkflowAssociation', context, path)
  },
  functions: {
    DeleteObject: (place, _, context) => {
      deleteContentType(place, context);
      return undefined;
    }
  },
  update: (place, body, context) => contentTypeNode(updateContentType(place, body, context)),
  remove: (place, context) => deleteContentType(place, context)
};

export const contentTypeNode = (place: ContentTypePlace): EntityNode =>
  entityNode(contentTypeResource, place, `Web${place.list ? `/Lists(guid'${place.list.id}')` : ''}/ContentTypes('${place.type.id}')`);

function contentTypeCollection(all: () => ContentTypePlace[], context: RequestContext, path: string): CollectionNode {
  const byId = (id: string): EntityNode => {
    const found = all().find(({ type }) => type.id.toUpperCase() === id.toUpperCase());
    if (!found) {
      throw contentTypeNotFound();
    }
    return contentTypeNode(found);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.ContentType', context.metadata),
    path,
    members: () => all().map(contentTypeNode),
    byKey: (key) => byId(key.text('contentTypeId')),
    functions: { GetById: (args) => byId(args.text('contentTypeId')) }
  };
}

/** `web/contenttypes` and `web/availablecontenttypes`. */
export function webContentTypeCollection(context: RequestContext, path: string): CollectionNode {
  const collection = contentTypeCollection(() => webContentTypes(context).map((type) => ({ type })), context, path);
  return {
    ...collection,
    add: (body) => contentTypeNode(createContentType(readTyped('SP.ContentType', body, context.metadata), undefined, context)),
    functions: {
      ...collection.functions,
      Create: (args) => {
        const { ParentContentTypeId, ...rest } = args.object('parameters');
        return contentTypeNode(createContentType(rest, typeof ParentContentTypeId === 'string' ? ParentContentTypeId : undefined, context));
      }
    }
  };
}

/** `list/contenttypes`. */
export function listContentTypeCollection(list: ListRecord, context: RequestContext, path: string): CollectionNode {
  const collection = contentTypeCollection(() => listContentTypes(list, context).map((type) => ({ type, list })), context, path);
  return {
    ...collection,
    functions: {
      ...collection.functions,
      AddAvailableContentType: (args) => {
        const added = addToList(list, args.text('contentTypeId'), context);
        addColumnsOfType(added.parent, list, context);
        // [R] Nothing comes back.
        return { kind: 'text', status: 204, body: '', contentType: 'application/json' };
      }
    }
  };
}
