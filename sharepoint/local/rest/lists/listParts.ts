import type { RequestContext } from '../dispatch/context';
import { demand } from '../dispatch/context';
import { itemNotFound } from '../http/errors';
import { type CollectionNode, entityNode, type EntityNode, type Navigate, type Operation, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { ListRecord } from '../state/records';
import { visibleLists } from './findLists';

/** Where the forms of a list stand. */
export const formUrl = (list: ListRecord, name: string): string => `${list.url}${list.baseType === 1 ? '/Forms' : ''}/${name}`;

interface FormOfList {
  list: ListRecord;
  name: string;
  /** SP.PageType. */
  type: number;
}

/** The id of a form is the list's, told apart by its kind. */
const formId = ({ list, type }: FormOfList): string => `${list.id.slice(0, -1)}${type}`;

const formResource: Resource<FormOfList> = {
  edmType: 'SP.Form',
  properties: {
    Id: formId,
    ResourcePath: ({ list, name }) => ({ DecodedUrl: formUrl(list, name) }),
    ServerRelativeUrl: ({ list, name }) => formUrl(list, name),
    FormType: ({ type }) => type
  },
  onDemand: new Set(['FormType'])
};

/** `list/forms`: display, edit, new. */
export const formCollection: Navigate<ListRecord> = (list, context, path): CollectionNode => {
  const forms: FormOfList[] = [{ list, name: 'DispForm.aspx', type: 4 }, { list, name: 'EditForm.aspx', type: 6 }, { list, name: list.baseType === 1 ? 'Upload.aspx' : 'NewForm.aspx', type: 8 }];
  const node = (form: FormOfList): EntityNode => entityNode(formResource, form, `${path}(guid'${formId(form)}')`);
  const find = (matches: (form: FormOfList) => boolean): EntityNode => {
    const form = forms.find(matches);
    if (!form) {
      throw itemNotFound(); // [A]
    }
    return node(form);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.Form', context.metadata),
    path,
    members: () => forms.map(node),
    byKey: (key) => find((form) => formId(form) === key.guid('id')),
    functions: {
      GetById: (args) => find((form) => formId(form) === args.guid('id')),
      GetByPageType: (args) => find(({ type }) => type === args.integer('formType'))
    }
  };
};

interface RelatedField {
  listId: string;
  fieldId: string;
}

const relatedResource: Resource<RelatedField> = {
  edmType: 'SP.RelatedField',
  properties: {
    FieldId: ({ fieldId }) => fieldId,
    ListId: ({ listId }) => listId,
    RelationshipDeleteBehavior: () => 0,
    WebId: (_, context) => context.web().webId
  }
};

/** The columns of other lists that point to this one. */
export const relatedFields: Operation<ListRecord> = (list, _, context, path): CollectionNode => ({
  kind: 'collection',
  shape: metadataShape('SP.RelatedField', context.metadata),
  path,
  members: () => visibleLists(context)
    .flatMap((other) => other.fields.filter(({ lookup }) => lookup?.list === list.id && lookup.primary === undefined).map(({ id }) => ({ listId: other.id, fieldId: id })))
    .map((related) => entityNode(relatedResource, related, path))
});

/** Takes the next id of the list's items out of the row. */
export const reserveItemId: Operation<ListRecord> = (list, _, context: RequestContext) => {
  demand(context.effective.onList(list), rights.addListItems);
  const counters = context.store.counters.get(list.id);
  const value = counters?.nextItemId ?? 1;
  if (counters) {
    context.store.counters.put({ ...counters, nextItemId: value + 1 });
  }
  return { kind: 'value', type: 'Edm.Int32', name: 'ReserveListItemId', value };
};
