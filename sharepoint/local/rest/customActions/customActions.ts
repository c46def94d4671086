import { randomUUID } from 'node:crypto';
import { demand, type RequestContext } from '../dispatch/context';
import { accessDenied, itemNotFound } from '../http/errors';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Getter, type Navigate, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import type { CustomActionRecord, ListRecord, WebRecord } from '../state/records';
import { userResources } from '../web/userResources';

const edmType = 'SP.UserCustomAction';
const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** SP.UserCustomActionScope. */
const scopes = { site: 2, web: 3, list: 4 } as const;
type Place = keyof typeof scopes;

const given = (name: string, otherwise: unknown): Getter<CustomActionRecord> => ({ properties }) => properties[name] ?? otherwise;

const resource: Resource<CustomActionRecord> = {
  edmType,
  properties: {
    ClientSideComponentId: given('ClientSideComponentId', emptyGuid),
    ClientSideComponentProperties: given('ClientSideComponentProperties', ''),
    CommandUIExtension: given('CommandUIExtension', null),
    Description: given('Description', null),
    Group: given('Group', null),
    HostProperties: given('HostProperties', ''),
    Id: ({ id }) => id,
    ImageUrl: given('ImageUrl', null),
    Location: given('Location', null),
    Name: given('Name', null),
    RegistrationId: given('RegistrationId', null),
    RegistrationType: given('RegistrationType', 0),
    Rights: given('Rights', { High: '0', Low: '0' }),
    Scope: ({ place }) => scopes[place],
    ScriptBlock: given('ScriptBlock', null),
    ScriptSrc: given('ScriptSrc', null),
    Sequence: given('Sequence', 0),
    Title: given('Title', null),
    Url: given('Url', null),
    VersionOfUserCustomAction: given('VersionOfUserCustomAction', '16.0.1.0')
  },
  navigations: userResources<CustomActionRecord>({ TitleResource: given('Title', ''), DescriptionResource: given('Description', '') }),
  functions: {
    DeleteObject: (action, _, context) => remove(action, context)
  },
  update: (action, body, context) => {
    demandChange(action, context);
    keep({ ...action, properties: { ...action.properties, ...allowed(body) } }, context);
    return undefined;
  },
  remove: (action, context) => {
    remove(action, context);
  }
};

const keep = (action: CustomActionRecord, context: RequestContext): void => context.store.customActions.put(action);

function remove(action: CustomActionRecord, context: RequestContext): undefined {
  demandChange(action, context);
  context.store.customActions.delete(action.id);
  return undefined;
}

/** [A] On a list for who manages it, elsewhere for who manages the web. */
function demandChange({ owner }: Pick<CustomActionRecord, 'owner'>, context: RequestContext): void {
  const list = context.store.lists.get(owner);
  demand(list ? context.effective.onList(list) : context.effective.onWeb(context.web()), list ? rights.manageLists : rights.manageWeb);
}

/** Scripts are not allowed on the site (`noscript`). */
function allowed(body: Record<string, unknown>): Record<string, unknown> {
  if ([body.ScriptSrc, body.ScriptBlock].some((script) => script !== undefined && script !== null && script !== '')) {
    throw accessDenied();
  }
  return body;
}

function collection(place: Place, owner: string, context: RequestContext, path: string): CollectionNode {
  const all = (): CustomActionRecord[] => [...context.store.customActions.values()].filter((action) => action.place === place && action.owner === owner);
  const node = (action: CustomActionRecord): EntityNode => entityNode(resource, action, `${path}(guid'${action.id}')`);
  const byId = (id: string): EntityNode => {
    const found = all().find((action) => action.id === id);
    if (!found) {
      throw itemNotFound(); // [A]
    }
    return node(found);
  };
  return {
    kind: 'collection',
    shape: metadataShape(edmType, context.metadata),
    path,
    members: () => all().map(node),
    byKey: (key) => byId(key.guid('id')),
    add: (body) => {
      demandChange({ owner }, context);
      const action: CustomActionRecord = { id: randomUUID(), site: context.site.url, place, owner, properties: allowed(readTyped(edmType, body, context.metadata)) };
      keep(action, context);
      return node(action);
    },
    functions: {
      GetById: (args) => byId(args.guid('id')),
      Clear: () => {
        demandChange({ owner }, context);
        all().forEach(({ id }) => context.store.customActions.delete(id));
        return undefined;
      }
    }
  };
}

/** What extensions, buttons and links somebody has put on a list, a web, a site. [A] Kept and given back; the pages here run none of them. */
export const customActionsOfList: Navigate<ListRecord> = (list, context, path) => collection('list', list.id, context, path);
export const customActionsOfWeb: Navigate<WebRecord> = (web, context, path) => collection('web', web.webId, context, path);
export const customActionsOfSite: Navigate<WebRecord> = (web, context, path) => collection('site', web.siteId, context, path);
