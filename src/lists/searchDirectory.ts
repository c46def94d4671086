import '@pnp/sp/profiles';
import { PrincipalSource, type PrincipalType } from '@pnp/sp';
import type { IPeoplePickerEntity } from '@pnp/sp/profiles';
import type { Connection } from './connection';

/** Whom directory and site know by the beginning of a name or an address, as SharePoint's own people pickers ask. */
export function searchDirectory({ sp }: Connection, words: string, kinds: PrincipalType, most: number): Promise<IPeoplePickerEntity[]> {
  return sp.profiles.clientPeoplePickerSearchUser({
    QueryString: words, MaximumEntitySuggestions: most, PrincipalType: kinds, PrincipalSource: PrincipalSource.All, AllowEmailAddresses: false, AllowMultipleEntities: false, AllUrlZones: false
  });
}
