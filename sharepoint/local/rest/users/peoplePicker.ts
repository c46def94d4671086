import type { RequestContext } from '../dispatch/context';
import type { Arguments } from '../odata/arguments';
import type { Node } from '../odata/nodes';
import { type DirectoryEntry, type DirectoryQuery, objectId, resolveInDirectory, searchDirectory, sources } from './directory';

/** What a people picker shows of a hit. Everything in it is text, also numbers and yes or no. */
interface PickerEntity {
  Key: string;
  DisplayText: string;
  IsResolved: boolean;
  Description: string;
  EntityType: string;
  EntityData: Record<string, string>;
  MultipleMatches: PickerEntity[];
  ProviderName: string;
  ProviderDisplayName: string;
}

/** The answer is one text: the JSON of a list of hits. */
export function searchUsers(args: Arguments, context: RequestContext): Node {
  const parameters = args.object('queryParams');
  const most = Number(parameters.MaximumEntitySuggestions ?? 0);
  return textOf('ClientPeoplePickerSearchUser', searchDirectory(queryOf(parameters), context).slice(0, most).map(entityOf));
}

/** The answer is one text: the JSON of the one that is meant, or of what was typed, unresolved. */
export function resolveUser(args: Arguments, context: RequestContext): Node {
  const query = queryOf(args.object('queryParams'));
  const found = resolveInDirectory(query, context).map(entityOf);
  const unresolved: PickerEntity = {
    Key: query.text, DisplayText: query.text, IsResolved: false, Description: query.text, EntityType: '', EntityData: {},
    MultipleMatches: found, ProviderName: '', ProviderDisplayName: ''
  };
  return textOf('ClientPeoplePickerResolveUser', found.length === 1 ? found[0] : unresolved);
}

const textOf = (name: string, value: unknown): Node => ({ kind: 'value', type: 'Edm.String', name, value: JSON.stringify(value) });

/** [A] Types or sources that are left out, or 0, mean all of them. */
function queryOf(parameters: Record<string, unknown>): DirectoryQuery {
  const groupId = Number(parameters.SharePointGroupID ?? 0);
  return {
    text: typeof parameters.QueryString === 'string' ? parameters.QueryString : '',
    kinds: Number(parameters.PrincipalType ?? 0) || sources.all,
    from: Number(parameters.PrincipalSource ?? 0) || sources.all,
    groupId: groupId > 0 ? groupId : undefined
  };
}

function entityOf(entry: DirectoryEntry): PickerEntity {
  const entity = { Key: entry.loginName, DisplayText: entry.title, IsResolved: true, MultipleMatches: [] };
  if (entry.kind === 8) {
    return {
      ...entity, Description: entry.title, EntityType: '', ProviderName: '', ProviderDisplayName: '',
      EntityData: { SPGroupID: String(entry.principalId), AccountName: entry.title, PrincipalType: 'SharePointGroup' }
    };
  }
  if (entry.kind === 4) {
    // [A] in its details
    return { ...entity, Description: entry.title, EntityType: 'FormsRole', EntityData: {}, ProviderName: 'AllUsers', ProviderDisplayName: 'All Users' };
  }
  return {
    ...entity,
    Description: entry.email,
    EntityType: 'User',
    EntityData: {
      IsAltSecIdPresent: 'False', ObjectId: objectId(entry.loginName), Title: '', Email: entry.email, MobilePhone: '', OtherMails: '', Department: '',
      ...(entry.principalId === undefined ? {} : { SPUserID: String(entry.principalId), AccountName: entry.loginName, PrincipalType: 'User' }) // [A]
    },
    ProviderName: 'Tenant',
    ProviderDisplayName: 'Tenant'
  };
}
