import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import type { TimeZone } from '../../plan/calendar';
import type { InitiativeStore } from '../../plan/ports/initiativeStore';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { findCandidates } from '../import/findPeople';
import { personColumns, personOf, type PersonRow } from '../mapping/person';
import type { Row } from '../mapping/reader';
import { itemOf, type Writing } from '../write/listWriter';
import { addInitiative, detailsColumns, initiativeWriter, placeInitiative, saveInitiative } from './writeInitiatives';

/** The plan's initiatives in their SharePoint list. */
export function createInitiativeStore(connection: Connection, timeZone: TimeZone): InitiativeStore {
  const writing: Writing = { connection, timeZone };
  const writer = initiativeWriter(writing);
  return {
    details: (id) => reading(async () => writer.fromRow(await itemOf(writing, writer, id).select(...detailsColumns)<Row>(), timeZone)),
    add: (start, texts, clientKey) => addInitiative(writing, start, texts, clientKey),
    save: (base, texts) => saveInitiative(writing, base, texts),
    place: (base, sortOrder) => placeInitiative(writing, base, sortOrder),
    findPeople: (words) => reading(() => findCandidates(connection, words)),
    person: ({ loginName }) => reading(async () => {
      const { Id } = await connection.sp.web.ensureUser(loginName);
      return personOf(await connection.sp.web.getUserById(Id).select(...personColumns)<PersonRow>());
    })
  };
}
