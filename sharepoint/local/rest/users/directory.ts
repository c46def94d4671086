import { createHash } from 'node:crypto';
import { tenantId } from '../../tenant';
import type { RequestContext } from '../dispatch/context';
import { everyoneClaim } from '../permissions/effective';
import type { PrincipalKind, PrincipalRecord } from '../state/records';
import { groupsOf, mayViewMembers } from './groupResource';
import { claimOf, principalById, principalByLogin, principalsOf } from './principals';

/** Somebody or some group that can be given rights, whether the site knows it yet or not. */
export interface DirectoryEntry {
  kind: PrincipalKind;
  /** Claims form; a SharePoint group's is its title. */
  loginName: string;
  title: string;
  email: string;
  /** Id in the site, undefined for an account that the site has not met. */
  principalId?: number;
}

/** Where to look, as bits: SharePoint's PrincipalSource. */
export const sources = { userInfoList: 1, directory: 4, roles: 8, all: 15 } as const;

const everyone = `c:0-.f|rolemanager|spo-grid-all-users/${tenantId}`;

export interface DirectoryQuery {
  text: string;
  /** Bits of PrincipalType: 1 users, 4 security groups, 8 SharePoint groups. */
  kinds: number;
  /** Bits of `sources`. */
  from: number;
  /** Members of this SharePoint group only. */
  groupId?: number;
}

/** Who fits a query, SharePoint groups last. An empty text fits nobody [A]. */
export function searchDirectory(query: DirectoryQuery, context: RequestContext): DirectoryEntry[] {
  const wanted = accountOf(query.text.trim().toLowerCase());
  return wanted === '' ? [] : entries(query, context).filter((entry) => (query.kinds & entry.kind) !== 0 && isFound(entry, wanted));
}

/** Those whom a text names in full: by login, claim, mail or name. */
export function resolveInDirectory(query: DirectoryQuery, context: RequestContext): DirectoryEntry[] {
  const wanted = accountOf(query.text.trim().toLowerCase());
  const found = searchDirectory(query, context);
  const exact = found.filter((entry) => [accountOf(entry.loginName.toLowerCase()), entry.email.toLowerCase(), entry.title.toLowerCase()].includes(wanted));
  return exact.length > 0 ? exact : found;
}

function entries(query: DirectoryQuery, context: RequestContext): DirectoryEntry[] {
  const { store, site } = context;
  if (query.groupId !== undefined) {
    const group = principalById(store, site.url, query.groupId);
    return group && mayViewMembers(group, context)
      ? group.members.map((id) => principalById(store, site.url, id)).filter((member): member is PrincipalRecord => member !== undefined).map(ofRecord)
      : [];
  }
  const known = (query.from & sources.userInfoList) === 0 ? [] : principalsOf(store, site.url).filter((principal) => principal.kind !== 8 && !principal.isRemoved && !isSystem(principal)).map(ofRecord);
  const directory: DirectoryEntry[] = (query.from & sources.directory) === 0 ? [] : context.accounts.map((account) => ({
    kind: 1, loginName: claimOf(account.login), title: account.title, email: account.email ?? account.login,
    principalId: principalByLogin(store, site.url, claimOf(account.login))?.id
  }));
  const claims: DirectoryEntry[] = (query.from & sources.roles) === 0 || known.some((entry) => everyoneClaim.test(entry.loginName))
    ? []
    : [{ kind: 4, loginName: everyone, title: 'Everyone except external users', email: '' }];
  const groups = (query.from & sources.userInfoList) === 0 ? [] : groupsOf(context).map(ofRecord);
  const users = new Map([...known, ...directory].map((entry) => [entry.loginName, entry]));
  return [...users.values(), ...claims, ...groups];
}

const isSystem = (principal: PrincipalRecord): boolean => principal.isSiteAdmin && !principal.loginName.includes('|');

const ofRecord = ({ kind, loginName, title, email, id }: PrincipalRecord): DirectoryEntry => ({ kind, loginName, title, email, principalId: id });

/** The part of a claim that people know. */
const accountOf = (text: string): string => text.replace(/^i:0#\.f\|membership\|/, '');

/** By the beginning of the name, of one of its words, of the mail or of the account. [A] which of them */
function isFound(entry: DirectoryEntry, wanted: string): boolean {
  const title = entry.title.toLowerCase();
  return [title, ...title.split(/[\s-]+/), entry.email.toLowerCase(), accountOf(entry.loginName)].some((text) => text.startsWith(wanted));
}

/** An account's object id, the same at every start. */
export function objectId(loginName: string): string {
  const hex = createHash('sha256').update(loginName).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
