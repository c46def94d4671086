import type { CalendarDate, TimeZone } from '../../plan/calendar';
import { plain, type ImportedInitiative } from '../../plan/import/importedInitiative';
import { initiativeBody } from '../mapping/initiativeBody';

/** Ids in the site, by the text in the sheet as `plain` writes it. */
export type PeopleIds = ReadonlyMap<string, number>;

interface Around {
  /** Id of the batch. */
  id: string;
  planYear: string;
  orderFrom: number;
  people: PeopleIds;
  today: CalendarDate;
  timeZone: TimeZone;
}

/** What names a row of a batch for good. Found again by its beginning, with the index on ClientKey. */
export function clientKeyOf(batchId: string, line: number): string {
  return `${batchId}:${line}`;
}

/** An imported initiative as the list takes it. */
export function importedBody(row: ImportedInitiative, { id, planYear, orderFrom, people, today, timeZone }: Around): Record<string, unknown> {
  const person = (text: string): number | undefined => people.get(plain(text));
  // Whoever is not found as a person is most often a role ("Fagchef, Ejendomme"): kept, not lost.
  const role = (text: string, written: string): string => written || (person(text) === undefined ? text : '');
  const writing = {
    ...row, highlightedSince: row.highlighted ? today : undefined, lifecycleReason: '', directorId: person(row.director), directorRole: role(row.director, row.directorRole), chiefId: person(row.chief),
    chiefRole: role(row.chief, row.chiefRole), deputyId: person(row.deputy)
  };
  return { ...initiativeBody(writing, timeZone), PlanYear: planYear, SortOrder: orderFrom + row.line, ClientKey: clientKeyOf(id, row.line) };
}
