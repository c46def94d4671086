import type { RequestContext } from '../dispatch/context';
import { SharePointError } from '../http/errors';
import { isObject } from '../odata/body';
import type { FieldRecord, PrincipalRecord } from '../state/records';
import { principalById, principalByLogin } from '../users/principals';
import { ensureUser } from '../users/userResource';

/**
 * The people of `[{"Key":"i:0#.f|membership|…"}]`, as the people picker writes it; a group goes by its name.
 * Undefined when the text is no such list or somebody in it cannot be found.
 */
export function peopleOf(text: string, field: FieldRecord, context: RequestContext): number[] | undefined {
  const people = keysOf(text)?.map((key) => personOf(key, context));
  const isAllowed = (person: PrincipalRecord | undefined): person is PrincipalRecord =>
    person !== undefined && (person.kind !== 8 || field.attributes.UserSelectionMode !== 'PeopleOnly');
  return people?.every(isAllowed) ? people.map((person) => person.id) : undefined;
}

function keysOf(text: string): string[] | undefined {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(entries) && entries.every((entry) => isObject(entry) && typeof entry.Key === 'string')
    ? entries.map((entry: { Key: string }) => entry.Key)
    : undefined;
}

function personOf(key: string, context: RequestContext): PrincipalRecord | undefined {
  const { store, site } = context;
  const known = principalByLogin(store, site.url, key) ?? (/^\d+$/.test(key) ? principalById(store, site.url, Number(key)) : undefined);
  if (known) {
    return known;
  }
  try {
    return ensureUser(key, context);
  } catch (problem) {
    if (problem instanceof SharePointError) {
      return undefined;
    }
    throw problem;
  }
}
