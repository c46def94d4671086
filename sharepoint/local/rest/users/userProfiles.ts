import type { RequestContext } from '../dispatch/context';
import { entityNode, type EntityNode, type Node, type Resource } from '../odata/nodes';
import { type DirectoryEntry, resolveInDirectory, sources } from './directory';

type KeyValue = { Key: string; Value: string; ValueType: string };

const keyValue = (Key: string, Value: string): KeyValue => ({ Key, Value, ValueType: 'Edm.String' });

/** What a profile says of an account: what the tenant was told when it started. */
function profileOf(entry: DirectoryEntry): KeyValue[] {
  const account = entry.loginName.slice(entry.loginName.lastIndexOf('|') + 1);
  const [first, ...others] = entry.title.split(' ');
  return [
    keyValue('AccountName', entry.loginName), keyValue('FirstName', first), keyValue('LastName', others.join(' ')), keyValue('PreferredName', entry.title),
    keyValue('WorkPhone', ''), keyValue('Department', ''), keyValue('Title', ''), keyValue('SPS-JobTitle', ''), keyValue('Manager', ''),
    keyValue('UserName', account), keyValue('WorkEmail', entry.email), keyValue('SPS-UserPrincipalName', account), keyValue('Office', '')
  ];
}

const personResource: Resource<DirectoryEntry> = {
  edmType: 'SP.UserProfiles.PersonProperties',
  properties: {
    AccountName: (entry) => entry.loginName,
    DirectReports: () => [],
    DisplayName: (entry) => entry.title,
    Email: (entry) => entry.email,
    ExtendedManagers: () => [],
    ExtendedReports: (entry) => [entry.loginName],
    IsFollowed: () => false,
    LatestPost: () => null,
    Peers: () => [],
    PersonalSiteHostUrl: () => null,
    PersonalUrl: () => null,
    PictureUrl: () => null,
    Title: () => null,
    UserProfileProperties: profileOf,
    UserUrl: () => null
  }
};

/** Nobody is null. */
function personNode(account: string, context: RequestContext): EntityNode | undefined {
  const [entry] = resolveInDirectory({ text: account, kinds: 1, from: sources.directory }, context).filter(({ loginName }) => loginName === account.toLowerCase());
  return entry && entityNode(personResource, entry, 'SP.UserProfiles.PersonProperties');
}

const ownLogin = (context: RequestContext): string => `i:0#.f|membership|${context.caller.account.login}`;

const managerResource: Resource<object> = {
  edmType: 'SP.UserProfiles.PeopleManager',
  properties: { EditProfileLink: () => '', IsMyPeopleListPublic: () => false },
  functions: {
    GetMyProperties: (_, __, context) => personNode(ownLogin(context), context),
    GetPropertiesFor: (_, args, context) => personNode(args.text('accountName'), context),
    GetUserProfilePropertyFor: (_, args, context): Node => {
      const person = personNode(args.text('accountName'), context);
      const property = person && profileOf(person.entity as DirectoryEntry).find(({ Key }) => Key === args.text('propertyName'));
      return { kind: 'value', type: 'Edm.String', name: 'GetUserProfilePropertyFor', value: property?.Value ?? null };
    }
  }
};

/** `_api/SP.UserProfiles.PeopleManager` */
export const peopleManager = (): EntityNode => entityNode(managerResource, {}, 'SP.UserProfiles.PeopleManager');
