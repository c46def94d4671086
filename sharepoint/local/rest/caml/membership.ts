import { callerId, type RequestContext } from '../dispatch/context';
import type { PrincipalRecord } from '../state/records';
import { principalById, principalsOf } from '../users/principals';
import { cannotComplete } from './errors';
import type { XmlElement } from './xml';

/**
 * Ids that a person column may hold to satisfy `<Membership Type="…">`.
 * @throws SharePointError 500 for a type that CAML does not have.
 */
export function membersOf(condition: XmlElement, context: RequestContext): number[] {
  const { store, site } = context;
  const groups = (): PrincipalRecord[] => principalsOf(store, site.url).filter((principal) => principal.kind === 8);
  switch (condition.attributes.Type) {
    case 'SPWeb.AllUsers':
      return principalsOf(store, site.url).filter((principal) => principal.kind !== 8).map((principal) => principal.id);
    case 'SPWeb.Users':
      // [A] Who has a right of their own on the web, not by a group.
      return context.web().assignments.map((assignment) => assignment.principalId)
        .filter((id) => principalById(store, site.url, id)?.kind !== 8);
    case 'SPWeb.Groups':
      return groups().map((group) => group.id);
    case 'SPGroup':
      return principalById(store, site.url, Number(condition.attributes.ID))?.members ?? [];
    case 'CurrentUserGroups':
      return groups().filter((group) => group.members.includes(callerId(context))).map((group) => group.id);
    default:
      throw cannotComplete();
  }
}
